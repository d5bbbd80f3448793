import Foundation
import ZohoAPI

/// Where what signs an account in is kept.
enum SecretStore: Hashable {
  /// A file that only its owner can read.
  case file(URL)
  /// The desktop's own store for secrets.
  case secretService(profile: String)
  /// A program of the user's, which prints an access token: nothing is kept here.
  case command([String])

  /// The store in a few words, for people.
  var words: String {
    switch self {
    case .file(let url): "the file \(url.path), which only you can read"
    case .secretService: "the Secret Service of your desktop"
    case .command(let words): "the command \(words.joined(separator: " "))"
    }
  }

  /// Reads the secrets.
  ///
  /// - Throws: `StartError`, naming the place and what to do.
  func load() throws -> Secrets {
    switch self {
    case .file(let url):
      try Self.checkPrivate(url)
      return try Secrets(ProfileFile.contents(of: url), from: url.path)
    case .secretService(let profile):
      let place = "the Secret Service, profile \(profile)"
      guard let text = SecretTool.lookUp(profile: profile) else {
        throw StartError.badProfile(
          file: place, problem: "gives no secrets. Unlock it, or run: fairlead login")
      }
      return try Secrets(text, from: place)
    case .command:
      throw StartError.badProfile(file: words, problem: "keeps the refresh token to itself.")
    }
  }

  /// Keeps secrets.
  ///
  /// - Throws: `StartError.noStorage`.
  func save(_ secrets: Secrets) throws {
    switch self {
    case .file(let url): try PrivateFile.write(secrets.text, to: url)
    case .secretService(let profile):
      guard SecretTool.store(secrets.text, profile: profile) else {
        throw StartError.noStorage("the Secret Service took no secret")
      }
    case .command: break
    }
  }

  /// Removes what is kept, when there is something.
  func remove() throws {
    switch self {
    case .file(let url): try PrivateFile.remove(url)
    case .secretService(let profile): SecretTool.clear(profile: profile)
    case .command: break
    }
  }

  /// Where the secrets of a new sign-in go: the Secret Service where it runs, else a file.
  static func best(for profile: String, in folder: URL) -> SecretStore {
    SecretTool.works ? .secretService(profile: profile) : file(in: folder)
  }

  /// The file of a profile's folder.
  static func file(in folder: URL) -> SecretStore { .file(folder.appending(path: "secrets.toml")) }

  private static func checkPrivate(_ file: URL) throws {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: file.path) else {
      return  // that it is missing is told when it is read
    }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    guard mode & 0o077 == 0 else { throw StartError.exposedSecrets(file: file.path) }
  }
}
