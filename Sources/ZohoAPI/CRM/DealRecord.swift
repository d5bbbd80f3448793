import FoundationEssentials
import Sales

/// A record of module Deals as CRM sends it. Every key but the id may be missing: a profile that may
/// not see a field simply does not get it.
struct DealRecord: Decodable, Sendable {
  let id: String
  let name: String?
  let stage: String?
  let pipeline: String?
  let amount: Decimal?
  let currency: String?
  let closingDate: CalendarDate?
  let probability: Int?
  let account: Lookup?
  let contact: Lookup?
  let owner: Lookup?
  let nextStep: String?
  let note: String?
  let createdTime: Date?
  let modifiedTime: Date?
  let modifiedTimeText: String?
  let modifiedBy: Lookup?
  let lastActivityTime: Date?
  let stageTime: Date?
  let lostReason: String?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case name = "Deal_Name"
    case stage = "Stage"
    case pipeline = "Pipeline"
    case amount = "Amount"
    case currency = "Currency"
    case closingDate = "Closing_Date"
    case probability = "Probability"
    case account = "Account_Name"
    case contact = "Contact_Name"
    case owner = "Owner"
    case nextStep = "Next_Step"
    case note = "Description"
    case createdTime = "Created_Time"
    case modifiedTime = "Modified_Time"
    case modifiedBy = "Modified_By"
    case lastActivityTime = "Last_Activity_Time"
    case stageTime = "Stage_Modified_Time"
    case lostReason = "Reason_For_Loss__s"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    name = try container.text(.name)
    stage = try container.text(.stage)
    pipeline = try container.text(.pipeline)
    amount = try container.decimal(.amount)
    currency = try container.text(.currency)
    closingDate = try container.day(.closingDate)
    probability = try container.integer(.probability)
    account = try container.decodeIfPresent(Lookup.self, forKey: .account)
    contact = try container.decodeIfPresent(Lookup.self, forKey: .contact)
    owner = try container.decodeIfPresent(Lookup.self, forKey: .owner)
    nextStep = try container.text(.nextStep)
    note = try container.text(.note)
    createdTime = try container.time(.createdTime)
    modifiedTimeText = try container.text(.modifiedTime)
    modifiedTime = try container.time(.modifiedTime)
    modifiedBy = try container.decodeIfPresent(Lookup.self, forKey: .modifiedBy)
    lastActivityTime = try container.time(.lastActivityTime)
    stageTime = try container.time(.stageTime)
    lostReason = try container.text(.lostReason)
  }

  /// The deal; its amount is in the home currency where the record names none.
  func deal(home: Currency) -> Deal {
    let created = createdTime ?? modifiedTime ?? Date(timeIntervalSince1970: 0)
    return Deal(
      id: Deal.ID(id), name: name ?? "",
      amount: amount.map { Money($0, currency.map { Currency($0) } ?? home) },
      stage: Stage.ID(stage ?? ""), pipeline: pipeline.map { Pipeline.ID($0) },
      closingDate: closingDate, probability: probability,
      account: account?.reference(), contact: contact?.reference(), owner: owner?.reference(),
      nextStep: nextStep, note: note, createdTime: created,
      modifiedTime: modifiedTime ?? created, modifiedBy: modifiedBy?.name,
      lastActivityTime: lastActivityTime, stageTime: stageTime, lostReason: lostReason)
  }
}

extension DealRecord {
  /// The fields to ask for, those pick-lists besides.
  static func fieldNames(with choices: [String]) -> [String] {
    let names = CodingKeys.fieldNames
    return names + choices.filter { !names.contains($0) }
  }
}

/// A record of module Deals with what its pick-lists say.
struct ChosenDealRecord: Decodable, Sendable {
  let record: DealRecord
  let fields: RecordFields

  init(from decoder: any Decoder) throws {
    record = try DealRecord(from: decoder)
    fields = try PlainRecord(from: decoder).fields
  }

  /// The deal with its choices of those pick-lists.
  func deal(home: Currency, choices names: [String]) -> Deal {
    var deal = record.deal(home: home)
    var choices: [String: String] = [:]
    for name in names { choices[name] = fields[name]?.text }
    deal.choices = choices
    return deal
  }
}

extension Lookup {
  /// The look-up as a reference to something of ours.
  func reference<Subject>() -> Reference<Subject> {
    Reference(id: Identifier(id), name: name ?? "")
  }
}

extension CaseIterable where Self: CodingKey {
  /// The API names of a record's fields, as the parameter `fields` wants them.
  static var fieldNames: [String] { allCases.map(\.stringValue).filter { $0 != "id" } }
}
