import FoundationEssentials

/// What is wrong with a text that should be JSON, and at which byte.
struct JSONError: Error, Equatable, CustomStringConvertible {
  var reason: String
  var offset: Int
  var description: String { "\(reason) at byte \(offset)" }
}

extension JSONValue {
  /// Reads one JSON text (RFC 8259) and nothing after it.
  /// - Throws: ``JSONError``.
  init(parsing data: Data) throws {
    self = try data.withUnsafeBytes { try JSONParser.parse($0) }
  }

  /// Reads one JSON text and nothing after it.
  /// - Throws: ``JSONError``.
  init(parsing text: String) throws {
    var text = text
    self = try text.withUTF8 { try JSONParser.parse(UnsafeRawBufferPointer($0)) }
  }
}

/// A recursive-descent reader over bytes.
struct JSONParser {
  static let depthLimit = 64
  static let sizeLimit = 64 << 20

  let bytes: UnsafeRawBufferPointer
  var position = 0
  var depth = 0

  static func parse(_ bytes: UnsafeRawBufferPointer) throws -> JSONValue {
    guard bytes.count <= sizeLimit else {
      throw JSONError(reason: "the text is larger than \(sizeLimit) bytes", offset: sizeLimit)
    }
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.error("text after the value") }
    return value
  }

  func error(_ reason: String) -> JSONError { JSONError(reason: reason, offset: position) }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func value() throws -> JSONValue {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("the text ends where a value should be")
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws -> JSONValue
  ) throws -> JSONValue {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw error("more than \(Self.depthLimit) levels of nesting")
    }
    position += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { throw error("an unknown word") }
      position += 1
    }
    return value
  }

  private mutating func array() throws -> JSONValue {
    var elements: [JSONValue] = []
    skipSpace()
    if take("]") { return .array(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return .array(elements) }
      guard take(",") else { throw error("a comma or ] is missing") }
    }
  }

  private mutating func object() throws -> JSONValue {
    var members: [JSONObject.Member] = []
    skipSpace()
    if take("}") { return .object(JSONObject()) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw error("a member's name is missing") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw error("a colon is missing") }
      members.append(JSONObject.Member(name: name, value: try value()))
      skipSpace()
      if take("}") { break }
      guard take(",") else { throw error("a comma or } is missing") }
    }
    guard Self.areDistinct(members) else { throw error("a name occurs twice in an object") }
    return .object(JSONObject(distinct: members))
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Small objects are compared pair by pair, which is faster than hashing.
  private static func areDistinct(_ members: [JSONObject.Member]) -> Bool {
    guard members.count <= 12 else { return Set(members.map(\.name)).count == members.count }
    for (index, member) in members.enumerated()
    where members[..<index].contains(where: { $0.name == member.name }) {
      return false
    }
    return true
  }
}
