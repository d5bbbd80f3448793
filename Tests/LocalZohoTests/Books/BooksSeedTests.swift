import GRDB
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(3))) struct BooksSeedTests {
  /// A seeded organization, without the CRM's records.
  func seeded(_ number: UInt64 = 1, deals: Int = 240) throws -> BooksTestbed {
    let books = try BooksTestbed(crm: .tables)
    try books.store.write { db in
      let today = try #require(Day("2026-11-24"))
      let seed = Seed(number: number, deals: deals)
      var crm = try CRMSeed(db, seed, today: today)
      let world = try crm.fill()
      var books = try BooksSeed(db, seed, world: world)
      try books.fill()
    }
    return books
  }

  @Test func aLivelyOrganization() throws {
    let books = try seeded()
    for status in ["draft", "sent", "viewed", "overdue", "partially_paid", "paid", "void"] {
      let found = try books.call(
        "GET", "invoices", NamedValues(dictionaryLiteral: ("status", status)))
      #expect(
        found["invoices"]?.arrayValue?.contains { $0["status"]?.stringValue == status } == true,
        "\(status)")
    }
    #expect(try books.effects() == [])
    #expect(try #require(try books.call("GET", "items")["items"]?.arrayValue).count >= 25)
    let linked = try books.call("GET", "contacts", ["filter_by": "Status.Crm"])
    let all = try books.call("GET", "contacts")
    #expect(
      try #require(linked["contacts"]?.arrayValue?.count)
        < #require(all["contacts"]?.arrayValue?.count))
    let emails = all["contacts"]?.arrayValue?.compactMap { $0["email"]?.stringValue } ?? []
    #expect(emails.allSatisfy { $0.hasSuffix(".example") && MailAddress.isValid($0) })
    let row = try #require(try books.call("GET", "invoices")["invoices", 0])
    #expect(row["zcrm_potential_id"]?.stringValue == row["cf_deal_id"]?.stringValue)
    #expect(row["zcrm_potential_name"]?.stringValue?.isEmpty == false)
  }

  @Test func theSumsAgree() throws {
    let books = try seeded()
    let wrong = try books.store.read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT count(*) FROM books_invoices i WHERE balance <> total - payment_made
            OR balance < 0 OR total <> sub_total + tax_total
            OR payment_made <> (SELECT coalesce(sum(amount_applied), 0)
              FROM books_payment_invoices a WHERE a.invoice_id = i.invoice_id)
          UNION ALL SELECT count(*) FROM books_payments p WHERE unused_amount <> amount -
            (SELECT coalesce(sum(amount_applied), 0)
              FROM books_payment_invoices a WHERE a.payment_id = p.payment_id)
          """)
    }
    #expect(wrong == [0, 0])
  }

  @Test func nothingHappensInTheFuture() throws {
    let today = Int64(try #require(Day("2026-11-24")).number) * 86_400
    let latest = try seeded().store.read { db in
      try [
        "created_time FROM books_invoices", "last_modified_time FROM books_invoices",
        "client_viewed_time FROM books_invoices", "last_modified_time FROM books_payments",
        "last_modified_time FROM books_contacts", "time FROM books_comments",
      ].map { source in
        let place = source.split(separator: " ", maxSplits: 1)
        return try Int64.fetchOne(db, sql: "SELECT max(\(place[0])) \(place[1])") ?? .max
      }
    }
    #expect(latest.allSatisfy { $0 < today })
  }

  @Test func theSameSeedMakesTheSameBooks() throws {
    let first = try seeded(7, deals: 60).call("GET", "invoices").json
    #expect(try seeded(7, deals: 60).call("GET", "invoices").json == first)
    #expect(try seeded(8, deals: 60).call("GET", "invoices").json != first)
  }

  @Test func anAccountNeverBilledIsImportedFromTheCRM() throws {
    let books = try seeded(1, deals: 120)
    let account = try books.store.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT id, "Account_Name" AS name, "Currency" AS currency FROM "crm_Accounts"
          WHERE "Account_Name" NOT IN (SELECT company_name FROM books_contacts)
          """)
    }
    let row = try #require(account)
    let id: Int64 = row["id"]
    let answer = try books.call("POST", "crm/account/\(id)/import")
    #expect(answer.message == "success")
    let found = try books.call(
      "GET", "contacts", NamedValues(dictionaryLiteral: ("zcrm_account_id", String(id))))
    #expect(found["contacts", 0, "contact_name"]?.stringValue == row["name"])
    #expect(found["contacts", 0, "currency_code"]?.stringValue == row["currency"])
    #expect(found["contacts", 0, "email"]?.stringValue?.contains("@") == true)
  }

  @Test func workGoesOnAfterTheSeed() throws {
    let books = try seeded(1, deals: 60)
    let customer = try books.customer("A new customer")
    #expect(try books.invoice(customer).status == 201)
  }
}

extension BooksSeedTests {
  @Test func thereIsMoreThanSales() throws {
    let books = try seeded(1, deals: 60)
    let bank = try books.call("GET", "bankaccounts")["bankaccounts", 0]
    #expect(bank?["account_name"] == "Harbour Bank, current")
    #expect(try books.call("GET", "projects")["projects"]?.arrayValue?.count == 4)
    #expect(
      try #require(try books.call("GET", "projects/timeentries")["time_entries"]?.arrayValue)
        .count >= 24)
    #expect(try books.call("GET", "expenses")["expenses"]?.arrayValue?.count == 36)
    #expect(try books.call("GET", "bills")["bills"]?.arrayValue?.count == 12)
    let paid = try books.call("GET", "bills", ["status": "paid"])["bills"]?.arrayValue
    #expect(paid?.count == 8)
    let unbalanced = try books.store.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT source_id FROM books_postings
            GROUP BY source_id HAVING sum(bcy_debit) <> 0)
          """)
    }
    #expect(unbalanced == 0)
  }
}
