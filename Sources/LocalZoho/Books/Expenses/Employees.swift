/// Who may have driven. https://www.zoho.com/books/api/v3/expenses/
enum Employees {
  static let routes: [BooksRoute] = [
    employees.listRoute, employees.createRoute,
    BooksRoute("GET", "employees/{employee_id}", "expenses.READ") { try employees.get($0) },
    BooksRoute("DELETE", "employee/{employee_id}", "expenses.DELETE") { try employees.delete($0) },
  ]

  private static let employees = BooksResource(
    kind: "employee", path: "employees", scope: "expenses", title: "Employee",
    keys: BooksResource.Keys(id: "employee_id", one: "employee", many: "employees"),
    messages: BooksResource.Messages(
      created: "success", updated: "success", deleted: "Employee has been deleted."),
    members: [
      .text("name", limit: 100, required: true), .text("email", limit: 100, required: true),
    ],
    unique: "email", report: "Employees", showsStatus: false,
    prepare: { record, _, _ in
      guard MailAddress.isValid(record.text("email")) else { throw Refusal.booksInvalid("email") }
    })
}
