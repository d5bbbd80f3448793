import Foundation
import Testing

@testable import LocalZoho

@Suite struct WatchTests {
  private let watchDeals = """
    {"watch":[{"channel_id":"10001","events":["Deals.create","Deals.edit"],"token":"secret",
     "notify_url":"http://127.0.0.1:9/hook?key=1","return_affected_field_values":true}]}
    """

  @Test func aChannelIsOpenedListedAndClosed() throws {
    let crm = try CRMHarness()
    let opened = try crm.call("POST", "actions/watch", watchDeals)
    #expect(opened.status == 201)
    let module = opened.json.at("watch", "0", "details", "events", "0", "resource_id") ?? .null
    #expect(
      opened.json
        == [
          "watch": [
            [
              "code": "SUCCESS",
              "details": [
                "events": [
                  [
                    "channel_expiry": "2026-11-24T11:00:00+00:00",
                    "resource_uri": "http://127.0.0.1/crm/v8/Deals", "resource_id": module,
                    "resource_name": "Deals", "channel_id": "10001",
                  ]
                ]
              ], "message": "Successfully subscribed for actions-watch of the given module",
              "status": "success",
            ]
          ]
        ])
    let list = try crm.get("actions/watch?channel_id=10001")
    #expect(list.json.at("watch", "0", "events") == ["Deals.create", "Deals.edit"])
    #expect(list.json.at("watch", "0", "token") == "secret")
    #expect(list.json.at("watch", "0", "notify_url") == "http://127.0.0.1:9/hook?key=1")
    let closed = try crm.call("DELETE", "actions/watch?channel_ids=10001")
    #expect(
      closed.json
        == [
          "watch": [
            [
              "code": "SUCCESS",
              "details": [
                "resource_uri": "http://127.0.0.1/crm/v8/Deals", "resource_id": module,
                "channel_id": "10001",
              ], "message": "Successfully un-subscribed from actions-watch", "status": "success",
            ]
          ]
        ])
    #expect(try crm.get("actions/watch").status == 204)
    let again = try crm.call("DELETE", "actions/watch?channel_ids=10001")
    #expect(again.status == 400)
    #expect(again.json.at("watch", "0", "code") == "NOT_SUBSCRIBED")
  }

  @Test func aChannelIsRenewedReplacedAndAmended() throws {
    let crm = try CRMHarness()
    _ = try crm.call("POST", "actions/watch", watchDeals)
    let amended = try crm.call(
      "PATCH", "actions/watch", #"{"watch":[{"channel_id":"10001","events":["Contacts.all"]}]}"#)
    #expect(amended.status == 200)
    #expect(try crm.get("actions/watch").json["watch"]?.arrayValue?.count == 2)
    _ = try crm.call(
      "PATCH", "actions/watch",
      #"{"watch":[{"channel_id":"10001","events":["Deals.edit"],"_delete_events":true}]}"#)
    #expect(
      try crm.get("actions/watch?module=Deals").json.at("watch", "0", "events")
        == ["Deals.create"])
    let replaced = try crm.call(
      "PUT", "actions/watch",
      """
      {"watch":[{"channel_id":"10001","events":["Leads.delete"],"notify_url":"https://a.example/b",
       "channel_expiry":"2026-12-01T10:00:00+00:00"}]}
      """)
    #expect(replaced.status == 200)
    let list = try crm.get("actions/watch").json["watch"]?.arrayValue ?? []
    #expect(list.count == 1)
    #expect(list.first?["events"] == ["Leads.delete"])
    #expect(list.first?["channel_expiry"] == "2026-12-01T10:00:00+00:00")
    #expect(list.first?["token"] == .null)
    crm.wait(7 * 86_400)
    #expect(try crm.get("actions/watch").status == 204)
  }

  @Test(arguments: [
    (
      #"{"events":["Deals.all"],"notify_url":"https://a.example"}"#, "MANDATORY_NOT_FOUND",
      "channel_id"
    ),
    (#"{"channel_id":"1","notify_url":"https://a.example"}"#, "MANDATORY_NOT_FOUND", "events"),
    (#"{"channel_id":"1","events":["Deals.all"]}"#, "MANDATORY_NOT_FOUND", "notify_url"),
    (
      #"{"channel_id":"1","events":["Potions.all"],"notify_url":"https://a.example"}"#,
      "INVALID_DATA", "events"
    ),
    (#"{"channel_id":"1","events":["Deals.all"],"notify_url":"a"}"#, "INVALID_DATA", "notify_url"),
    (
      #"{"channel_id":"1","events":["Deals.all"],"notify_url":"https://a.example","channel_expiry":"2026-12-01T10:00:01+00:00"}"#,
      "INVALID_DATA", "channel_expiry"
    ),
    (
      #"{"channel_id":"1","events":["Deals.all"],"notify_url":"https://a.example","token":"123456789012345678901234567890123456789012345678901"}"#,
      "INVALID_DATA", "token"
    ),
  ])
  func wrongChannelsAreRefused(watch: String, code: String, field: String) throws {
    let reply = try CRMHarness().call("POST", "actions/watch", "{\"watch\":[\(watch)]}")
    #expect(reply.status == 400)
    #expect(reply.json.at("watch", "0", "code") == .string(code))
    #expect(reply.json.at("watch", "0", "details", "api_name") == .string(field))
  }

  @Test func whatHappensIsTold() throws {
    let crm = try CRMHarness()
    let before = try crm.insert("Deals", #"{"Deal_Name":"Before","Stage":"Qualification"}"#)
    _ = try crm.call("POST", "actions/watch", watchDeals)
    let notifications = try Notifications(crm.store)
    let deal = try crm.insert("Deals", #"{"Deal_Name":"New","Stage":"Qualification"}"#)
    crm.wait(1)
    _ = try crm.call("PUT", "Deals/\(before)", #"{"data":[{"Amount":5}]}"#)
    _ = try crm.call("DELETE", "Deals/\(deal)")
    _ = try crm.insert("Contacts", #"{"Last_Name":"Doe"}"#)
    let posts = try notifications.due()
    #expect(posts.map(\.url) == Array(repeating: "http://127.0.0.1:9/hook?key=1", count: 2))
    #expect(
      try JSONValue(parsing: posts[0].body)
        == [
          "server_time": 1_795_514_401_000, "affected_values": [], "query_params": ["key": "1"],
          "module": "Deals", "resource_uri": "http://127.0.0.1/crm/v8/Deals",
          "ids": [.string(deal)], "affected_fields": [], "operation": "insert",
          "channel_id": "10001", "token": "secret",
        ])
    let edit = try JSONValue(parsing: posts[1].body)
    #expect(edit["operation"] == "update")
    #expect(edit["affected_fields"] == [.object([before: ["Amount"]])])
    #expect(
      edit["affected_values"] == [["record_id": .string(before), "values": ["Amount": 5]]])
    #expect(try notifications.due().isEmpty)
  }

  @Test func aConditionNamesTheFieldsThatMatter() throws {
    let crm = try CRMHarness()
    let deal = try crm.insert("Deals", #"{"Deal_Name":"A","Stage":"Qualification"}"#)
    _ = try crm.call(
      "POST", "actions/watch",
      """
      {"watch":[{"channel_id":"1","events":["Deals.edit"],"notify_url":"https://a.example/b",
       "notification_condition":[{"type":"field_selection","module":{"api_name":"Deals"},
        "field_selection":{"group_operator":"or","group":[{"field":{"api_name":"Stage"}}]}}]}]}
      """)
    let notifications = try Notifications(crm.store)
    _ = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Amount":5}]}"#)
    #expect(try notifications.due().isEmpty)
    _ = try crm.call("PUT", "Deals/\(deal)", #"{"data":[{"Stage":"Needs Analysis"}]}"#)
    #expect(try notifications.due().count == 1)
  }
}
