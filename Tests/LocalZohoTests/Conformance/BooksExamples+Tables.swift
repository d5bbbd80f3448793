/// What the examples of Books need to know of an organization. Paths are those below `/books/v3`.
extension BooksExamples {
  /// Members of bodies that point at what a plain organization does not have.
  static let leftOut: Set = [
    "custom_fields", "item_custom_fields", "tags", "documents", "payment_options",
    "default_templates", "batch_payments", "serial_numbers", "approvers", "mail_documents",
    "line_item_id", "contact_persons_associated", "opening_balances", "locations",
  ]

  /// Where the id comes from that stands for another.
  static let sources = [
    "customer_id": #"POST /contacts contact_id {"contact_type":"customer"}"#,
    "contact_id": #"POST /contacts contact_id {"contact_type":"customer"}"#,
    "vendor_id": #"POST /contacts contact_id {"contact_type":"vendor"}"#,
    "contact_person_id": "GET /contacts/{customer_id}/contactpersons contact_person_id",
    "contact_persons": "GET /contacts/{customer_id}/contactpersons contact_person_id",
    "item_id": "POST /items item_id",
    "tax_id": "POST /settings/taxes tax_id",
    "currency_id": "GET /settings/currencies currency_id",
    "invoice_id": "POST /invoices invoice_id",
    "invoice_ids": "POST /invoices invoice_id",
    "creditnote_id": "POST /creditnotes creditnote_id",
    "estimate_ids": "POST /estimates estimate_id",
    "user_id": "GET /users user_id",
    "project_id": "POST /projects project_id",
    "task_id": "POST /projects/{project_id}/tasks task_id",
    "estimate_id": "POST /estimates estimate_id",
    "account_id": "GET /chartofaccounts?filter_by=AccountType.Income account_id",
    "expense_account_id": "GET /chartofaccounts?filter_by=AccountType.Expense account_id",
    "paid_through_account_id": "GET /bankaccounts account_id",
    "from_account_id": "GET /bankaccounts account_id",
    "to_account_id": "GET /bankaccounts account_id",
    "transaction_id": "POST /invoices invoice_id",
    "payment_id": "POST /customerpayments payment_id",
  ]

  /// Ids of paths that are not got by a call of the collection that they are in.
  static let pathSources = [
    "user_id": "GET /users user_id",
    "organization_id": "GET /organizations organization_id",
    "/invoice/{invoice_id}": "POST /invoices invoice_id",
    "/customerpayment/{payment_id}": "POST /customerpayments payment_id",
  ]

  static let fixed = [
    "module_name": "cm_walk"
  ]

  /// Zoho calls one thing by several names in paths.
  static let trueNames = [
    "customer_payment_id": "payment_id", "debit_note_id": "invoice_id",
    "reatinerinvoice_id": "retainerinvoice_id",
  ]

  /// Calls after what stands for an id is made, so that others can use it.
  static let afterwards = [
    "invoice_id": ["POST /invoices/{0}/status/sent"],
    "creditnote_id": ["POST /creditnotes/{0}/status/open"],
  ]

  /// Records of the CRM, which Books imports.
  static let crmModules = [
    "crm_account_id": "Accounts", "crm_contact_id": "Contacts", "crm_product_id": "Products",
    "crm_vendor_id": "Vendors",
  ]

  /// Calls that come first: before an operation, or (without a method) before an id is looked for.
  static let before: [String: [String]] = [
    "POST /invoices/{}/status/draft": ["POST /invoices/{0}/status/void"],
    "POST /invoices/{}/writeoff": ["POST /invoices/{0}/status/sent"],
    "POST /invoices/{}/writeoff/cancel": [
      "POST /invoices/{0}/status/sent", "POST /invoices/{0}/writeoff",
    ],
    "GET /invoices/{}/paymentreminder": ["POST /invoices/{0}/status/sent"],
    "POST /invoices/{}/paymentreminder": ["POST /invoices/{0}/status/sent"],
    "/invoices/{}/payments/{}": [
      "POST /invoices/{0}/status/sent",
      #"""
      POST /customerpayments {"customer_id":"{customer_id}","payment_mode":"cash","amount":10,\#
      "date":"2026-11-20","invoices":[{"invoice_id":"{0}","amount_applied":10}]}
      """#
    ],
    "POST /invoices/{}/credits": ["POST /invoices/{0}/status/sent"],
  ]

  /// What a body has besides the example, or instead of it; null leaves a member out.
  static let adjustments: [String: String] = [
    "POST /contacts": #"{"contact_name":"Bowman and Co {n}"}"#,
    "PUT /contacts": #"{"contact_name":"Bowman and Co {n}","contact_persons":null}"#,
    "PUT /contacts/{}": #"{"contact_name":"Bowman and Co {n}","contact_persons":null}"#,
    "POST /items": #"{"name":"Hard Drive {n}","sku":"s{n}"}"#,
    "PUT /items/{}": #"{"name":"Hard Drive {n}","sku":"s{n}"}"#,
    "POST /settings/taxes": #"{"tax_name":"Sales Tax {n}"}"#,
    "PUT /settings/taxes/{}": #"{"tax_name":"Sales Tax {n}"}"#,
    "POST /settings/taxgroups": #"{"tax_group_name":"Group {n}","taxes":"{tax_id}"}"#,
    "PUT /settings/taxgroups/{}": #"{"tax_group_name":"Group {n}","taxes":"{tax_id}"}"#,
    "PUT /settings/currencies/{}": #"{"currency_code":null}"#,
    "POST /settings/currencies": #"{"currency_code":"{code}"}"#,
    "POST /invoices": #"{"invoice_number":null}"#,
    "POST /estimates": #"{"estimate_number":null}"#,
    "PUT /estimates/{}": #"{"estimate_number":null}"#, "PUT /estimates": #"{"estimate_number":null}"#,
    "POST /creditnotes": #"{"creditnote_number":null}"#,
    "POST /salesorders": #"{"salesorder_number":null}"#,
    "POST /chartofaccounts": #"{"account_name":"Account {n}","account_code":null}"#,
    "PUT /chartofaccounts/{}": #"{"account_name":"Account {n}","account_code":null}"#,
    "POST /bankaccounts": #"{"account_name":"Bank {n}","account_code":null}"#,
    "PUT /bankaccounts/{}": #"{"account_name":"Bank {n}","account_code":null}"#,
    "POST /projects": #"{"project_name":"Project {n}"}"#,
    "POST /users": #"{"email":"walker{n}@example.com"}"#,
    "PUT /invoices/{}": #"{"invoice_number":null}"#,
    "PUT /invoices": #"{"invoice_number":null}"#,
    "POST /customerpayments":
      #"{"amount":10,"invoices":[{"invoice_id":"{invoice_id}","amount_applied":1}]}"#,
    "PUT /customerpayments/{}":
      #"{"amount":10,"invoices":[{"invoice_id":"{invoice_id}","amount_applied":1}]}"#,
    "PUT /customerpayments":
      #"{"amount":10,"invoices":[{"invoice_id":"{invoice_id}","amount_applied":1}]}"#,
    "POST /invoices/{}/credits":
      #"{"invoice_payments":[{"payment_id":"{payment_id}","amount_applied":1}],"apply_creditnotes":null}"#,
    "PUT /invoice/{}/customfields": "[]",
    "PUT /customerpayment/{}/customfields": "[]",
  ]

  static let queries: [String: [String: String]] = [
    "DELETE /customerpayments": ["payment_id": "{payment_id}"]
  ]

  private static let unique = [
    "X-Unique-Identifier-Key": "cf_fairlead_tag", "X-Unique-Identifier-Value": "FL-WALK",
    "X-Upsert": "true",
  ]

  /// What can have custom fields.
  static let entities = [
    "invoice", "customer_payment", "contact", "item", "estimate", "salesorder", "creditnote",
    "recurring_invoice", "retainerinvoice", "salesreceipt", "bill", "purchaseorder",
    "vendor_credit", "recurring_bill", "vendor_payment", "expense", "recurring_expense", "project",
  ]

  static let headers: [String: [String: String]] = [
    "PUT /contacts": unique, "PUT /invoices": unique, "PUT /customerpayments": unique,
    "PUT /items": unique, "PUT /estimates": unique, "PUT /salesorders": unique,
    "PUT /creditnotes": unique, "PUT /recurringinvoices": unique, "PUT /bills": unique,
    "PUT /purchaseorders": unique, "PUT /recurringbills": unique, "PUT /vendorpayments": unique,
    "PUT /expenses": unique, "PUT /recurringexpenses": unique, "PUT /projects": unique,
  ]

  /// The form's field of operations that take a file.
  static let files: [String: String] = [:]
}
