import Foundation
import GRDB

/// The receipt of a payment, sent to the vendor. https://www.zoho.com/books/api/v3/vendor-payments/
enum VendorPaymentMail {
  private static let path = "vendorpayments/{payment_id}/email"

  static let routes = [
    BooksRoute("GET", path, "vendorpayments.READ") { call in
      try call.read { db in
        let payment = try VendorPayments.payments.find(call, db)
        return BooksCall.success(
          try letter(payment, call, db).preview(
            words(payment, call, db), of: payment.id, fileName: "VP-\(number(payment)).pdf"))
      }
    },
    BooksRoute("POST", path, "vendorpayments.CREATE", send),
  ]

  private static func send(_ call: BooksCall) throws -> ZohoReply {
    let fields = try call.fields()
    for name in ["subject", "body"] where try fields.text(name, limit: 50_000)?.isEmpty != false {
      throw Refusal.booksInvalid(name)
    }
    try call.write { db in
      let payment = try VendorPayments.payments.find(call, db)
      let sent = try letter(payment, call, db).send(
        fields, words(payment, call, db), attachments: [], about: payment.id)
      try call.record(
        .mailed, "vendorpayments", payment.id,
        [
          "subject": .string(sent.subject),
          "recipients": .array(sent.addresses.map(JSONValue.string)),
          "mail": JSONValue(Int(sent.number)),
        ], db)
    }
    return BooksCall.success("Your vendor payment receipt has been sent.")
  }

  private static func number(_ payment: BooksRecord) -> String {
    payment.members["payment_number"]?.numberValue.map { "\($0)" } ?? ""
  }

  private static func letter(
    _ payment: BooksRecord, _ call: BooksCall, _ db: Database
  ) throws -> Letter {
    Letter(call: call, db: db, contact: payment.id("vendor_id") ?? 0)
  }

  private static func words(
    _ payment: BooksRecord, _ call: BooksCall, _ db: Database
  ) throws -> Letter.Words {
    let organization = try Organization.current(db).name
    let vendor = try Contact.find(payment.id("vendor_id") ?? 0, db)
    let currency = try Currency.find(vendor.currencyId, db)
    let amount = currency?.text(payment.number("amount")) ?? ""
    return Letter.Words(
      subject: "Payment #\(number(payment)) from \(organization)",
      body: """
        Dear \(HTMLText.escaped(vendor.contactName)),<br><br>We have paid you \(amount) on \
        \(PaperDate.text(payment.text("date"))).<br><br>Regards,<br>\
        \(HTMLText.escaped(try call.user(db).fullName))<br>\(HTMLText.escaped(organization))
        """)
  }
}
