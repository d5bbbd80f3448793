import Testing

@testable import LocalZoho

@Suite struct StageTests {
  private func deal(_ crm: CRMHarness) throws -> String {
    try crm.insert("Deals", #"{"Deal_Name":"D","Stage":"Qualification","Amount":999.99}"#)
  }

  @Test func aMovedDealTakesTheProbabilityOfItsStage() throws {
    let crm = try CRMHarness()
    let id = try deal(crm)
    _ = try crm.call("PUT", "Deals/\(id)", #"{"data":[{"Stage":"Negotiation/Review"}]}"#)
    let moved = try crm.get("Deals/\(id)?fields=Stage,Probability,Expected_Revenue").data[0]
    #expect(
      moved
        == (try json(
          """
          {"Stage":"Negotiation/Review","Probability":90,"Expected_Revenue":899.99,"id":"\(id)"}
          """)))
  }

  @Test func aProbabilityOfTheClientStays() throws {
    let crm = try CRMHarness()
    let id = try deal(crm)
    _ = try crm.call(
      "PUT", "Deals/\(id)", #"{"data":[{"Stage":"Needs Analysis","Probability":33}]}"#)
    #expect(try crm.get("Deals/\(id)").data[0]["Probability"] == 33)
    _ = try crm.call("PUT", "Deals/\(id)", #"{"data":[{"Amount":100}]}"#)
    #expect(try crm.get("Deals/\(id)").data[0]["Expected_Revenue"] == 33)
  }

  @Test func aStageOfAnotherPipelineIsRefused() throws {
    let crm = try CRMHarness()
    let id = try deal(crm)
    let answer = try crm.call("PUT", "Deals/\(id)", #"{"data":[{"Pipeline":"Renewals"}]}"#)
    #expect(answer.data[0]["code"] == "MAPPING_MISMATCH")
    let both = try crm.call(
      "PUT", "Deals/\(id)", #"{"data":[{"Pipeline":"Renewals","Stage":"Renewal Due"}]}"#)
    #expect(both.status == 200)
  }

  @Test func everyStageIsInTheHistory() throws {
    let crm = try CRMHarness()
    let id = try deal(crm)
    crm.wait(6 * 86_400)
    _ = try crm.call("PUT", "Deals/\(id)", #"{"data":[{"Stage":"Needs Analysis"}]}"#)
    crm.wait(60)
    _ = try crm.call("PUT", "Deals/\(id)", #"{"data":[{"Next_Step":"call"}]}"#)
    let fields =
      "Stage,Amount,Probability,Close_Date,Stage_Duration_Calendar_Days,Moved_To__s,Modified_Time"
    let history = try crm.get("Deals/\(id)/Stage_History?fields=\(fields)&sort_order=asc")
    #expect(history.status == 200)
    #expect(
      history.data.map { $0["Stage"] } == ["Qualification", "Needs Analysis"])
    #expect(history.data[0]["Moved_To__s"] == "Needs Analysis")
    #expect(history.data[0]["Stage_Duration_Calendar_Days"] == 6)
    #expect(history.data[1]["Moved_To__s"] == .null)
    #expect(history.data[1]["Probability"] == 20)
    #expect(history.data[1]["Amount"] == .number(999.99))
    #expect(history.data[1]["Modified_Time"] == "2026-11-30T10:00:00+00:00")
    #expect(history.json.at("info", "count") == 2)
    #expect(
      try crm.get("Deals/\(id)/Stage_History").json["code"] == "REQUIRED_PARAM_MISSING")
    #expect(try crm.get("Stage_History?fields=Stage").json["code"] == "INVALID_MODULE")
  }
}
