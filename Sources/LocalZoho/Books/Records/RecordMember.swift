import Foundation

/// What a body may say of a record: a member's name, its kind, whether it must be there, and what a
/// record has where nobody said.
struct RecordMember: Sendable {
  enum Kind: Sendable {
    case text(limit: Int)
    case word([String])
    case number(ClosedRange<Decimal>)
    case day
    case truth
    case reference(BooksReference)
    case texts
    case address([String])
    /// A list of objects; each has an id, which bodies may repeat to keep the line.
    case lines(id: String, [RecordMember])
  }

  let name: String
  let kind: Kind
  var isRequired = false
  var initial: JSONValue

  static func text(
    _ name: String, limit: Int = 2000, required: Bool = false, initial: JSONValue = ""
  ) -> RecordMember {
    RecordMember(name: name, kind: .text(limit: limit), isRequired: required, initial: initial)
  }

  /// One of some words; the first is what a record has at first, unless it must be given.
  static func word(
    _ name: String, _ words: [String], required: Bool = false
  ) -> RecordMember {
    RecordMember(
      name: name, kind: .word(words), isRequired: required,
      initial: .string(words.first ?? ""))
  }

  /// An amount, rate or count, from 0 unless it says otherwise.
  static func number(
    _ name: String, _ range: ClosedRange<Decimal> = 0...1_000_000_000_000,
    required: Bool = false, initial: JSONValue = 0
  ) -> RecordMember {
    RecordMember(name: name, kind: .number(range), isRequired: required, initial: initial)
  }

  static func day(_ name: String, required: Bool = false) -> RecordMember {
    RecordMember(name: name, kind: .day, isRequired: required, initial: "")
  }

  static func truth(_ name: String, initial: Bool = false) -> RecordMember {
    RecordMember(name: name, kind: .truth, initial: JSONValue(initial))
  }

  static func reference(
    _ name: String, _ reference: BooksReference, required: Bool = false
  ) -> RecordMember {
    RecordMember(name: name, kind: .reference(reference), isRequired: required, initial: "")
  }

  static func texts(_ name: String) -> RecordMember {
    RecordMember(name: name, kind: .texts, initial: [])
  }

  static func address(_ name: String, _ parts: [String]) -> RecordMember {
    RecordMember(
      name: name, kind: .address(parts),
      initial: .object(JSONObject(parts.map { ($0, JSONValue.string("")) })))
  }

  static func lines(
    _ name: String, id: String, required: Bool = false, _ members: [RecordMember]
  ) -> RecordMember {
    RecordMember(
      name: name, kind: .lines(id: id, members), isRequired: required, initial: [])
  }

  /// Whether list rows leave it out.
  var isOnlyInDetail: Bool {
    if case .lines = kind { true } else { false }
  }
}
