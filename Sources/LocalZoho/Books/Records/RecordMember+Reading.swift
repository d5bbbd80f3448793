import Foundation
import GRDB

extension RecordMember {
  /// What the body says of this member, nil when it does not name it.
  /// - Throws: code 2 for a value that is none of its kind or points to nothing, 4 when too long.
  func read(_ body: BooksFields, known: JSONValue?, _ db: Database) throws -> JSONValue? {
    guard body.has(name) else { return nil }
    let value = try value(in: body, known: known, db)
    guard !isRequired || !value.isEmpty else { throw Refusal.booksInvalid(name) }
    return value
  }

  private func value(
    in body: BooksFields, known: JSONValue?, _ db: Database
  ) throws -> JSONValue {
    switch kind {
    case .text(let limit):
      return .string(try body.text(name, limit: limit) ?? "")
    case .word(let words):
      let word = try body.text(name) ?? ""
      guard !word.isEmpty else { return isRequired ? "" : initial }
      guard words.contains(word) else { throw Refusal.booksInvalid(name) }
      return .string(word)
    case .number(let range):
      guard let number = try body.number(name) else { return initial }
      guard range.contains(number) else { throw Refusal.booksInvalid(name) }
      return .number(number.rounded(places: 6))
    case .day:
      return .string(try body.day(name)?.description ?? "")
    case .truth:
      return try body.truth(name).map(JSONValue.bool) ?? initial
    case .reference(let reference):
      guard let id = try body.id(name) else { return "" }
      guard try reference.name(of: String(id), db) != nil else { throw Refusal.booksInvalid(name) }
      return .string(String(id))
    case .texts:
      return .array((try body.texts(name) ?? []).map(JSONValue.string))
    case .address(let parts):
      return try address(body, parts)
    case .lines(let id, let members):
      return try lines(body, id: id, members, known: known, db)
    }
  }

  private func address(_ body: BooksFields, _ parts: [String]) throws -> JSONValue {
    guard let value = body.object[name], !value.isNull else { return initial }
    guard let object = value.objectValue else { throw Refusal.booksInvalid(name) }
    let fields = BooksFields(object)
    return .object(
      JSONObject(
        try parts.map { ($0, JSONValue.string(try fields.text($0, limit: 500) ?? "")) }))
  }

  private func lines(
    _ body: BooksFields, id: String, _ members: [RecordMember], known: JSONValue?, _ db: Database
  ) throws -> JSONValue {
    let old = known?.arrayValue?.compactMap(\.objectValue) ?? []
    return .array(
      try (body.objects(name) ?? []).map { fields in
        let given = try fields.id(id).map { JSONValue.string(String($0)) }
        var line = JSONObject()
        if let given, let known = old.first(where: { $0[id] == given }) {
          line = known
        } else {
          line[id] = .string(String(try BooksStart.nextID(db)))
        }
        try members.fill(&line, from: fields, db)
        return .object(line)
      })
  }
}

extension JSONValue {
  /// Whether it says nothing: an empty text or list.
  fileprivate var isEmpty: Bool { self == "" || self == [] || isNull }
}

extension [RecordMember] {
  /// Takes over what the body says; what nobody said is as it was, or as it is at first.
  /// - Throws: the refusal of a bad value, or of a missing one.
  func fill(_ object: inout JSONObject, from body: BooksFields, _ db: Database) throws {
    for member in self {
      let known = object[member.name]
      if let value = try member.read(body, known: known, db) {
        object[member.name] = value
      } else if known == nil {
        guard !member.isRequired else { throw Refusal.booksInvalid(member.name) }
        object[member.name] = member.initial
      }
    }
  }

  /// The members in order, with the names of what they point to.
  func show(_ object: JSONObject, inRow: Bool, into json: inout JSONObject, _ db: Database) throws {
    for member in self where !(inRow && member.isOnlyInDetail) {
      let value = object[member.name] ?? member.initial
      switch member.kind {
      case .reference(let reference):
        json[member.name] = value
        let name = try value.stringValue.flatMap {
          $0.isEmpty ? nil : try reference.name(of: $0, db)
        }
        json[reference.nameMember(of: member.name)] = .string(name ?? "")
      case .lines(let id, let members):
        json[member.name] = .array(
          try (value.arrayValue ?? []).compactMap(\.objectValue).map { line in
            var shown: JSONObject = [id: line[id] ?? ""]
            try members.show(line, inRow: false, into: &shown, db)
            for extra in line.members where shown[extra.name] == nil {
              shown.append(extra.name, extra.value)
            }
            return .object(shown)
          })
      default:
        json[member.name] = value
      }
    }
  }
}
