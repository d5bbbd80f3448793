import FoundationEssentials
import Sales

/// One thing we were asked to write, and what became of it.
public struct Intent: Hashable, Sendable {
  /// An intent's id: a UUID, made where the user asked.
  public typealias ID = Identifier<Intent>

  /// The id.
  public let id: ID
  /// What was asked.
  public let work: Work
  /// What may be done when the answer is lost.
  public let resendClass: ResendClass
  /// Whose organization it is for. The request must name the same.
  public let profile: Profile
  /// The exact bytes to send, frozen. Empty where the request has no body.
  public let body: [UInt8]
  /// The SHA-256 of the body, as 64 hexadecimal digits.
  public let bodyHash: String
  /// The mark that finds what was made.
  public let tag: String?
  /// The intent that must be confirmed first.
  public let dependsOn: ID?
  /// The intent this one takes back.
  public let undoes: ID?
  /// The draft it came from.
  public let draft: InvoiceDraft.ID?
  /// One line for people.
  public let summary: String
  /// When it was asked.
  public let created: Date
  /// Where it stands.
  public internal(set) var state: IntentState
  /// Since when it stands there.
  public internal(set) var stateSince: Date
  /// Why it stands there, for people.
  public internal(set) var reason: String?
  /// The id of what was made, once confirmed; of a moved deal the version that the move made.
  public internal(set) var returnedID: String?
  /// Not to be sent before then, as Zoho asked.
  public internal(set) var notBefore: Date?
  /// When the user last told us to send it again.
  public internal(set) var approved: Date?
  /// How often the program has queued it again by itself after an uncertain end.
  public internal(set) var automaticResends: Int
  /// When it was last claimed for sending; nil when it never was.
  public internal(set) var dispatched: Date?
  /// When to look for it next, while it is uncertain.
  public internal(set) var nextProbe: Date?
  /// Whether the user has seen how it ended and put it away.
  public internal(set) var isDismissed: Bool
  /// Until when the user wants it held back. It leaves only once it is released.
  public internal(set) var heldUntil: Date?

  /// Something to ask for.
  ///
  /// - Parameters:
  ///   - bodyHash: the SHA-256 of `body`, as 64 hexadecimal digits; compared before sending.
  ///   - isKeyed: whether the record carries a key of ours that Zoho refuses to take twice.
  public init(
    id: ID, work: Work, profile: Profile, body: [UInt8] = [], bodyHash: String = "",
    isKeyed: Bool = false, dependsOn: ID? = nil, undoes: ID? = nil, draft: InvoiceDraft.ID? = nil,
    summary: String, created: Date
  ) {
    self.init(
      id: id, work: work, resendClass: work.resendClass(isKeyed: isKeyed), profile: profile,
      body: body, bodyHash: bodyHash, tag: work.tag, dependsOn: dependsOn, undoes: undoes,
      draft: draft, summary: summary, created: created)
  }

  init(
    id: ID, work: Work, resendClass: ResendClass, profile: Profile, body: [UInt8],
    bodyHash: String, tag: String?, dependsOn: ID?, undoes: ID?, draft: InvoiceDraft.ID?,
    summary: String, created: Date
  ) {
    self.id = id
    self.work = work
    self.resendClass = resendClass
    self.profile = profile
    self.body = body
    self.bodyHash = bodyHash
    self.tag = tag
    self.dependsOn = dependsOn
    self.undoes = undoes
    self.draft = draft
    self.summary = summary
    self.created = created
    state = .queued
    stateSince = created
    automaticResends = 0
    isDismissed = false
  }
}

/// Whose records an intent is about: it is never sent to another organization.
public struct Profile: Hashable, Sendable, Codable {
  /// The organization's id at the product the intent goes to.
  public let organization: String
  /// The data centre, such as `eu`.
  public let dataCentre: String

  /// An organization in a data centre.
  public init(organization: String, dataCentre: String) {
    self.organization = organization
    self.dataCentre = dataCentre
  }
}
