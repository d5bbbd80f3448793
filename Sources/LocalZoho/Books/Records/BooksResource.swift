import GRDB

/// A kind of record and the calls Books has for all such kinds: create, list, get, change, delete,
/// and a status or two. What is special about one is in its members, words and steps.
struct BooksResource: Sendable {
  /// Something to do with a record before it is written, or after.
  typealias Step = @Sendable (inout BooksRecord, BooksCall, Database) throws -> Void
  /// What answers a call on one record, which it may change.
  typealias Answer =
    @Sendable (inout BooksRecord, BooksCall, Database) throws -> ZohoReply
  /// Adds to what a reply shows of a record.
  typealias Showing =
    @Sendable (BooksRecord, inout JSONObject, BooksCall, Database) throws -> Void

  /// What it is part of, and the parameter of the path that names that.
  struct Parent: Sendable {
    var parameter: String
    var kind: String
    var title: String
  }

  /// How replies name and hold the record and its list.
  struct Keys: Sendable {
    var id: String
    var one: String
    var many: String
    /// For the replies where Zoho's description has a list of one record.
    var listsOne = false
    /// For the replies to GET where Zoho's description has the members beside `code`.
    var isFlat = false
  }

  struct Messages: Sendable {
    var created: String
    var updated: String
    var deleted: String
    var createdStatus = 201
  }

  let kind: String
  /// Below `/books/v3`: `projects`.
  let path: String
  /// The area of the scope: `projects`.
  let scope: String
  /// As in `Project does not exist.`
  let title: String
  let keys: Keys
  let messages: Messages
  let members: [RecordMember]
  var parent: Parent?
  var firstStatus = "active"
  /// The member no two records may have the same of, without regard to case.
  var unique: String?
  /// A condition on the rows, where a kind is shared.
  var condition = "1"
  /// The report that `page_context` names; nil for lists without pages.
  var report: String?
  /// What lists filter on, by the names of members.
  var filters: [String] = []
  /// Query names that stand for members of other names: `date` for `journal_date`.
  var aliases: [String: String] = [:]
  var sorts: [String] = []
  /// What `search_text` looks in.
  var searched: [String] = []
  /// SQL conditions for `filter_by`, beside `Status.`, which goes by the status.
  var filterBy: [String: String] = [:]
  /// The day that `Date.ThisMonth` and its like are about.
  var dateMember: String?
  /// SQL for names that are no members: `total`.
  var columns: [String: String] = [:]
  /// The column that is newest or first in lists, when nothing else is asked.
  var defaultSort = "created_time"
  var isDescending = false
  /// Whether replies have a `status`; some have `is_active`, or none.
  var showsStatus = true
  /// Checks and completes a record before it is written.
  var prepare: Step = { _, _, _ in }
  /// What follows from it when it is written.
  var settle: Step = { _, _, _ in }
  /// Throws what forbids its deletion.
  var refuseDeletion: Step = { _, _, _ in }
  var show: Showing = { _, _, _, _ in }
}
