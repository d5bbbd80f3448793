import Testing

@testable import LocalZoho

@Suite struct LineItemTests {
  private func pump(_ crm: CRMHarness) throws -> String {
    try crm.insert("Products", #"{"Product_Name":"Pump","Product_Code":"P1","Unit_Price":19.99}"#)
  }

  @Test func aQuoteAddsUpItsItems() throws {
    let crm = try CRMHarness()
    let pump = try pump(crm)
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Pumps","Stage":"Qualification"}"#)
    let quote = try crm.insert(
      "Quotes",
      """
      {"Subject":"Pumps for Leeds","Deal_Name":{"id":"\(deal)"},"Discount":5,"Adjustment":0.5,
       "Quoted_Items":[{"Product_Name":{"id":"\(pump)"},"Quantity":3},
        {"Product_Name":{"id":"\(pump)"},"Quantity":0.5,"List_Price":10.01,"Discount":1}]}
      """)
    let record = try crm.get("Quotes/\(quote)").data[0]
    let items = record["Quoted_Items"]?.arrayValue ?? []
    let first = try #require(items.first?["id"]?.stringValue)
    #expect(
      items.first
        == (try json(
          """
          {"id":"\(first)","Product_Name":{"name":"Pump","id":"\(pump)"},"Quantity":3,
           "List_Price":19.99,"Total":59.97,"Discount":0,"Total_After_Discount":59.97,"Tax":0,
           "Line_Tax":[],"Net_Total":59.97,"Description":null,"Sequence_Number":1}
          """)))
    #expect(try items[1]["Total"] == json("5.01"))
    #expect(try items[1]["Net_Total"] == json("4.01"))
    #expect(try record["Sub_Total"] == json("63.98"))
    #expect(try record["Grand_Total"] == json("59.48"))
    #expect(record["Quote_Stage"] == "Draft")
    #expect(
      try crm.get("Deals/\(deal)/Quotes?fields=Subject,Grand_Total").data.map { $0["Subject"] }
        == ["Pumps for Leeds"])
    let order = try crm.insert(
      "Sales_Orders",
      """
      {"Subject":"Pumps for Leeds","Quote_Name":{"id":"\(quote)"},
       "Ordered_Items":[{"Product_Name":{"id":"\(pump)"}}]}
      """)
    #expect(
      try crm.get("Sales_Orders/\(order)").data[0].at("Ordered_Items", "0", "Quantity") == 1)
  }

  @Test func itemsAreChangedAddedAndTakenAway() throws {
    let crm = try CRMHarness()
    let pump = try pump(crm)
    let quote = try crm.insert(
      "Quotes",
      """
      {"Subject":"A","Quoted_Items":[{"Product_Name":{"id":"\(pump)"}},
       {"Product_Name":{"id":"\(pump)"},"Quantity":2}]}
      """)
    let items = try crm.get("Quotes/\(quote)").data[0]["Quoted_Items"]?.arrayValue ?? []
    let ids = items.compactMap { $0["id"]?.stringValue }
    let answer = try crm.call(
      "PUT", "Quotes/\(quote)",
      """
      {"data":[{"Quoted_Items":[{"id":"\(ids[0])","Quantity":10},{"id":"\(ids[1])","_delete":null},
       {"Product_Name":{"id":"\(pump)"},"List_Price":1}]}]}
      """)
    #expect(answer.status == 200)
    let record = try crm.get("Quotes/\(quote)").data[0]
    let left = record["Quoted_Items"]?.arrayValue ?? []
    #expect(left.map { $0["Quantity"] } == [10, 1])
    #expect(left.map { $0["Sequence_Number"] } == [1, 2])
    #expect(try record["Grand_Total"] == json("200.9"))
  }

  @Test(
    arguments: [
      (#"{"Subject":"A"}"#, "MANDATORY_NOT_FOUND", "$.data[0].Quoted_Items"),
      (#"{"Subject":"A","Quoted_Items":[]}"#, "MANDATORY_NOT_FOUND", "$.data[0].Quoted_Items"),
      (#"{"Subject":"A","Quoted_Items":7}"#, "INVALID_DATA", "$.data[0].Quoted_Items"),
      (
        #"{"Subject":"A","Quoted_Items":[{"Quantity":1}]}"#, "MANDATORY_NOT_FOUND",
        "$.data[0].Quoted_Items[0].Product_Name"
      ),
      (
        #"{"Subject":"A","Quoted_Items":[{"Product_Name":{"id":"7"}}]}"#, "INVALID_DATA",
        "$.data[0].Quoted_Items[0].Product_Name"
      ),
      (
        #"{"Subject":"A","Quoted_Items":[{"id":"7"}]}"#, "INVALID_DATA",
        "$.data[0].Quoted_Items[0].id"
      ),
    ])
  func itemsThatAreRefused(row: String, code: String, path: String) throws {
    let answer = try CRMHarness().call("POST", "Quotes", "{\"data\":[\(row)]}")
    #expect(answer.status == 400)
    #expect(answer.data[0]["code"] == .string(code))
    #expect(answer.data[0].at("details", "json_path") == .string(path))
  }
}
