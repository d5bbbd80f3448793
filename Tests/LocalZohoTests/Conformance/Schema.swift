@testable import LocalZoho

/// A schema, or any other part of a description, with the file its references are read from.
struct Schema: Sendable {
  let library: DescriptionLibrary
  /// The file's place in the library: `books/invoices.yml`.
  let file: String
  let node: JSONValue

  subscript(name: String) -> Schema? { node[name].map(with) }

  /// The same file, another part.
  func with(_ node: JSONValue) -> Schema { Schema(library: library, file: file, node: node) }

  /// What its reference names, or itself when it is none.
  /// - Throws: ``DescriptionLibrary/Unresolved``.
  var resolved: Schema {
    get throws {
      guard let reference = node["$ref"]?.stringValue else { return self }
      return try library.resolve(reference, from: file).resolved
    }
  }
}

/// Every file of a folder of descriptions, read once.
final class DescriptionLibrary: Sendable {
  /// A reference to what is not there.
  struct Unresolved: Error, CustomStringConvertible {
    var reference: String
    var file: String
    var description: String { "\(file) refers to \(reference), which is not there" }
  }

  private let files: [String: JSONValue]

  init(_ files: [String: JSONValue]) { self.files = files }

  var names: [String] { files.keys.sorted() }

  func root(_ file: String) -> Schema? {
    files[file].map { Schema(library: self, file: file, node: $0) }
  }

  /// Zoho's files refer to each other by addresses; the last part of one is the file's name.
  func resolve(_ reference: String, from file: String) throws -> Schema {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var target = file
    if let name = parts[0].split(separator: "/").last {
      target = file.split(separator: "/").dropLast().joined(separator: "/") + "/" + name
    }
    var place = root(target)
    for step in (parts.count > 1 ? parts[1] : "").split(separator: "/") {
      place = place?[NamedValues.decoded(step).replacing("~1", with: "/")]
    }
    guard let place else { throw Unresolved(reference: reference, file: file) }
    return place
  }
}
