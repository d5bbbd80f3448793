import Foundation
import Screen
import TOMLKit
import ZohoAPI

/// An account as its files describe it: `profiles/NAME/profile.toml` and, for its owner's eyes only,
/// `profiles/NAME/secrets.toml`.
struct Profile {
  /// Its name, which names its folders too.
  let name: String
  /// How to sign in.
  let credentials: Credentials
  /// The Books organization, when one was chosen.
  let booksOrganization: String?
  /// Whether nothing may be written.
  let isReadOnly: Bool

  /// Reads a profile.
  ///
  /// - Throws: `StartError.badProfile` naming the file and the key, `.exposedSecrets` when others can
  ///   read the secrets.
  init(named name: String, in paths: Paths) throws {
    let folder = paths.config.appending(path: "profiles/\(name)", directoryHint: .isDirectory)
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix(".") else {
      throw StartError.badProfile(
        file: folder.path, problem: "\"\(name)\" cannot name a profile: use letters and digits.")
    }
    let settings = try ProfileFile(folder.appending(path: "profile.toml"))
    let secretsFile = folder.appending(path: "secrets.toml")
    try Self.checkPrivate(secretsFile)
    let secrets = try ProfileFile(secretsFile)
    self.name = name
    credentials = Credentials(
      clientID: try settings.text("client_id"),
      clientSecret: Secret(try secrets.text("client_secret")),
      refreshToken: Secret(try secrets.text("refresh_token")),
      dataCenter: try Self.dataCenter(settings))
    booksOrganization = try settings.optionalText("organization_id")
    isReadOnly = try settings.flag("read_only")
  }

  private static func dataCenter(_ settings: ProfileFile) throws -> DataCenter {
    if let base = try settings.optionalText("base_url") {
      guard let custom = DataCenter.custom(base: base) else {
        throw settings.problem("base_url", "must be a local server such as http://127.0.0.1:8080")
      }
      return custom
    }
    let code = try settings.text("data_center")
    guard let known = DataCenter(code) else {
      let codes = DataCenter.all.map(\.code)
      throw settings.problem(
        "data_center",
        "\"\(code)\" is none of \(codes.joined(separator: ", ")); the nearest is "
          + nearest(to: code, among: codes))
    }
    return known
  }

  private static func checkPrivate(_ file: URL) throws {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else {
      return  // that it is missing is told when it is read
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else { throw StartError.exposedSecrets(file: file.path) }
  }
}

/// A TOML file of a profile, whose problems name the file, the key and what to do.
private struct ProfileFile {
  let url: URL
  let table: TOMLTable

  init(_ url: URL) throws {
    self.url = url
    let text: String
    do {
      text = try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw StartError.badProfile(
        file: url.path, problem: "cannot be read. Make it; the README says what goes in.")
    }
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      throw StartError.badProfile(
        file: "\(url.path):\(place.line):\(place.column)", problem: "\(error.description)")
    }
  }

  func problem(_ key: String, _ words: String) -> StartError {
    .badProfile(file: url.path, problem: "\(key): \(words)")
  }

  func text(_ key: String) throws -> String {
    guard let text = try optionalText(key) else {
      let near = nearest(to: key, among: table.keys)
      throw problem(key, near.isEmpty ? "is missing." : "is missing; the nearest is \(near).")
    }
    return text
  }

  func optionalText(_ key: String) throws -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string, !text.isEmpty else {
      throw problem(key, "must be text between quotes.")
    }
    return text
  }

  func flag(_ key: String) throws -> Bool {
    guard let value = table[key] else { return false }
    guard let flag = value.bool else { throw problem(key, "must be true or false.") }
    return flag
  }
}
