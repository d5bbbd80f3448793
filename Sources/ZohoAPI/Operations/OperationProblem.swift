/// Why a call of an operation was not made: something about it is not as Zoho wants it.
///
/// Books ignores a parameter that it does not know and answers with everything, so such a call must
/// not leave.
public enum OperationProblem: Error, Hashable, Sendable {
  /// Ids are missing, or there are too many: those the path wants, and how many were given.
  case wrongIDs(wanted: [String], given: Int)
  /// The operation knows no such parameter; those it knows.
  case unknownParameter(String, known: [String])
  /// The parameter knows no such value; those it knows.
  case unknownValue(String, of: String, known: [String])
  /// The operation makes no sense without that parameter.
  case missingParameter(String)
  /// The operation wants a body.
  case missingBody
  /// The operation takes none.
  case unwantedBody
  /// The operation wants a file.
  case missingFile
  /// The operation takes none.
  case unwantedFile
  /// The body is not JSON as Zoho takes it.
  case notJSON(reason: String)
}
