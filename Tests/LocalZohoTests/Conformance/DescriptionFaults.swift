@testable import LocalZoho

/// Where Zoho's descriptions are known to be wrong, each with its reason. Nothing else is forgiven.
enum DescriptionFaults {
  /// Paths that only fill a place that OpenAPI demands.
  static let placeholders: Set = [
    // The file holds shared schemas; its one path is called "dummy".
    "GET /",
    // The address that a finished job gives, whatever it is.
    "GET /{}",
  ]

  /// References to what no file has.
  static let dangling: Set = ["#/components/parameters/If-Modified-Since"]

  static func forgives(
    _ violation: SchemaViolation, _ value: JSONValue, _ schema: Schema,
    _ operation: DescribedOperation
  ) -> Bool {
    false
  }

  static func isFile(_ operation: DescribedOperation, _ kind: String) -> Bool { false }

  static func isMisnamed(_ member: String, _ operation: DescribedOperation) -> Bool { false }
}
