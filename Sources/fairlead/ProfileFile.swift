import Foundation
import Screen
import TOMLKit

/// The settings of a profile as TOML, whose problems name the file, the key and what to do.
struct ProfileFile {
  /// What the settings are called in messages.
  let name: String
  let table: TOMLTable

  init(_ text: String, named name: String) throws {
    self.name = name
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      let place = error.source.begin
      throw StartError.badProfile(
        file: "\(name):\(place.line):\(place.column)", problem: "\(error.description)")
    }
  }

  init(_ url: URL) throws {
    try self.init(Self.contents(of: url), named: url.path)
  }

  /// The text of a file.
  static func contents(of url: URL) throws -> String {
    do {
      return try String(contentsOf: url, encoding: .utf8)
    } catch {
      throw StartError.badProfile(
        file: url.path, problem: "cannot be read. Run: fairlead login")
    }
  }

  func problem(_ key: String, _ words: String) -> StartError {
    .badProfile(file: name, problem: "\(key): \(words)")
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

  /// A list of texts; nil when the key is not there.
  func list(_ key: String) throws -> [String]? {
    guard let value = table[key] else { return nil }
    let texts = value.array?.compactMap(\.string) ?? []
    guard let count = value.array?.count, count > 0, texts.count == count else {
      throw problem(key, "must be a list of texts: [\"pass\", \"show\", \"zoho\"].")
    }
    return texts
  }

  /// One of the words that a key can have; nil when the key is not there.
  func choice<Choice>(_ key: String, of choices: Choice.Type) throws -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let text = try optionalText(key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let names = Choice.allCases.map(\.rawValue)
      throw problem(
        key,
        "\"\(text)\" is none of \(names.joined(separator: ", ")); the nearest is "
          + "\(nearest(to: text, among: names)).")
    }
    return choice
  }
}
