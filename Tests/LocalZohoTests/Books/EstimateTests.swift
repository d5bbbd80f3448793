import Foundation
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct EstimateTests {
  let books: BooksTestbed
  let customer: String
  init() throws {
    books = try BooksTestbed()
    customer = try books.customer()
  }

  func estimate(_ more: String = "") throws -> BooksTestbed.Answer {
    try books.call(
      "POST", "estimates", [:],
      """
      {"customer_id":"\(customer)","date":"2026-11-20","expiry_date":"2026-12-01",
       "line_items":[{"name":"Hard Drive","rate":120.5,"quantity":2,"tax_id":"\(books.tax("VAT"))"}]
       \(more)}
      """)
  }

  func id(_ answer: BooksTestbed.Answer) throws -> String {
    try #require(answer["estimate", "estimate_id"]?.stringValue)
  }

  func status(_ id: String) throws -> JSONValue? {
    try books.call("GET", "estimates/\(id)")["estimate", "status"]
  }

  @Test func aNewOneIsANumberedDraftWithItsSums() throws {
    let answer = try estimate(#","reference_number":"QRT-1","accept_retainer":true"#)
    #expect(answer.status == 201)
    #expect(answer.message == "The estimate has been created")
    #expect(answer["estimate", "estimate_number"] == "EST-000001")
    #expect(answer["estimate", "status"] == "draft")
    #expect(answer["estimate", "sub_total"]?.text == "241")
    #expect(answer["estimate", "tax_total"]?.text == "48.2")
    #expect(answer["estimate", "total"]?.text == "289.2")
    #expect(answer["estimate", "expiry_date"] == "2026-12-01")
    #expect(answer["estimate", "accept_retainer"] == true)
    #expect(answer["estimate", "customer_name"] == "Bowman and Co")
    #expect(answer["estimate", "line_items", 0, "item_total"]?.text == "241")
    #expect(try estimate()["estimate", "estimate_number"] == "EST-000002")
    #expect(try books.effects().last == "created estimates")
  }

  @Test func isSentAcceptedAndDeclined() throws {
    let id = try id(estimate())
    let early = try books.call("POST", "estimates/\(id)/status/accepted")
    #expect(early.status == 400)
    #expect(early.code == 5018)
    let sent = try books.call("POST", "estimates/\(id)/status/sent")
    #expect(sent.message == "Estimate status has been changed to Sent")
    let accepted = try books.call("POST", "estimates/\(id)/status/accepted")
    #expect(accepted.message == "Estimate status has been changed to Accepted.")
    #expect(
      try books.call("GET", "estimates/\(id)")["estimate", "accepted_date"] == "2026-11-24")
    let declined = try books.call("POST", "estimates/\(id)/status/declined")
    #expect(declined.message == "Estimate status has been changed to Declined.")
    #expect(try status(id) == "declined")
  }

  @Test func expiresAfterItsLastDay() throws {
    let id = try id(estimate())
    try books.call("POST", "estimates/\(id)/status/sent")
    books.pass(days: 7)
    #expect(try status(id) == "sent")
    books.pass(days: 1)
    #expect(try status(id) == "expired")
    let list = try books.call("GET", "estimates", ["filter_by": "Status.Expired"])
    #expect(list["estimates", 0, "estimate_id"] == .string(id))
    let sent = try books.call("GET", "estimates", ["status": "sent"])
    #expect(sent["estimates"] == [])
  }

  @Test func isApprovedAfterItWasSubmitted() throws {
    let id = try id(estimate())
    #expect(try books.call("POST", "estimates/\(id)/approve").status == 400)
    #expect(
      try books.call("POST", "estimates/\(id)/submit").message
        == "The estimate has been successfully submitted for approval")
    #expect(try status(id) == "pending_approval")
    #expect(
      try books.call("POST", "estimates/\(id)/approve").message
        == "You have approved the estimate.")
    #expect(try status(id) == "approved")
    #expect(try books.call("POST", "estimates/\(id)/status/sent").status == 200)
  }

  @Test func anInvoiceMadeFromItSetsItInvoiced() throws {
    let id = try id(estimate())
    try books.call("POST", "estimates/\(id)/status/sent")
    let invoice = try books.invoice(customer, #","invoiced_estimate_id":"\#(id)""#)
    #expect(invoice.status == 201)
    #expect(invoice["invoice", "estimate_id"] == .string(id))
    #expect(try status(id) == "invoiced")
    #expect(
      try books.invoice(customer, #","invoiced_estimate_id":"\#(id)""#).code == 5030)
    let other = try books.customer("Other")
    #expect(try books.invoice(other, #","invoiced_estimate_id":"\#(id)""#).code == 2)
  }

  @Test func goesByMailWithItsPaper() throws {
    let id = try id(estimate())
    let content = try books.call("GET", "estimates/\(id)/email")
    #expect(content["subject"] == "Estimate - EST-000001 from Fairlead Trading Ltd")
    #expect(content["to_contacts", 0, "email"] == "will@bowman.example")
    let sent = try books.call(
      "POST", "estimates/\(id)/email", [:],
      #"{"to_mail_ids":["a@b.example"],"subject":"Offer","body":"Look"}"#)
    #expect(sent.message == "Your estimate has been sent.")
    #expect(try status(id) == "sent")
    let mail = try books.store.read { try Mailbox.list(after: 0, limit: 9, $0) }
    #expect(mail.first?["recipients"] == ["a@b.example"])
    #expect(mail.first?["subject"] == "Offer")
    let bad = try books.call("POST", "estimates/\(id)/email", [:], #"{"to_mail_ids":["nobody"]}"#)
    #expect(bad.code == 2)
    let many = try books.call("POST", "estimates/email", ["estimate_ids": id])
    #expect(many.message == "Mission accomplished! We've sent all the estimates.")
    #expect(try books.effects().filter { $0 == "mailed estimates" }.count == 2)
  }

  @Test func manyComeInOnePDF() throws {
    let one = try id(estimate())
    let two = try id(estimate())
    let pdf = try books.call("GET", "estimates/pdf", ["estimate_ids": "\(one),\(two)"])
    #expect(pdf.contentType == "application/pdf")
    #expect(pdf.body.starts(with: Data("%PDF".utf8)))
    let none = try books.call("GET", "estimates/pdf")
    #expect(none.message == "Invalid value passed for estimate_ids")
    #expect(
      try books.call("GET", "estimates/\(one)", ["accept": "pdf"]).contentType
        == "application/pdf")
  }

  @Test func ownNumbersAndWrongOnes() throws {
    let own = #","estimate_number":"OFFER-7""#
    #expect(try estimate(own).code == 5097)
    let body = """
      {"customer_id":"\(customer)","estimate_number":"OFFER-7",
       "line_items":[{"name":"Work","rate":1}]}
      """
    let query: NamedValues = ["ignore_auto_number_generation": "true"]
    #expect(
      try books.call("POST", "estimates", query, body)["estimate", "estimate_number"] == "OFFER-7")
    #expect(try books.call("POST", "estimates", query, body).code == 5011)
    #expect(try books.call("GET", "estimates/12").code == 1002)
    #expect(try books.call("GET", "estimates/12").message == "Estimate does not exist.")
    #expect(
      try books.call("POST", "estimates", [:], #"{"customer_id":"\#(customer)"}"#).code == 2)
    #expect(try books.call("POST", "estimates", scopes: ["ZohoBooks.estimates.READ"]).status == 401)
  }

  @Test func changesKeepTheLinesThatAreNamed() throws {
    let made = try estimate()
    let id = try id(made)
    let line = try #require(made["estimate", "line_items", 0, "line_item_id"]?.stringValue)
    let changed = try books.call(
      "PUT", "estimates/\(id)", [:],
      """
      {"line_items":[{"line_item_id":"\(line)","quantity":1},{"name":"More","rate":10}],
       "discount":"10%","discount_type":"entity_level"}
      """)
    #expect(changed.message == "Estimate information has been updated.")
    #expect(changed["estimate", "line_items", 0, "line_item_id"] == .string(line))
    #expect(changed["estimate", "sub_total"]?.text == "130.5")
    #expect(changed["estimate", "discount_total"]?.text == "13.05")
    #expect(changed["estimate", "total"]?.text == "139.14")
    #expect(try books.call("DELETE", "estimates/\(id)").message == "The estimate has been deleted.")
    #expect(try books.call("GET", "estimates/\(id)").status == 404)
  }

  @Test func commentsAddressesAndTemplates() throws {
    let id = try id(estimate())
    let added = try books.call(
      "POST", "estimates/\(id)/comments", [:], #"{"description":"Call them"}"#)
    #expect(added.message == "Comments added")
    let comment = try #require(added["comment", "comment_id"]?.stringValue)
    let path = "estimates/\(id)/comments/\(comment)"
    let changed = try books.call("PUT", path, [:], #"{"description":"Called"}"#)
    #expect(changed.message == "Comment has been updated successfully.")
    #expect(
      try books.call("GET", "estimates/\(id)/comments")["comments", 0, "description"] == "Called")
    #expect(try books.call("DELETE", path).message == "The comment has been deleted.")
    let address = try books.call(
      "PUT", "estimates/\(id)/address/billing", [:], #"{"city":"Leeds"}"#)
    #expect(address.message == "Billing address updated")
    let shown = try books.call("GET", "estimates/\(id)")
    #expect(shown["estimate", "billing_address", "city"] == "Leeds")
    #expect(
      try books.call("PUT", "estimates/\(id)/templates/4600000000000000145").message
        == "Estimate information has been updated.")
    #expect(try books.call("PUT", "estimates/\(id)/templates/1").code == 2)
  }

  @Test func isFoundByItsTagAndMadeOnlyOnce() throws {
    let headers = [
      "X-Unique-Identifier-Key": "cf_fairlead_tag", "X-Unique-Identifier-Value": "FL-E1",
      "X-Upsert": "true",
    ]
    let body = """
      {"customer_id":"\(customer)","reference_number":"one","line_items":[{"name":"A","rate":1}]}
      """
    let made = try books.call("PUT", "estimates", [:], body, headers: headers)
    #expect(made.status == 201)
    #expect(made["estimate", "cf_fairlead_tag"] == "FL-E1")
    let again = try books.call(
      "PUT", "estimates", [:], #"{"reference_number":"two"}"#, headers: headers)
    #expect(again.status == 200)
    #expect(again["estimate", "estimate_id"] == made["estimate", "estimate_id"])
    #expect(again["estimate", "reference_number"] == "two")
    var other = headers
    other["X-Unique-Identifier-Value"] = "FL-E2"
    other["X-Upsert"] = nil
    #expect(try books.call("PUT", "estimates", [:], body, headers: other).code == 1002)
  }

  @Test func theCustomerSeesItByItsLink() throws {
    let id = try id(estimate())
    let key = try #require(
      try books.store.read { try Document.fetchOne($0, key: Int64(id)) }?.viewKey)
    #expect(throws: Refusal.self) { try books.service.customerView(key: key) }
    try books.call("POST", "estimates/\(id)/status/sent")
    let page = try books.service.customerView(key: key)
    #expect(String(decoding: page.body, as: UTF8.self).contains("<h1>ESTIMATE</h1>"))
    #expect(
      try books.call("GET", "estimates/\(id)")["estimate", "is_viewed_by_client"] == true)
  }
}
