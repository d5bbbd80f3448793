import Foundation
import Yams

@testable import LocalZoho

/// Zoho's descriptions of its API, in a folder as Zoho publishes them: `crm/*/*.json`, `books/*.yml`.
struct Descriptions: Sendable {
  /// The folder; none is read when the variable is not set.
  static let folder = ProcessInfo.processInfo.environment["FAIRLEAD_DESCRIPTIONS"]
  static let absence = """
    FAIRLEAD_DESCRIPTIONS does not name a folder with Zoho's descriptions (crm/…/*.json, \
    books/*.yml)
    """

  let library: DescriptionLibrary
  let operations: [DescribedOperation]

  /// - Throws: an error of Foundation, Yams or ``JSONError`` when a file cannot be read.
  init(folder: String) throws {
    var files: [String: JSONValue] = [:]
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    for product in ["books", "crm"] {
      let names = FileManager.default.enumerator(
        atPath: root.appendingPathComponent(product).path)
      while let name = names?.nextObject() as? String {
        let place = "\(product)/\(name)"
        let file = root.appendingPathComponent(place)
        if name.hasSuffix(".json") {
          files[place] = try JSONValue(parsing: Data(contentsOf: file))
        } else if name.hasSuffix(".yml") {
          files[place] = try JSONValue(yaml: String(contentsOf: file, encoding: .utf8))
        }
      }
    }
    library = DescriptionLibrary(files)
    operations = Self.operations(of: library)
  }

  private static func operations(of library: DescriptionLibrary) -> [DescribedOperation] {
    library.names.flatMap { file -> [DescribedOperation] in
      guard let root = library.root(file), let paths = root["paths"]?.node.objectValue else {
        return []
      }
      let product: OfficialArea.Product = file.hasPrefix("crm/") ? .crm : .books
      let server = root["servers"]?.node.arrayValue?.first?["url"].text ?? ""
      return paths.members.flatMap { path in
        ["GET", "POST", "PUT", "PATCH", "DELETE"].compactMap { method in
          guard let node = path.value[method.lowercased()] else { return nil }
          return DescribedOperation(
            product: product, edition: file.split(separator: "/").dropLast().joined(separator: "/"),
            description: name(of: file), method: method,
            path: base(server, product) + path.name, node: root.with(node),
            shared: path.value["parameters"].map(root.with))
        }
      }
    }
  }

  /// `crm/v8.0-oas3.1/zoho-crm-bulk-read-openapi.json` and `…/bulk_read.json` are `bulk-read`.
  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last?.split(separator: ".").first ?? ""
    return String(
      last.replacing("zoho-crm-", with: "").replacing("-openapi", with: "")
        .replacing("_", with: "-"))
  }

  /// The path of the server's address; the version is a variable in one set.
  private static func base(_ server: String, _ product: OfficialArea.Product) -> String {
    let parts = server.replacing("{version}", with: "v8").split(separator: "/").dropFirst(2)
    return parts.map { "/\($0)" }.joined()
  }
}

extension JSONValue {
  /// Reads YAML. Dates stay texts, as they are in JSON.
  fileprivate init(yaml text: String) throws {
    self.init(
      plain: try Yams.load(yaml: text, Resolver.default.removing(.timestamp), Constructor.default))
  }

  private init(plain value: Any?) {
    switch value {
    case let truth as Bool: self = .bool(truth)
    case let number as Int: self = JSONValue(number)
    case let number as Double: self = JSONValue(Decimal(string: "\(number)"))
    case let text as String: self = .string(text)
    case let elements as [Any]: self = .array(elements.map { JSONValue(plain: $0) })
    case let members as [AnyHashable: Any]:
      let named = members.map { (name: "\($0.key)", value: JSONValue(plain: $0.value)) }
      self = .object(JSONObject(named.sorted { $0.name < $1.name }.map { ($0.name, $0.value) }))
    default: self = .null
    }
  }
}
