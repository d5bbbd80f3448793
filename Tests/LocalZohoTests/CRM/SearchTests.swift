import Testing

@testable import LocalZoho

@Suite struct SearchTests {
  private func crm() throws -> CRMHarness {
    let crm = try CRMHarness()
    try crm.seed(
      "Contacts",
      [
        [
          "id": "4150868000001000001", "First_Name": "Jane", "Last_Name": "Doe",
          "Email": "jane@initech.example", "Mobile": "+44 7700 900123",
        ],
        [
          "id": "4150868000001000002", "Last_Name": "Smith (Sr.), Bob",
          "Email": "bob@initech.example", "Title": "Head of 100% wool",
        ],
        ["id": "4150868000001000003", "First_Name": "張", "Last_Name": "偉"],
      ])
    return crm
  }

  private func found(_ query: String, encoded: Bool = false) throws -> [String] {
    let answer = try crm().get("Contacts/search?fields=Last_Name&\(query)")
    if answer.status == 204 { return [] }
    #expect(answer.status == 200, "\(answer.json.text)")
    return answer.data.compactMap { $0["Last_Name"]?.stringValue }
  }

  @Test(
    arguments: [
      ("criteria=(Last_Name:equals:Do)", ["Doe"]),
      ("criteria=(Last_Name:starts_with:Smi)", ["Smith (Sr.), Bob"]),
      ("criteria=(Last_Name:equals:Smith%20%5C(Sr.%5C)%5C,%20Bob)", ["Smith (Sr.), Bob"]),
      ("criteria=((Last_Name:equals:Doe)and(First_Name:equals:Jane))", ["Doe"]),
      (
        "criteria=((Last_Name:equals:Doe)or((Last_Name:equals:Smith)and(Title:equals:wool)))",
        ["Smith (Sr.), Bob", "Doe"]
      ),
      ("criteria=(Title:equals:100%25)", ["Smith (Sr.), Bob"]),
      ("criteria=(Title:equals:1_0)", []),
      ("criteria=(id:in:4150868000001000001,4150868000001000003)", ["偉", "Doe"]),
      ("criteria=(Email_Opt_Out:equals:false)", ["偉", "Smith (Sr.), Bob", "Doe"]),
      (
        "criteria=(Created_Time:between:2026-11-24T00:00:00%2B00:00,2026-11-25T00:00:00%2B00:00)",
        ["偉", "Smith (Sr.), Bob", "Doe"]
      ),
      ("email=JANE@initech.example", ["Doe"]),
      ("phone=900123", ["Doe"]),
      ("word=initech", ["Smith (Sr.), Bob", "Doe"]),
      ("word=%E5%81%89%E5%81%89", []),
      ("criteria=(Full_Name:equals:%E5%BC%B5)", ["偉"]),
      ("criteria=(Last_Name:equals:Doe)&word=initech", ["Doe"]),
    ])
  func contactsAreFound(query: String, expected: [String]) throws {
    #expect(try found(query) == expected)
  }

  @Test func theInfoKnowsNoTokens() throws {
    let answer = try crm().get("Contacts/search?word=initech&per_page=1&page=2")
    #expect(
      answer.json["info"]
        == ["per_page": 1, "count": 1, "page": 2, "more_records": false])
    #expect(answer.data[0]["Full_Name"] == "Jane Doe")
  }

  @Test(
    arguments: [
      ("Contacts/search", "EXPECTED_PARAM_MISSING"),
      ("Contacts/search?criteria=(Last_Name:equals:Doe", "INVALID_QUERY"),
      ("Contacts/search?criteria=(Last_Name)", "INVALID_QUERY"),
      ("Contacts/search?criteria=(Shoe_Size:equals:9)", "INVALID_QUERY"),
      ("Contacts/search?criteria=(Last_Name:less_than:9)", "INVALID_QUERY"),
      ("Contacts/search?criteria=(Created_Time:less_than:monday)", "INVALID_QUERY"),
      ("Contacts/search?word=a", "INVALID_QUERY"),
      ("Contacts/search?word=ab&page=11", "LIMIT_REACHED"),
      ("Notes/search?word=ab", "NOT_SUPPORTED"),
    ])
  func searchesThatAreRefused(path: String, code: String) throws {
    let answer = try crm().get(path)
    #expect(answer.status == 400)
    #expect(answer.json["code"] == .string(code))
  }

  @Test func moreThan15ConditionsAreTooMany() throws {
    let all = Array(repeating: "(Last_Name:equals:Doe)", count: 16).joined(separator: "and")
    #expect(
      try crm().get("Contacts/search?criteria=(\(all))").json["code"]
        == "CRITERIA_LIMIT_EXCEEDED")
  }

  @Test func aDeepNestIsRefusedNotFatal() throws {
    let open = String(repeating: "(", count: 20_000)
    #expect(
      try crm().get("Contacts/search?criteria=\(open)").json["code"] == "INVALID_QUERY")
  }
}
