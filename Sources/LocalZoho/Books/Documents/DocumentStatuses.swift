/// The statuses of a kind of document: what people decide is stored as its state, the rest follows
/// from balances and the calendar.
struct DocumentStatuses: Sendable {
  /// A step that people decide: `POST …/status/sent`.
  struct Step: Sendable {
    /// Below the document's path: `status/sent`, `submit`.
    var path: String
    var to: String
    /// The statuses from which it can be taken.
    var from: [String]
    /// Books' answer, and its HTTP status.
    var message: String
    var status = 200
    var scope = "CREATE"
    /// Done with it in the same transaction.
    var effect: @Sendable (inout Document, BooksFields, DocumentWriting) throws -> Void = {
      _, _, _ in
    }
  }

  /// The state of a new document.
  var initial: String
  /// The state that mailing gives a draft; nil when it stays one.
  var mailed: String?
  /// All that `status` and `filter_by` may ask for.
  var all: [String]
  /// SQL for the status of document `d` on a day, which stands for `today` as quoted text.
  var sql: @Sendable (_ today: String) -> String = { _ in "d.state" }
  var steps: [Step]
  /// The words of `filter_by` that are not the status in capitals: `PartiallyInvoiced`.
  var filters: [String: [String]] = [:]
  /// Statuses in which it can be changed no more.
  var frozen: [String] = ["void"]
}
