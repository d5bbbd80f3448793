/// Zoho's list of the operations of Books v3.
enum BooksOperations {
  static let all: [OfficialArea] = [
    invoiceAreas, saleAreas, paymentAreas, purchaseAreas, contactAreas, settingAreas, bankingAreas,
    accountingAreas, projectAreas, customModuleAreas,
  ].flatMap { $0 }
}
