import Testing

@testable import LocalZoho

@Suite struct ItemTests {
  let books: BooksTestbed
  init() throws { books = try BooksTestbed() }

  @Test func lifeOfAnItem() throws {
    let vat = try books.tax("VAT")
    let created = try books.call(
      "POST", "items", [:],
      #"""
      {"name":"Hard Drive","rate":120.5,"description":"500GB","tax_id":"\#(vat)","sku":"s12345",
       "product_type":"goods","unit":"pcs"}
      """#)
    #expect(created.status == 201)
    #expect(created.message == "The item has been added.")
    #expect(created["item", "rate"]?.text == "120.5")
    #expect(created["item", "tax_name"] == "VAT")
    #expect(created["item", "tax_percentage"] == 20)
    let id = try #require(created["item", "item_id"]?.stringValue)

    let again = try books.call("POST", "items", [:], #"{"name":"hard drive","rate":1}"#)
    #expect(again.code == 1001)
    let missing = try books.call("POST", "items", [:], #"{"name":"No rate"}"#)
    #expect(missing.code == 2)

    let changed = try books.call("PUT", "items/\(id)", [:], #"{"name":"Hard Drive","rate":"99"}"#)
    #expect(changed.message == "Item details have been saved.")
    #expect(changed["item", "rate"] == 99)
    #expect(
      try books.call("POST", "items/\(id)/inactive").message
        == "The item has been marked as inactive.")
    #expect(try books.call("GET", "items", ["filter_by": "Status.Active"])["items"] == [])
    #expect(
      try books.call("GET", "items", ["rate_greater_than": "98.99"])["items", 0, "name"]
        == "Hard Drive")
    #expect(try books.call("DELETE", "items/\(id)").message == "The item has been deleted.")
    #expect(try books.call("GET", "items/\(id)").status == 404)
  }

  @Test func whatAnInvoiceSellsStays() throws {
    let customer = try books.customer()
    let id = try #require(
      try books.call("POST", "items", [:], #"{"name":"Drill","rate":10}"#)["item", "item_id"]?
        .stringValue)
    let invoice = try books.call(
      "POST", "invoices", [:],
      #"{"customer_id":"\#(customer)","line_items":[{"item_id":"\#(id)","quantity":3}]}"#)
    #expect(invoice["invoice", "total"] == 30)
    #expect(invoice["invoice", "line_items", 0, "name"] == "Drill")
    #expect(try books.call("DELETE", "items/\(id)").status == 400)
  }

  @Test func whatAnItemIsBoughtFor() throws {
    let vendor = try books.vendor()
    let created = try books.call(
      "POST", "items", [:],
      #"""
      {"name":"Rope","rate":3,"item_type":"sales_and_purchases","purchase_rate":2.5,
       "purchase_description":"By the metre","vendor_id":"\#(vendor)",
       "purchase_account_id":"\#(try books.account("Cost of Goods Sold"))","is_taxable":false}
      """#)
    #expect(created["item", "purchase_rate"]?.text == "2.5")
    #expect(created["item", "vendor_name"] == "Quay Supplies")
    #expect(created["item", "purchase_account_name"] == "Cost of Goods Sold")
    #expect(created["item", "is_taxable"] == false)
    let id = try #require(created["item", "item_id"]?.stringValue)
    let details = try books.call("GET", "itemdetails", .one("item_ids", id))
    #expect(details["items", 0, "purchase_description"] == "By the metre")
    #expect(try books.call("GET", "itemdetails").code == 2)
    let wrong = #"{"name":"Y","rate":1,"vendor_id":"5"}"#
    #expect(try books.call("POST", "items", [:], wrong).code == 2)
    let field = #"[{"customfield_id":1,"value":"x"}]"#
    #expect(try books.call("PUT", "item/\(id)/customfields", [:], field).code == 2)
    #expect(
      try books.call(
        "PUT", "items", [:], #"{"rate":2}"#,
        headers: ["X-Unique-Identifier-Key": "cf_x", "X-Unique-Identifier-Value": "1"]
      ).code == 2)
  }
}
