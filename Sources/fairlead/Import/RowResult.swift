/// What became of one row of the file.
struct RowResult: Hashable {
  /// What can become of a row.
  enum Status: String, CaseIterable {
    /// The deal was made now.
    case created
    /// A record that was there before was changed.
    case updated
    /// A deal of that name was there before.
    case alreadyThere = "already there"
    /// Zoho said no.
    case refused
    /// The row was wrong and was not sent.
    case bad
    /// The answer was lost, and the deal was not found since: it may still appear.
    case unknown
    /// It was not its turn before the import ended.
    case notSent = "not sent"
  }

  let line: Int
  let name: String
  let status: Status
  var id = ""
  var message = ""
}

extension BadRow {
  /// What became of it: nothing.
  var result: RowResult { RowResult(line: line, name: name, status: .bad, message: reason) }
}
