import GRDB

/// What the CRM works out by itself from other fields of a record.
struct ComputedFields {
  private let module: String
  private let probabilityOfStage: [String: Int64]
  private let rateOfCurrency: [String: Int64]
  private let baseCurrency: String?

  init(_ module: CRMModule, metadata: CRMMetadata, _ db: Database) throws {
    self.module = module.apiName
    let stages = metadata.field("Stage", of: "Deals")?.pickList ?? []
    probabilityOfStage = Dictionary(
      stages.compactMap { value in value.stage.map { (value.actualValue, Int64($0.probability)) } },
      uniquingKeysWith: { first, _ in first })
    let currencies = try CRMCurrency.all(db)
    rateOfCurrency = Dictionary(
      currencies.map { ($0.isoCode, $0.rateBillionths) }, uniquingKeysWith: { first, _ in first })
    baseCurrency = currencies.first(where: \.isBase)?.isoCode
  }

  /// Fills what is empty and works out the rest anew.
  func fill(_ draft: inout RecordDraft) throws {
    if draft.has("Full_Name") { draft["Full_Name"] = fullName(draft) }
    if draft.has("Currency") {
      draft.fill("Currency", baseCurrency.databaseValue)
      draft.fill(
        "Exchange_Rate", draft.text("Currency").flatMap { rateOfCurrency[$0] }.databaseValue)
    }
    switch module {
    case "Deals", "Stage_History":
      draft.fill("Probability", probability(of: draft.text("Stage")).databaseValue)
      draft["Expected_Revenue"] = expectedRevenue(draft).databaseValue
      draft["Stage_Duration_Calendar_Days"] = draft["Stage_Duration"]
    case "Quotes", "Sales_Orders": try addUp(&draft)
    case "Tasks":
      let isClosed = draft.text("Status") == "Completed"
      if isClosed {
        draft.fill("Closed_Time", draft["Modified_Time"])
      } else {
        draft["Closed_Time"] = .null
      }
    case "Calls":
      draft["Call_Duration_in_seconds"] = callSeconds(draft).databaseValue
      if draft.text("Call_Type") == "Outbound" {
        let isAhead = draft.number("Call_Start_Time") ?? 0 > draft.number("Modified_Time") ?? 0
        draft.fill("Outgoing_Call_Status", (isAhead ? "Scheduled" : "Completed").databaseValue)
      }
    default: break
    }
  }

  /// What the line items cost, less the discount, with tax and adjustment.
  private func addUp(_ draft: inout RecordDraft) throws {
    guard let items = StandardModule.itemsField(of: module),
      let sum = ScaledNumber.read("\(try LineItems.total(draft[items]))", places: 2)
    else { return }
    draft["Sub_Total"] = sum.databaseValue
    for name in ["Discount", "Tax", "Adjustment"] { draft.fill(name, Int64(0).databaseValue) }
    let others = (draft.number("Tax") ?? 0) + (draft.number("Adjustment") ?? 0)
    draft["Grand_Total"] = (sum - (draft.number("Discount") ?? 0) + others).databaseValue
  }

  /// Percent; nil for a stage nobody knows.
  func probability(of stage: String?) -> Int64? { stage.flatMap { probabilityOfStage[$0] } }

  private func fullName(_ draft: RecordDraft) -> DatabaseValue {
    [draft.text("First_Name"), draft.text("Last_Name")].compactMap(\.self)
      .joined(separator: " ").databaseValue
  }

  private func expectedRevenue(_ draft: RecordDraft) -> Int64? {
    guard let amount = draft.number("Amount"), let probability = draft.number("Probability") else {
      return nil
    }
    return ScaledNumber.multiplied(amount, probability, over: 100)
  }

  /// `mm:ss` or `hh:mm:ss` as seconds.
  private func callSeconds(_ draft: RecordDraft) -> Int64? {
    guard let text = draft.text("Call_Duration") else { return nil }
    var seconds: Int64 = 0
    for part in text.split(separator: ":") {
      guard let number = Int64(part), number >= 0, number < 100_000 else { return nil }
      seconds = seconds * 60 + number
    }
    return seconds
  }
}
