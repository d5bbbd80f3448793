import GRDB

/// A kind of document that an estimate, a bill or a credit note is. What differs between kinds is in
/// this value; what they have in common works from it. Invoices and payments have their own code.
struct DocumentKind: Sendable {
  /// Whom it is with.
  enum Party: String, Sendable {
    case customer, vendor
  }

  /// The second day of a document: until when it holds, or when it is due.
  struct SecondDay: Sendable {
    /// `expiry_date`
    var name: String
    /// Whether it follows from the payment terms unless the body says it.
    var followsTerms = false
  }

  /// How documents are numbered.
  enum Numbering: Sendable {
    /// `EST-000001`, `EST-000002`, …; an own number only with `ignore_auto_number_generation`.
    case series(prefix: String)
    /// The body says it, once for all documents of the kind (`whole`) or for those of a contact.
    case own(isUniqueInKind: Bool)
  }

  /// What can be done with documents of the kind, beside the calls all kinds have.
  struct Calls: OptionSet, Sendable {
    let rawValue: Int
    static let mail = Calls(rawValue: 1)
    /// `…/email?estimate_ids=`
    static let mailMany = Calls(rawValue: 2)
    /// `…/pdf` and `…/print` of many.
    static let papers = Calls(rawValue: 4)
    static let attachment = Calls(rawValue: 8)
    static let comments = Calls(rawValue: 16)
    static let billingAddress = Calls(rawValue: 32)
    static let shippingAddress = Calls(rawValue: 64)
    static let templates = Calls(rawValue: 128)
    static let customFields = Calls(rawValue: 256)
    /// `PUT` on the list, by a unique custom field.
    static let updateByField = Calls(rawValue: 512)
    static let mailHistory = Calls(rawValue: 1024)
    static let commentChanges = Calls(rawValue: 2048)
    static let templateChoice = Calls(rawValue: 4096)
  }

  /// As rows, history and custom fields name it: `creditnote`.
  var name: String
  /// In refusals and history: `Credit note`.
  var title: String
  /// Below `/books/v3`: `creditnotes`.
  var path: String
  /// The members of replies.
  var one: String
  var many: String
  /// `creditnote_id`, `creditnote_number`
  var idName: String
  var numberName: String
  /// `creditnotes`, of which each call asks READ, CREATE, UPDATE or DELETE.
  var scope: String
  var party = Party.customer
  var numbering: Numbering
  /// The number its refusals count from.
  var code: Int
  var secondDay: SecondDay?
  var entity: CustomField.Entity
  var calls: Calls
  var words: DocumentWords
  var statuses: DocumentStatuses
  /// Members beyond those that all kinds have, taken from the body and shown as they are.
  var particulars: [Particular] = []
  var lineParticulars: [Particular] = []
  /// The members of a row in a list, of those a full reply has.
  var row: [String]
  /// SQL that adds up what was paid, applied or refunded of document `d`; nil for kinds that are not
  /// settled.
  var settled: String?
  /// Whether lines of more than nothing are required.
  var needsLines = true
  /// What `GET …/email` wraps its answer in.
  var mailMember: String? = "data"
  var paperTitle: String { title.uppercased() }

  /// Called with the body after the common members were taken over.
  var prepare:
    @Sendable (inout Document, BooksFields, _ isNew: Bool, DocumentWriting) throws -> Void = {
      _, _, _, _ in
    }
  /// Called when the document and its lines are stored.
  var finish: @Sendable (Document, BooksFields, _ isNew: Bool, DocumentWriting) throws -> Void = {
    _, _, _, _ in
  }
  /// Called before it goes; throws when it may not.
  var release: @Sendable (Document, DocumentWriting) throws -> Void = { _, _ in }
  /// What a full reply says beyond the common members.
  var more: @Sendable (Document, BooksCall, Database) throws -> JSONObject = { _, _, _ in
    JSONObject()
  }
  /// Further filters of its list.
  var filter: @Sendable (inout BooksList, BooksCall) throws -> Void = { _, _ in }

  /// `customer_id`, `vendor_id`
  var partyID: String { party.rawValue + "_id" }
  var partyName: String { party.rawValue + "_name" }

  /// Books says no by a code that means it in this module alone.
  func refusal(_ number: Int, _ message: String) -> Refusal {
    .books(400, code + number, message)
  }

  /// A member that is kept as the body says it.
  struct Particular: Sendable {
    enum Value: Sendable {
      case text, number, day, truth, id
      /// One of these words.
      case word([String])
      /// Any JSON, kept as it is.
      case any
    }

    var name: String
    var value: Value
    var initial: JSONValue

    init(_ name: String, _ value: Value = .text, initial: JSONValue = "") {
      self.name = name
      self.value = value
      self.initial = initial
    }
  }
}
