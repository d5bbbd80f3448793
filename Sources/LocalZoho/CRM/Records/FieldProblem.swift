/// Why a field does not take a value.
enum FieldProblem: Error, Hashable, Sendable {
  case wrongType(expected: String)
  case tooLong(maximum: Int)
  case notInPickList(supported: [String])
  /// The record or user that a lookup names does not exist.
  case unknownID
  /// The object of a lookup lacks a key.
  case missingKey(String)
  case notAProbability
}
