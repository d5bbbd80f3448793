import Foundation
import GRDB

extension BooksSeed {
  /// What Books has beside sales: a bank account, projects with their time, expenses, and vendors
  /// with their bills. It comes last, so that it changes nothing of what comes before.
  mutating func fillKeeping() throws {
    let bank = try fillBank()
    try fillProjects()
    try fillExpenses(paidFrom: bank)
    try fillBills(paidFrom: bank)
  }

  private mutating func save(
    _ kind: String, parent: Int64? = nil, status: String = "active", on day: Day,
    _ members: JSONObject
  ) throws -> BooksRecord {
    let record = BooksRecord(
      id: try ids.next(db), kind: kind, parent: parent, status: status, members: members,
      created: workTime(on: day))
    try record.save(db)
    return record
  }

  private mutating func fillBank() throws -> Int64 {
    let start = world.today - 550
    let bank = try save(
      "account", on: start,
      [
        "account_name": "Harbour Bank, current", "account_type": "bank",
        "currency_id": .string(String(home.id)), "bank_name": "Harbour Bank",
        "account_number": "20417733", "is_primary_account": true,
      ])
    try Posting.replace(
      of: bank.id, "opening_balance", on: start.description,
      with: [
        Posting(bank.id, debit: 84_500),
        Posting(StandardAccounts.openingBalanceOffset, debit: -84_500),
      ], db)
    return bank.id
  }

  private mutating func fillProjects() throws {
    let names = ["Warehouse survey", "Roll-out of handhelds", "Label redesign", "Yard network"]
    let places = customers.keys.sorted().prefix(names.count)
    for (name, place) in zip(names, places) {
      guard let customer = customers[place] else { continue }
      let start = world.today - random.number(60...200)
      let project = try save(
        "project", on: start,
        [
          "project_name": .string(name), "customer_id": .string(String(customer.contactId)),
          "currency_id": .string(String(customer.currencyId)),
          "billing_type": "based_on_task_hours", "user_id": .string(User.administrator.id),
        ])
      _ = try save(
        "project_user", parent: project.id, on: start,
        ["user_id": .string(User.administrator.id), "rate": 0, "cost_rate": 38])
      let tasks = try [("Planning", 95), ("On site", 120)].map { task in
        try save(
          "task", parent: project.id, on: start,
          [
            "task_name": .string(task.0), "rate": JSONValue(task.1), "is_billable": true,
          ])
      }
      for _ in 0..<random.number(6...14) {
        let day = world.today - random.number(1...55)
        _ = try save(
          "time_entry", status: "unbilled", on: day,
          [
            "project_id": .string(String(project.id)),
            "task_id": .string(String(random.pick(tasks).id)),
            "user_id": .string(User.administrator.id), "log_date": .string(day.description),
            "log_time": .string(Clock.text(random.number(1...16) * 30)),
            "is_billable": JSONValue(random.chance(85)), "cost_rate": 38,
            "notes": .string(random.pick(["", "With the site lead", "Second visit"])),
          ])
      }
    }
  }

  private mutating func fillExpenses(paidFrom bank: Int64) throws {
    let kinds: [(account: Int64, text: String, most: Int)] = [
      (StandardAccounts.travel, "Train fare", 180), (StandardAccounts.meals, "Lunch", 90),
      (StandardAccounts.officeSupplies, "Stationery", 140),
      (StandardAccounts.software, "Hosting", 260),
    ]
    let billed = customers.keys.sorted().first.flatMap { customers[$0] }
    for place in 0..<36 {
      let kind = random.pick(kinds)
      let day = world.today - random.number(1...330)
      let isBillable = place % 9 == 0 && billed != nil
      var members: JSONObject = [
        "account_id": .string(String(kind.account)),
        "paid_through_account_id": .string(String(bank)), "date": .string(day.description),
        "amount": JSONValue(random.number(8...kind.most)), "description": .string(kind.text),
        "is_billable": JSONValue(isBillable),
      ]
      if isBillable, let billed { members["customer_id"] = .string(String(billed.contactId)) }
      var expense = BooksRecord(
        id: try ids.next(db), kind: "expense", status: isBillable ? "unbilled" : "nonbillable",
        members: members, created: workTime(on: day))
      try ExpenseSums.complete(&expense, day: "date", db)
      try expense.save(db)
      try ExpenseSums.post(expense, db)
    }
  }

  private mutating func fillBills(paidFrom bank: Int64) throws {
    let vendors = [("Quay Supplies", "quay"), ("Tidewater Print", "tidewater")]
    for (name, host) in vendors {
      let time = workTime(on: world.today - 400)
      let vendor = Contact(
        contactId: try ids.next(db), contactName: name, companyName: name,
        contactType: "vendor", currencyId: home.id, paymentTerms: 30,
        paymentTermsLabel: PaymentTerms.label(30), createdTime: time, lastModifiedTime: time)
      try vendor.insert(db)
      try ContactPerson(
        contactPersonId: try ids.next(db), contactId: vendor.contactId, firstName: "Accounts",
        email: "accounts@\(host).example", isPrimaryContact: true
      ).insert(db)
      for place in 1...6 { try fillBill(place, of: vendor, paidFrom: bank) }
    }
  }

  /// The older ones are paid.
  private mutating func fillBill(_ place: Int, of vendor: Contact, paidFrom bank: Int64) throws {
    let day = world.today - (7 - place) * 28 + random.number(0...9)
    let time = workTime(on: day)
    let id = try ids.next(db)
    var bill = Document(
      documentId: id, kind: DocumentKind.bill.name, state: "open", viewKey: ViewKey.of(id),
      createdById: User.administrator.id, createdTime: time, lastModifiedTime: time)
    bill.number = "\(vendor.contactName.prefix(2).uppercased())-\(1000 + place)"
    bill.contactId = vendor.contactId
    bill.contactName = vendor.contactName
    bill.currencyId = home.id
    bill.date = day.description
    bill.dueDate = (day + 30).description
    bill.paymentTerms = 30
    bill.paymentTermsLabel = PaymentTerms.label(30)
    var line = DocumentLine(lineItemId: try ids.next(db), documentId: id, itemOrder: 1)
    line.name = random.pick(["Labels", "Cartons", "Brochures"])
    line.rate = Int64(random.number(40...900)) * 1_000_000
    line.particulars =
      JSONValue.object(["account_id": .string(String(StandardAccounts.officeSupplies))]).text
    try line.setTax(tax(named: "VAT")?.id, db)
    var lines = [line]
    try bill.settle(&lines, db)
    if place <= 4 {
      bill.settled = bill.total
      bill.settleBalance()
    }
    try bill.insert(db)
    for line in lines { try line.insert(db) }
    try PurchasePosting.post(bill, side: .owed, db)
    if place <= 4 { try pay(bill, from: bank, on: min(day + 20, world.today - 1)) }
  }

  private mutating func pay(_ bill: Document, from bank: Int64, on day: Day) throws {
    let amount = Decimal(millionths: bill.total)
    let number = try BooksSettings.takeNumber("next_vendor_payment_number", db)
    let payment = try save(
      VendorPayments.kind, on: day,
      [
        "vendor_id": .string(String(bill.contactId)), "amount": .number(amount),
        "date": .string(day.description), "payment_mode": "banktransfer",
        "paid_through_account_id": .string(String(bank)),
        "currency_id": .string(String(home.id)), "exchange_rate": 1,
        "payment_number": JSONValue(number),
        "bills": [
          [
            "bill_payment_id": .string(String(try ids.next(db))),
            "bill_id": .string(String(bill.documentId)), "amount_applied": .number(amount),
            "tax_amount_withheld": 0,
          ]
        ],
      ])
    try Posting.replace(
      of: payment.id, VendorPayments.kind, on: day.description,
      with: [
        Posting(StandardAccounts.payable, debit: amount), Posting(bank, debit: -amount),
      ], db)
  }
}
