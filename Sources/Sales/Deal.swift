import FoundationEssentials

/// A sale under way, as Zoho CRM's module Deals keeps it.
public struct Deal: Hashable, Sendable {
  /// A deal's id.
  public typealias ID = Identifier<Deal>

  /// The id at Zoho CRM.
  public let id: ID
  /// What the deal is called.
  public var name: String
  /// Its value in its own currency; nil when nobody has said.
  public var amount: Money?
  /// Where it stands in its pipeline.
  public var stage: Stage.ID
  /// The pipeline it runs in; nil in organizations without pipelines.
  public var pipeline: Pipeline.ID?
  /// The day it should close.
  public var closingDate: CalendarDate?
  /// The chance that it is won, in percent.
  public var probability: Int?
  /// The company.
  public var account: Reference<Account>?
  /// The person.
  public var contact: Reference<Contact>?
  /// Who works on it.
  public var owner: Reference<User>?
  /// What to do next, in the owner's words.
  public var nextStep: String?
  /// Anything else, in prose.
  public var note: String?
  /// When it was made.
  public var createdTime: Date
  /// When it was last changed, by the server's clock.
  public var modifiedTime: Date
  /// Who changed it last.
  public var modifiedBy: String?
  /// When anyone last did something about it.
  public var lastActivityTime: Date?
  /// When it came to its stage; nil when CRM does not say.
  public var stageTime: Date?
  /// Why it was lost, as the organization's list puts it.
  public var lostReason: String?
  /// What its pick-lists say, by API name, where they were asked for; nil where they were not.
  public var choices: [String: String]?

  /// A deal with every field.
  public init(
    id: ID, name: String, amount: Money? = nil, stage: Stage.ID, pipeline: Pipeline.ID? = nil,
    closingDate: CalendarDate? = nil, probability: Int? = nil,
    account: Reference<Account>? = nil, contact: Reference<Contact>? = nil,
    owner: Reference<User>? = nil, nextStep: String? = nil, note: String? = nil,
    createdTime: Date, modifiedTime: Date, modifiedBy: String? = nil,
    lastActivityTime: Date? = nil, stageTime: Date? = nil, lostReason: String? = nil,
    choices: [String: String]? = nil
  ) {
    self.id = id
    self.name = name
    self.amount = amount
    self.stage = stage
    self.pipeline = pipeline
    self.closingDate = closingDate
    self.probability = probability
    self.account = account
    self.contact = contact
    self.owner = owner
    self.nextStep = nextStep
    self.note = note
    self.createdTime = createdTime
    self.modifiedTime = modifiedTime
    self.modifiedBy = modifiedBy
    self.lastActivityTime = lastActivityTime
    self.stageTime = stageTime
    self.lostReason = lostReason
    self.choices = choices
  }
}

/// One step in a deal's past: from when it stood in a stage.
///
/// The related list `Stage_History` of a deal.
public struct StageChange: Hashable, Sendable, Codable {
  /// The stage it came to.
  public let stage: Stage.ID
  /// When it came there.
  public let time: Date
  /// Who moved it.
  public let by: String?

  /// A step in a deal's past.
  public init(stage: Stage.ID, time: Date, by: String?) {
    self.stage = stage
    self.time = time
    self.by = by
  }
}
