/// How bulk jobs go.
struct BulkPace: Hashable, Sendable {
  /// From the call to the end of the job, in seconds; 0 is at once.
  var seconds: Double = 3
  /// The most rows of one Bulk Read result.
  var rowsPerPage = 200_000
  /// The most rows of one Bulk Write file.
  var rowsPerFile = 25_000
}
