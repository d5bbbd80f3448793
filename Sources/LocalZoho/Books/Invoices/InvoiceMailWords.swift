import Foundation
import GRDB

/// The default words of a mail about an invoice.
struct InvoiceMailWords {
  let subject: String
  /// HTML.
  let body: String

  init(
    _ invoice: Invoice, _ kind: InvoiceMailing.Kind, _ call: BooksCall, _ db: Database
  ) throws {
    let organization = try Organization.current(db).name
    let currency = try Currency.find(invoice.currencyId, db) ?? Currency.base(db)
    let customer = HTMLText.escaped(invoice.customerName)
    let link = invoice.viewURL(call.request.baseURL)
    let number = HTMLText.escaped(invoice.invoiceNumber)
    let regards =
      "Regards,<br>\(HTMLText.escaped(try call.user(db).fullName))<br>"
      + HTMLText.escaped(organization)
    switch kind {
    case .invoice:
      subject =
        invoice.customSubject.isEmpty
        ? "Invoice - \(invoice.invoiceNumber) from \(organization)" : invoice.customSubject
      body =
        !invoice.customBody.isEmpty
        ? invoice.customBody
        : """
        Dear \(customer),<br><br>Thank you for your business. Your invoice \(number) is attached \
        to this mail and can be viewed <a href="\(link)">here</a>.<br><br>Invoice# : \(number)<br>\
        Invoice Date : \(PaperDate.text(invoice.date))<br>\
        Due Date : \(PaperDate.text(invoice.dueDate))<br>\
        Amount : \(currency.text(Decimal(millionths: invoice.total)))<br><br>\(regards)
        """
    case .reminder:
      let due = Day(invoice.dueDate) ?? call.today
      let late = call.today.number - due.number
      subject =
        "Payment of \(currency.text(Decimal(millionths: invoice.balance))) "
        + "is outstanding for \(invoice.invoiceNumber)"
      body = """
        Dear \(customer),<br><br>This is to remind you of our invoice \(number) dated \
        \(PaperDate.text(invoice.date))\
        \(late > 0 ? ", which is overdue by \(late) day(s)" : "").<br><br>\
        Due Date : \(PaperDate.text(invoice.dueDate))<br>\
        Balance Due : \(currency.text(Decimal(millionths: invoice.balance)))<br><br>\
        You can view it <a href="\(link)">here</a>. If you have paid already, please ignore this \
        mail.<br><br>\(regards)
        """
    }
  }

  var words: Letter.Words { Letter.Words(subject: subject, body: body) }
}
