import FoundationEssentials

/// What a server said, read by the test itself: nothing of the program's own reading is in it.
enum JSON: Decodable, Equatable {
  case object([String: JSON])
  case array([JSON])
  case text(String)
  case number(Decimal)
  case bool(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Decimal.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  subscript(name: String) -> JSON {
    if case .object(let members) = self { members[name] ?? .null } else { .null }
  }

  subscript(place: Int) -> JSON {
    items.indices.contains(place) ? items[place] : .null
  }

  var items: [JSON] {
    if case .array(let items) = self { items } else { [] }
  }

  var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    default: ""
    }
  }

  var number: Decimal {
    if case .number(let number) = self { number } else { 0 }
  }
}
