import Testing

@testable import LocalZoho

@Suite struct RecordWriteTests {
  @Test func anInsertedDealAnswersWithItsIDAndWhoMadeIt() throws {
    let crm = try CRMHarness()
    let answer = try crm.call(
      "POST", "Deals",
      """
      {"data":[{"Deal_Name":"Acme renewal","Stage":"Qualification","Amount":12000.50,
        "Closing_Date":"2026-12-31","Nonsense":true}],"trigger":[]}
      """)
    #expect(answer.status == 201)
    #expect(
      answer.json
        == (try json(
          """
          {"data":[{"code":"SUCCESS","details":{
            "Modified_Time":"2026-11-24T10:00:00+00:00",
            "Modified_By":{"name":"Jane Hartley","id":"4150868000000000101"},
            "Created_Time":"2026-11-24T10:00:00+00:00","id":"4150868000000500001",
            "Created_By":{"name":"Jane Hartley","id":"4150868000000000101"},
            "$approval_state":"approved"},
            "message":"record added","status":"success"}]}
          """)))
    let deal = try crm.get("Deals/4150868000000500001").data[0]
    #expect(deal["Pipeline"] == "Standard")
    #expect(deal["Probability"] == 10)
    #expect(deal["Expected_Revenue"] == .number(1200.05))
    #expect(deal["Amount"] == .number(12000.5))
    #expect(deal["Currency"] == "GBP")
    #expect(deal["Exchange_Rate"] == 1)
    #expect(
      deal["Owner"]
        == [
          "name": "Jane Hartley", "id": "4150868000000000101",
          "email": "jane.hartley@fairlead.example",
        ])
    #expect(try crm.effects() == ["created Deals 4150868000000500001"])
  }

  @Test func mixedRowsAnswer207InTheOrderOfTheInput() throws {
    let crm = try CRMHarness()
    let answer = try crm.call(
      "POST", "Deals",
      """
      {"data":[{"Deal_Name":"One"},{"Deal_Name":"Two","Stage":"Qualification"},
        {"Deal_Name":"Three","Stage":"Qualification","Amount":"a lot"}]}
      """)
    #expect(answer.status == 207)
    #expect(
      answer.data[0]
        == (try json(
          """
          {"code":"MANDATORY_NOT_FOUND",
           "details":{"api_name":"Stage","json_path":"$.data[0].Stage"},
           "message":"required field not found","status":"error"}
          """)))
    #expect(answer.data[1]["code"] == "SUCCESS")
    #expect(
      answer.data[2]
        == (try json(
          """
          {"code":"INVALID_DATA","details":{"api_name":"Amount",
            "json_path":"$.data[2].Amount","expected_data_type":"double"},
           "message":"invalid data","status":"error"}
          """)))
    #expect(try crm.effects().count == 1)
  }

  @Test func anUpdateSaysWhenAndByWhomAndThatItIsApproved() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"Licences","Stage":"Qualification"}"#)
    crm.wait(60)
    let answer = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Amount":5}]}"#)
    #expect(answer.status == 200)
    #expect(
      answer.data[0]
        == (try json(
          """
          {"code":"SUCCESS","details":{"Modified_Time":"2026-11-24T10:01:00+00:00",
            "Modified_By":{"name":"Jane Hartley","id":"4150868000000000101"},
            "Created_Time":"2026-11-24T10:00:00+00:00","id":"\(deal)",
            "Created_By":{"name":"Jane Hartley","id":"4150868000000000101"},
            "$approval_state":"approved"},
           "message":"record updated","status":"success"}
          """)))
  }

  @Test func rowsThatAllFailAnswer400() throws {
    let crm = try CRMHarness()
    let answer = try crm.call("POST", "Accounts", #"{"data":[{"Phone":"1"},{}]}"#)
    #expect(answer.status == 400)
    #expect(answer.data.map { $0["code"] } == ["MANDATORY_NOT_FOUND", "MANDATORY_NOT_FOUND"])
  }

  @Test(
    arguments: [
      (
        #"{"Deal_Name":"D","Stage":"Renewal Due"}"#, "MAPPING_MISMATCH",
        "Pipeline doesn't contain the Stage",
        #"{"mapped_field":"Pipeline","api_name":"Stage","json_path":"$.data[0].Stage"}"#
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Pipeline":"Nobody's"}"#, "MAPPING_MISMATCH",
        "Layout doesn't contain the Pipeline",
        #"{"mapped_field":"Layout","api_name":"Pipeline","json_path":"$.data[0].Pipeline"}"#
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Probability":101}"#, "INVALID_DATA",
        "Given Probability is not valid",
        #"{"api_name":"Probability","json_path":"$.data[0].Probability"}"#
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Type":"Odd"}"#, "INVALID_DATA",
        "invalid data",
        """
        {"api_name":"Type","json_path":"$.data[0].Type",
         "supported_values":["Existing Business","New Business"]}
        """
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Closing_Date":"31/12/2026"}"#,
        "INVALID_DATA", "invalid data",
        """
        {"api_name":"Closing_Date","json_path":"$.data[0].Closing_Date",
         "expected_data_type":"date"}
        """
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Account_Name":{"id":"99"}}"#,
        "INVALID_DATA", "the id given seems to be invalid",
        #"{"api_name":"Account_Name","json_path":"$.data[0].Account_Name"}"#
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Account_Name":"Acme"}"#, "INVALID_DATA",
        "invalid data",
        """
        {"api_name":"Account_Name","json_path":"$.data[0].Account_Name",
         "expected_data_type":"jsonobject"}
        """
      ),
      (
        #"{"Deal_Name":"D","Stage":"Qualification","Owner":{"id":"7"}}"#, "INVALID_DATA",
        "the id given seems to be invalid",
        #"{"api_name":"Owner","json_path":"$.data[0].Owner"}"#
      ),
      (
        #"{"Deal_Name":7,"Stage":"Qualification"}"#, "INVALID_DATA", "invalid data",
        """
        {"api_name":"Deal_Name","json_path":"$.data[0].Deal_Name","expected_data_type":"text"}
        """
      ),
      (
        #"{"Deal_Name":"","Stage":"Qualification"}"#, "MANDATORY_NOT_FOUND",
        "required field not found", #"{"api_name":"Deal_Name","json_path":"$.data[0].Deal_Name"}"#
      ),
      (
        #""Deal""#, "INVALID_DATA", "invalid data",
        #"{"expected_data_type":"jsonobject","api_name":"data","json_path":"$.data[0]"}"#
      ),
    ])
  func aDealIsRefused(row: String, code: String, message: String, details: String) throws {
    let crm = try CRMHarness()
    let answer = try crm.call("POST", "Deals", "{\"data\":[\(row)]}")
    #expect(answer.status == 400)
    #expect(answer.data[0]["code"] == .string(code))
    #expect(answer.data[0]["message"] == .string(message))
    #expect(answer.data[0]["details"] == (try json(details)))
    #expect(try crm.get("Deals?fields=id").status == 204)
    #expect(try crm.effects().isEmpty)
  }

  @Test func aNameLongerThanItsFieldIsRefused() throws {
    let crm = try CRMHarness()
    let name = String(repeating: "x", count: 121)
    let answer = try crm.call(
      "POST", "Deals", "{\"data\":[{\"Deal_Name\":\"\(name)\",\"Stage\":\"Qualification\"}]}")
    #expect(answer.data[0].at("details", "maximum_length") == 120)
  }

  @Test func aSecondContactWithTheSameMailIsADuplicate() throws {
    let crm = try CRMHarness()
    let id = try crm.insert("Contacts", #"{"Last_Name":"Doe","Email":"jane@initech.example"}"#)
    let answer = try crm.call(
      "POST", "Contacts", #"{"data":[{"Last_Name":"Roe","Email":"Jane@Initech.example"}]}"#)
    #expect(answer.status == 400)
    #expect(answer.data[0]["code"] == "DUPLICATE_DATA")
    #expect(answer.data[0]["message"] == "duplicate data")
    #expect(answer.data[0].at("details", "id") == .string(id))
    #expect(
      answer.data[0].at("details", "duplicate_record", "module", "api_name") == "Contacts")
    #expect(
      try crm.call("POST", "Contacts", #"{"data":[{"Last_Name":"Roe","Email":"nobody"}]}"#)
        .data[0].at("details", "expected_data_type") == "email")
  }

  @Test func bodiesThatAreNotAsTheyShouldBe() throws {
    let crm = try CRMHarness()
    let broken = try crm.call("POST", "Deals", "{\"data\":[")
    #expect(broken.status == 400)
    #expect(broken.json["code"] == "INVALID_DATA")
    #expect(broken.json["message"] == "body")
    #expect(broken.json.at("details", "expected_data_type") == "jsonobject")
    let without = try crm.call("POST", "Deals", "{}")
    #expect(without.json["code"] == "MANDATORY_NOT_FOUND")
    #expect(without.json.at("details", "json_path") == "$.data")
    #expect(try crm.call("POST", "Deals", #"{"data":{}}"#).json["code"] == "INVALID_DATA")
    let rows = Array(repeating: "{}", count: 101).joined(separator: ",")
    let many = try crm.call("POST", "Deals", "{\"data\":[\(rows)]}")
    #expect(many.status == 400)
    #expect(many.json["code"] == "LIMIT_EXCEEDED")
    #expect(many.json.at("details", "limit") == 100)
  }

  @Test func writesCostACreditForEveryTenRows() throws {
    let crm = try CRMHarness()
    let rows = (1...11).map { "{\"Account_Name\":\"A\($0)\"}" }.joined(separator: ",")
    #expect(try crm.call("POST", "Accounts", "{\"data\":[\(rows)]}").credits == 2)
    #expect(
      try crm.call("POST", "Accounts", #"{"data":[{"Account_Name":"B"}]}"#).credits == 1)
  }

  @Test func updatesChangeOnlyWhatIsGiven() throws {
    let crm = try CRMHarness()
    let id = try crm.insert(
      "Accounts", #"{"Account_Name":"Globex","Phone":"+44 1","Annual_Revenue":5}"#)
    crm.wait(60)
    let answer = try crm.call("PUT", "Accounts/\(id)", #"{"data":[{"Phone":null}]}"#)
    #expect(answer.status == 200)
    #expect(answer.data[0]["message"] == "record updated")
    #expect(answer.data[0].at("details", "Modified_Time") == "2026-11-24T10:01:00+00:00")
    let account = try crm.get("Accounts/\(id)").data[0]
    #expect(account["Phone"] == .null)
    #expect(account["Account_Name"] == "Globex")
    #expect(account["Created_Time"] == "2026-11-24T10:00:00+00:00")
    #expect(try crm.effects().last == "changed Accounts \(id)")
    let emptied = try crm.call("PUT", "Accounts/\(id)", #"{"data":[{"Account_Name":null}]}"#)
    #expect(emptied.data[0]["code"] == "MANDATORY_NOT_FOUND")
  }

  @Test func aCollectionOfUpdatesNamesItsRecords() throws {
    let crm = try CRMHarness()
    let id = try crm.insert("Accounts", #"{"Account_Name":"Globex"}"#)
    let answer = try crm.call(
      "PUT", "Accounts",
      "{\"data\":[{\"Phone\":\"1\"},{\"id\":\"\(id)\",\"Phone\":\"2\"},{\"id\":\"12\"}]}")
    #expect(answer.status == 207)
    #expect(answer.data[0].at("details", "json_path") == "$.data[0].id")
    #expect(answer.data[0]["code"] == "MANDATORY_NOT_FOUND")
    #expect(answer.data[1]["code"] == "SUCCESS")
    #expect(answer.data[2]["message"] == "the id given seems to be invalid")
    #expect(answer.data[2].at("details", "id") == "12")
  }

  @Test func aRecordChangedMeanwhileAnswers412() throws {
    let crm = try CRMHarness()
    let id = try crm.insert("Accounts", #"{"Account_Name":"Globex"}"#)
    crm.wait(60)
    _ = try crm.call("PUT", "Accounts/\(id)", #"{"data":[{"Phone":"1"}]}"#)
    let answer = try crm.call(
      "PUT", "Accounts/\(id)", #"{"data":[{"Phone":"2"}]}"#,
      headers: ["If-Unmodified-Since": "2026-11-24T10:00:30+00:00"])
    #expect(answer.status == 412)
    #expect(
      answer.data[0]
        == (try json(
          """
          {"code":"ALREADY_MODIFIED","details":{
            "Modified_Time":"2026-11-24T10:01:00+00:00",
            "Modified_By":{"name":"Jane Hartley","id":"4150868000000000101"},
            "Created_Time":"2026-11-24T10:00:00+00:00","id":"\(id)",
            "Created_By":{"name":"Jane Hartley","id":"4150868000000000101"}},
           "message":"Record updated time has already passed if-unmodified-since time",
           "status":"error"}
          """)))
    #expect(try crm.get("Accounts/\(id)").data[0]["Phone"] == "1")
    let fresh = try crm.call(
      "PUT", "Accounts/\(id)", #"{"data":[{"Phone":"2"}]}"#,
      headers: ["If-Unmodified-Since": "2026-11-24T10:01:00+00:00"])
    #expect(fresh.status == 200)
  }

  @Test func anUpsertFindsItsRecordOrMakesOne() throws {
    let crm = try CRMHarness()
    let id = try crm.insert("Accounts", #"{"Account_Name":"Globex"}"#)
    let answer = try crm.call(
      "POST", "Accounts/upsert",
      """
      {"data":[{"Account_Name":"globex","Phone":"1"},{"Account_Name":"Initech"}],
       "duplicate_check_fields":["Account_Name"]}
      """)
    #expect(answer.status == 200)
    #expect(answer.data[0]["action"] == "update")
    #expect(answer.data[0]["duplicate_field"] == "Account_Name")
    #expect(answer.data[0]["message"] == "record updated")
    #expect(answer.data[0].at("details", "id") == .string(id))
    #expect(answer.data[1]["action"] == "insert")
    #expect(answer.data[1]["duplicate_field"] == .null)
    #expect(answer.data[1]["message"] == "record added")
    let refused = try crm.call(
      "POST", "Accounts/upsert",
      #"{"data":[{"Account_Name":"A"}],"duplicate_check_fields":["Phone"]}"#)
    #expect(refused.status == 400)
    #expect(refused.json["code"] == "INVALID_DATA")
  }

  @Test func aDeletedRecordIsGoneAndInTheFeed() throws {
    let crm = try CRMHarness()
    let account = try crm.insert("Accounts", #"{"Account_Name":"Globex"}"#)
    let deal = try crm.insert(
      "Deals",
      "{\"Deal_Name\":\"D\",\"Stage\":\"Qualification\",\"Account_Name\":{\"id\":\"\(account)\"}}")
    crm.wait(60)
    let answer = try crm.call("DELETE", "Accounts?ids=\(account),99")
    #expect(answer.status == 207)
    #expect(
      answer.data[0]
        == (try json(
          """
          {"code":"SUCCESS","details":{"id":"\(account)"},"message":"record deleted",
           "status":"success"}
          """)))
    #expect(answer.data[1].at("details", "id") == "99")
    #expect(try crm.get("Accounts/\(account)").status == 204)
    #expect(try crm.get("Deals/\(deal)").data[0]["Account_Name"] == .null)
    let feed = try crm.get("Accounts/deleted?type=all")
    #expect(
      feed.json
        == (try json(
          """
          {"data":[{"deleted_by":{"name":"Jane Hartley","id":"4150868000000000101"},
            "id":"\(account)","display_name":"Globex","type":"recycle",
            "created_by":{"name":"Jane Hartley","id":"4150868000000000101"},
            "deleted_time":"2026-11-24T10:01:00+00:00"}],
           "info":{"per_page":200,"count":1,"page":1,"more_records":false}}
          """)))
    #expect(try crm.get("Accounts/deleted?type=permanent").status == 204)
    #expect(try crm.get("Deals/deleted").status == 204)
    #expect(try crm.get("Deals/deleted?type=odd").status == 400)
    #expect(
      try crm.get(
        "Accounts/deleted", headers: ["If-Modified-Since": "2026-11-24T10:02:00+00:00"]
      ).status == 304)
    #expect(try crm.call("DELETE", "Accounts/\(account)").status == 400)
    #expect(try crm.call("DELETE", "Accounts").json["code"] == "REQUIRED_PARAM_MISSING")
  }
}
