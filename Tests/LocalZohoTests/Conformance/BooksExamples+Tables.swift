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
    "user_id": "GET /users user_id",
    "project_id": "POST /projects project_id",
    "task_id": "POST /projects/{project_id}/tasks task_id",
    "estimate_id": "POST /estimates estimate_id",
    "account_id": "GET /chartofaccounts?filter_by=AccountType.Income account_id",
    "expense_account_id": "GET /chartofaccounts?filter_by=AccountType.Expense account_id",
    "paid_through_account_id": "GET /bankaccounts account_id",
    "from_account_id": "GET /bankaccounts account_id",
    "to_account_id": "GET /bankaccounts account_id",
    "vendor_payment_id": "POST /vendorpayments payment_id",
    "deposit_id": #"POST /banktransactions transaction_id {"amount":75}"#,
    "reference_invoice_id": "POST /invoices invoice_id",
    "time_entry_id": "POST /projects/timeentries time_entry_id",
    "bill_id": "POST /bills bill_id",
    "vendor_credit_id": "POST /vendorcredits vendor_credit_id",
    "estimate_ids": "POST /estimates estimate_id",
    "salesorder_ids": "POST /salesorders salesorder_id",
    "salesorder_id": "POST /salesorders salesorder_id",
    "purchaseorder_ids": "POST /purchaseorders purchaseorder_id",
    "payment_id": "POST /customerpayments payment_id",
    "deleted_payment_id": #"POST /customerpayments payment_id {"reference_number":"gone"}"#,
    "deleted_time_entry_id": #"POST /projects/timeentries time_entry_id {"notes":"Gone"}"#,
    "me": "GET /users/me user_id",
    "foreign_account_id": #"""
    POST /bankaccounts account_id {"account_name":"Abroad {n}","account_type":"bank",\#
    "account_code":null,"currency_id":"{currency_id}"}
    """#,
    "own_time_entry_id": #"POST /projects/timeentries time_entry_id {"user_id":"{me}"}"#,
    "unused_payment_id": #"""
    POST /customerpayments payment_id {"amount":200,"invoices":[],"invoice_id":null,\#
    "amount_applied":null}
    """#,
    "unused_credit_id": """
    POST /creditnotes creditnote_id {"line_items":[{"name":"Back","rate":200,"quantity":1}]}
    """,
    "unused_vendor_credit_id": """
    POST /vendorcredits vendor_credit_id {"vendor_credit_number":null,\
    "line_items":[{"name":"Back","rate":200,"quantity":1}]}
    """,
    "unused_vendor_payment_id": #"POST /vendorpayments payment_id {"amount":200,"bills":[]}"#,
    "matched_deposit_id": #"POST /banktransactions transaction_id {"amount":75,"description":"M"}"#,
  ]

  /// Ids of paths that are not got by a call of the collection that they are in.
  static let pathSources = [
    "user_id": "GET /users user_id",
    "organization_id": "GET /organizations organization_id",
    "/users/{user_id}": "LAST /users user_id",
    "/item/{item_id}": "POST /items item_id",
    "/bankaccounts/{}/statement/{statement_id}":
      "GET /bankaccounts/{0}/statement/lastimported statement_id",
    "/banktransactions/uncategorized/{transaction_id}": line,
    "/banktransactions/{transaction_id}": "POST /banktransactions transaction_id",
    "/banktransactions/{bank_transaction_id}": "POST /banktransactions transaction_id",
    "/chartofaccounts/transactions/{transaction_id}":
      "GET /chartofaccounts/transactions?account_id={paid_through_account_id} transaction_id",
    "/customerpayments/{}/refunds/{refund_id}":
      "GET /customerpayments/{0}/refunds payment_refund_id",
    "/invoices/{}/documents/{document_id}": "GET /invoices/{0} document_id",
    "/retainerinvoices/{}/documents/{document_id}": "GET /retainerinvoices/{0} document_id",
    "/recurringinvoices/{}/templates/{template_id}": "GET /invoices/templates template_id",
    "/estimate/{estimate_id}": "POST /estimates estimate_id",
    "/salesorder/{salesorder_id}": "POST /salesorders salesorder_id",
    "/purchaseorder/{purchaseorder_id}": "POST /purchaseorders purchaseorder_id",
    "/bill/{bill_id}": "POST /bills bill_id",
    "/employee/{employee_id}": "POST /employees employee_id",
    "/recurring_bills/{recurring_bill_id}": "POST /recurringbills recurring_bill_id",
    "/invoice/{invoice_id}": "POST /invoices invoice_id",
    "/customerpayment/{payment_id}": "POST /customerpayments payment_id",
    "/invoices/expenses/{expense_id}": "POST /expenses expense_id",
  ]

  /// Operations whose first id is another than that of others at its place in a path.
  static let ownIDs = [
    "POST /banktransactions/{}/unmatch": line, "POST /banktransactions/{}/uncategorize": line,
    "POST /banktransactions/uncategorized/{}/categorize/expenses": line,
    "POST /banktransactions/uncategorized/{}/categorize/vendorpayments": line,
    "POST /banktransactions/uncategorized/{}/categorize/creditnoterefunds": line,
    "POST /banktransactions/uncategorized/{}/categorize/paymentrefunds": line,
    "POST /banktransactions/uncategorized/{}/categorize/vendorpaymentrefunds": line,
    // The bill that other payments are for is paid by then.
    "DELETE /vendorpayments/{}/refunds/{}":
      #"POST /vendorpayments payment_id {"amount":10,"bills":[]}"#,
    "POST /users/{}/invite": "GET /users?filter_by=Status.Invited user_id",
    "POST /contacts/{}/portal/enable": "GET /contacts/{customer_id} contact_id",
  ]
  /// That of the statement imported last, whatever others left over.
  private static let line =
    "GET /bankaccounts/{paid_through_account_id}/statement/lastimported transaction_id"

  /// Calls before one of ``ownIDs`` is looked for.
  static let beforeOwn = [
    "POST /users/{}/invite": [
      #"POST /users {"name":"Guest {n}","email":"guest{n}@example.com","user_role":"staff"}"#
    ],
    "POST /banktransactions/{}/unmatch": [ownStatement],
    "POST /banktransactions/{}/uncategorize": [ownStatement],
    "POST /banktransactions/uncategorized/{}/categorize/expenses": [outgoing],
    "POST /banktransactions/uncategorized/{}/categorize/vendorpayments": [outgoing],
    "POST /banktransactions/uncategorized/{}/categorize/creditnoterefunds": [outgoing],
    "POST /banktransactions/uncategorized/{}/categorize/paymentrefunds": [outgoing],
    "POST /banktransactions/uncategorized/{}/categorize/vendorpaymentrefunds": [ownStatement],
  ]
  private static let outgoing = ownStatement.replacing("credit", with: "debit")
    .replacing("debit_or_debit", with: "debit_or_credit")

  static let fixed = [
    "status_code": "cs_packed",
    "module_name": "cm_walk",
  ]

  /// Zoho calls one thing by several names in paths.
  static let trueNames = [
    "customer_payment_id": "payment_id", "debit_note_id": "invoice_id",
    "reatinerinvoice_id": "retainerinvoice_id", "purchase_order_id": "purchaseorder_id",
  ]

  /// Calls after what stands for an id is made, so that others can use it.
  static let afterwards = [
    "invoice_id": ["POST /invoices/{0}/status/sent"],
    "creditnote_id": ["POST /creditnotes/{0}/status/open"],
    "vendor_credit_id": ["POST /vendorcredits/{0}/status/open"],
    "unused_credit_id": ["POST /creditnotes/{0}/status/open"],
    "unused_vendor_credit_id": ["POST /vendorcredits/{0}/status/open"],
  ]

  /// Records of the CRM, which Books imports.
  static let crmModules = [
    "crm_account_id": "Accounts", "crm_contact_id": "Contacts", "crm_product_id": "Products",
    "crm_vendor_id": "Vendors",
  ]

  /// Calls that come first: before an operation, or (without a method) before an id is looked for.
  static let before: [String: [String]] = [
    "GET /invoices/{}/attachment": ["POST /invoices/{0}/attachment FILE"],
    "DELETE /invoices/{}/attachment": ["POST /invoices/{0}/attachment FILE"],
    "PUT /invoices/{}/attachment": ["POST /invoices/{0}/attachment FILE"],
    "GET /bills/{}/attachment": ["POST /bills/{0}/attachment FILE"],
    "DELETE /bills/{}/attachment": ["POST /bills/{0}/attachment FILE"],
    "GET /salesorders/{}/attachment": ["POST /salesorders/{0}/attachment FILE"],
    "DELETE /salesorders/{}/attachment": ["POST /salesorders/{0}/attachment FILE"],
    "PUT /salesorders/{}/attachment": ["POST /salesorders/{0}/attachment FILE"],
    "GET /purchaseorders/{}/attachment": ["POST /purchaseorders/{0}/attachment FILE"],
    "DELETE /purchaseorders/{}/attachment": ["POST /purchaseorders/{0}/attachment FILE"],
    "PUT /purchaseorders/{}/attachment": ["POST /purchaseorders/{0}/attachment FILE"],
    "GET /retainerinvoices/{}/attachment": ["POST /retainerinvoices/{0}/attachment FILE"],
    "DELETE /invoices/expenses/{}/receipt": ["POST /expenses/{0}/receipt FILE"],
    "GET /expenses/{}/receipt": ["POST /expenses/{0}/receipt FILE"],
    "DELETE /expenses/{}/receipt": ["POST /expenses/{0}/receipt FILE"],
    "GET /bankaccounts/{}/statement/lastimported": [statement],
    "/bankaccounts/{}/statement/{}": [statement],
    "/banktransactions/uncategorized/{}": [ownStatement],
    "/chartofaccounts/transactions/{}": [deposit],
    "POST /basecurrencyadjustment": [
      #"""
      POST /banktransactions {"transaction_type":"deposit","from_account_id":"{account_id}",\#
      "to_account_id":"{foreign_account_id}","amount":20,"date":"2026-11-01"}
      """#
    ],
    "GET /settings/openingbalances": [openingBalance],
    "PUT /settings/openingbalances": [openingBalance],
    "DELETE /settings/openingbalances": [openingBalance],
    "GET /projects/timeentries/runningtimer/me": [timer],
    "POST /projects/timeentries/timer/stop": [
      "POST /projects/timeentries/{own_time_entry_id}/timer/start"
    ],
    "/users/{}": [
      #"POST /users {"name":"Walker {n}","email":"walk{n}@example.com","user_role":"staff"}"#
    ],
    "POST /banktransactions/uncategorized/{}/restore": [
      "POST /banktransactions/uncategorized/{0}/exclude"
    ],
    "POST /locations": ["POST /settings/locations/enable"],
    "/locations/{}": ["POST /settings/locations/enable"],
    "POST /invoices/fromsalesorder": ["POST /salesorders/{salesorder_id}/status/open"],
    "POST /purchaseorders/{}/reject": ["POST /purchaseorders/{0}/submit"],
    "POST /purchaseorders/{}/status/billed": ["POST /purchaseorders/{0}/status/open"],
    "POST /users/{}/active": ["POST /users/{0}/inactive"],
    "POST /creditnotes/{}/status/draft": ["POST /creditnotes/{0}/status/void"],
    "POST /creditnotes/{}/invoices": ["POST /creditnotes/{0}/status/open"],
    "/creditnotes/{}/invoices/{}": [
      "POST /creditnotes/{0}/status/open",
      #"POST /creditnotes/{0}/invoices {"invoices":[{"invoice_id":"{invoice_id}","amount_applied":1}]}"#,
    ],
    "POST /creditnotes/{}/refunds": ["POST /creditnotes/{0}/status/open"],
    "/creditnotes/{}/refunds/{}": ["POST /creditnotes/{0}/status/open"],
    "POST /estimates/{}/status/accepted": ["POST /estimates/{0}/status/sent"],
    "POST /estimates/{}/status/declined": ["POST /estimates/{0}/status/sent"],
    "POST /retainerinvoices/{}/status/draft": ["POST /retainerinvoices/{0}/status/void"],
    "POST /recurringinvoices/{}/status/resume": ["POST /recurringinvoices/{0}/status/stop"],
    "POST /recurringbills/{}/status/resume": ["POST /recurringbills/{0}/status/stop"],
    "POST /recurringexpenses/{}/status/resume": ["POST /recurringexpenses/{0}/status/stop"],
    "POST /bills/{}/status/open": ["POST /bills/{0}/status/void"],
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
      """#,
    ],
    "POST /invoices/{}/credits": ["POST /invoices/{0}/status/sent"],
    "/invoices/{}/creditsapplied/{}": [
      "POST /invoices/{0}/status/sent",
      #"""
      POST /invoices/{0}/credits {"apply_creditnotes":[{"creditnote_id":"{creditnote_id}",\#
      "amount_applied":1}]}
      """#,
    ],
    "POST /banktransactions/{}/unmatch": [
      #"""
      POST /banktransactions/uncategorized/{0}/match {"transactions_to_be_matched":\#
      [{"transaction_id":"{matched_deposit_id}","transaction_type":"deposit"}]}
      """#
    ],
    "POST /banktransactions/{}/uncategorize": [
      #"""
      POST /banktransactions/uncategorized/{0}/categorize {"transaction_type":"deposit",\#
      "from_account_id":"{account_id}","amount":75,"date":"2026-11-14"}
      """#
    ],
    "/customerpayments/{}/refunds/{}": [
      #"""
      POST /customerpayments/{0}/refunds {"amount":1,"date":"2026-11-20",\#
      "from_account_id":"{paid_through_account_id}"}
      """#
    ],
    "/invoices/{}/documents/{}": ["POST /invoices/{0}/attachment FILE"],
    "/retainerinvoices/{}/documents/{}": ["POST /retainerinvoices/{0}/attachment FILE"],
    "/bills/{}/payments/{}": [
      #"""
      POST /vendorpayments {"vendor_id":"{vendor_id}","amount":10,"date":"2026-11-14",\#
      "paid_through_account_id":"{paid_through_account_id}",\#
      "bills":[{"bill_id":"{0}","amount_applied":1}]}
      """#
    ],
  ]

  private static let statement = """
    POST /bankstatements {"account_id":"{0}","start_date":"2026-11-01","end_date":"2026-11-20",\
    "transactions":[{"transaction_id":"L{n}","date":"2026-11-14","debit_or_credit":"credit",\
    "amount":75,"payee":"Bowman and Co"}]}
    """
  private static let ownStatement = statement.replacing("{0}", with: "{paid_through_account_id}")
  private static let deposit = """
    POST /banktransactions {"transaction_type":"deposit","from_account_id":"{account_id}",\
    "to_account_id":"{paid_through_account_id}","amount":20,"date":"2026-11-14"}
    """
  private static let openingBalance = """
    POST /settings/openingbalances {"date":"2026-01-01","accounts":[{"account_id":\
    "{paid_through_account_id}","debit_or_credit":"debit","amount":20}]}
    """
  /// The example takes ten off a line that costs nothing.
  private static let creditNote = #"""
    {"creditnote_number":null,"is_inclusive_tax":null,\#
    "line_items":[{"name":"Hours","rate":120,"quantity":1,"discount":10}]}
    """#
  private static let timer = "POST /projects/timeentries/{time_entry_id}/timer/start"

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
    "PUT /estimates/{}": #"{"estimate_number":null}"#,
    "PUT /estimates": #"{"estimate_number":null}"#,
    "POST /creditnotes": #"{"creditnote_number":null,"is_inclusive_tax":null}"#,
    "POST /salesorders": #"{"salesorder_number":null}"#,
    "POST /chartofaccounts": #"{"account_name":"Account {n}","account_code":null}"#,
    "PUT /chartofaccounts/{}": #"{"account_name":"Account {n}","account_code":null}"#,
    "POST /bankaccounts": #"{"account_name":"Bank {n}","account_code":null}"#,
    "PUT /bankaccounts/{}": #"{"account_name":"Bank {n}","account_code":null}"#,
    "POST /projects": #"{"project_name":"Project {n}","tasks":null,"users":null}"#,
    "PUT /projects/{}": #"{"project_name":"Project {n}","tasks":null,"users":null}"#,
    "PUT /projects": #"{"project_name":"Project {n}","tasks":null,"users":null}"#,
    "POST /bankaccounts/rules":
      #"{"rule_name":"Rule {n}","target_account_id":"{paid_through_account_id}","account_id":"{account_id}"}"#,
    "PUT /bankaccounts/rules/{}":
      #"{"rule_name":"Rule {n}","target_account_id":"{paid_through_account_id}","account_id":"{account_id}"}"#,
    "POST /banktransactions": transfer, "PUT /banktransactions/{}": transfer,
    "POST /bankstatements": #"{"account_id":"{paid_through_account_id}"}"#,
    "POST /locations": #"{"type":"general","location_name":"Place {n}"}"#,
    "PUT /locations/{}": #"{"type":"general","location_name":"Place {n}"}"#,
    "POST /settings/taxauthorities": #"{"tax_authority_name":"Authority {n}"}"#,
    "PUT /settings/taxauthorities/{}": #"{"tax_authority_name":"Authority {n}"}"#,
    "POST /settings/taxexemptions": #"{"tax_exemption_code":"CODE{n}"}"#,
    "PUT /settings/taxexemptions/{}": #"{"tax_exemption_code":"CODE{n}"}"#,
    "PUT /users/{}": #"{"email":"walker{n}@example.com"}"#,
    "POST /creditnotes/{}/invoices":
      #"{"invoices":[{"invoice_id":"{invoice_id}","amount_applied":1}]}"#,
    "POST /creditnotes/{}/refunds":
      #"{"amount":1,"from_account_id":"{paid_through_account_id}"}"#,
    "PUT /creditnotes/{}/refunds/{}":
      #"{"amount":1,"from_account_id":"{paid_through_account_id}"}"#,
    "POST /customerpayments/{}/refunds":
      #"{"amount":1,"from_account_id":"{paid_through_account_id}"}"#,
    "PUT /customerpayments/{}/refunds/{}":
      #"{"amount":1,"from_account_id":"{paid_through_account_id}"}"#,
    "POST /recurringinvoices": monthly,
    "PUT /recurringinvoices/{}": monthly,
    "POST /recurringbills": monthlyBill,
    "PUT /recurringbills": monthlyBill,
    "PUT /recurringbills/{}":
      monthlyBill,
    "POST /recurringexpenses":
      #"{"recurrence_name":"Monthly {n}","start_date":"2026-12-01","end_date":null}"#,
    "PUT /recurringexpenses/{}":
      #"{"recurrence_name":"Monthly {n}","start_date":"2026-12-01","end_date":null}"#,
    "POST /bills": #"{"bill_number":"B{n}","purchaseorder_ids":null}"#,
    "PUT /bills/{}": #"{"bill_number":"B{n}","purchaseorder_ids":null}"#,
    "PUT /bills": #"{"bill_number":"B{n}","purchaseorder_ids":null}"#,
    "POST /purchaseorders": #"{"purchaseorder_number":null}"#,
    "PUT /purchaseorders": #"{"purchaseorder_number":null}"#,
    "POST /vendorpayments/{}/refunds": #"{"amount":1}"#,
    "PUT /vendorpayments/{}/refunds/{}": #"{"amount":1}"#,
    "PUT /retainerinvoices/{}/comments/{}": #"{"description":"Reminded"}"#,
    "POST /banktransactions/uncategorized/{}/categorize/vendorpayments":
      #"{"amount":75,"bills":[{"bill_id":"{bill_id}","amount_applied":1}]}"#,
    "POST /banktransactions/uncategorized/{}/categorize/creditnoterefunds":
      #"{"amount":75,"creditnote_id":"{unused_credit_id}","exchange_rate":1}"#,
    "POST /banktransactions/uncategorized/{}/categorize/paymentrefunds":
      #"{"amount":75,"payment_id":"{unused_payment_id}","exchange_rate":1}"#,
    "POST /banktransactions/uncategorized/{}/categorize/vendorcreditrefunds":
      #"{"amount":75,"vendor_credit_id":"{unused_vendor_credit_id}","exchange_rate":1}"#,
    "POST /banktransactions/uncategorized/{}/categorize/vendorpaymentrefunds":
      #"{"amount":75,"vendorpayment_id":"{unused_vendor_payment_id}","exchange_rate":1}"#,
    "POST /contacts/{}/portal/enable":
      #"{"contact_persons":[{"contact_person_id":"{contact_person_id}"}]}"#,
    "POST /bills/{}/comments": #"{"description":"Reminded"}"#,
    "PUT /purchaseorders/{}": #"{"purchaseorder_number":null}"#,
    "POST /vendorcredits": #"{"vendor_credit_number":null}"#,
    "PUT /vendorcredits/{}": #"{"vendor_credit_number":null}"#,
    "POST /salesreceipts": #"{"receipt_number":null}"#,
    "PUT /salesreceipts/{}": #"{"receipt_number":null}"#,
    "PUT /salesorders/{}": #"{"salesorder_number":null}"#,
    "PUT /salesorders": #"{"salesorder_number":null}"#,
    "PUT /creditnotes/{}": creditNote, "PUT /creditnotes": creditNote,
    "POST /basecurrencyadjustment": #"{"adjustment_date":"2026-11-14"}"#,
    "POST /employees": #"{"email":"john{n}@example.com"}"#,
    "POST /journals": entry, "PUT /journals/{}": entry,
    "POST /banktransactions/uncategorized/{}/categorize": """
    {"amount":75,"from_account_id":"{account_id}","to_account_id":"{paid_through_account_id}"}
    """,
    "POST /banktransactions/uncategorized/{}/categorize/customerpayments":
      #"{"amount":75,"invoices":[{"invoice_id":"{invoice_id}","amount_applied":1}]}"#,
    "POST /banktransactions/uncategorized/{}/categorize/expenses": #"{"amount":75}"#,
    "POST /banktransactions/uncategorized/{}/match": """
    {"transactions_to_be_matched":\
    [{"transaction_id":"{deposit_id}","transaction_type":"deposit"}]}
    """,
    "PUT /estimate/{}/customfields": "[]", "PUT /salesorder/{}/customfields": "[]",
    "PUT /bill/{}/customfields": "[]", "PUT /item/{}/customfields": "[]",
    "PUT /purchaseorder/{}/customfields": "[]",
    "POST /vendorpayments":
      #"{"amount":10,"bills":[{"bill_id":"{bill_id}","amount_applied":1}],"check_details":null}"#,
    "PUT /vendorpayments/{}":
      #"{"amount":10,"bills":[{"bill_id":"{bill_id}","amount_applied":1}],"check_details":null}"#,
    "PUT /vendorpayments":
      #"{"amount":10,"bills":[{"bill_id":"{bill_id}","amount_applied":1}],"check_details":null}"#,
    "POST /vendorcredits/{}/bills": #"{"bills":[{"bill_id":"{bill_id}","amount_applied":1}]}"#,
    "POST /bills/{}/credits": """
    {"bill_payments":null,\
    "apply_vendor_credits":[{"vendor_credit_id":"{vendor_credit_id}","amount_applied":1}]}
    """,
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

  private static let monthlyBill = """
    {"recurrence_name":"Monthly {n}","recurrence_frequency":"months","repeat_every":1,\
    "end_date":null}
    """

  private static let monthly = """
    {"recurrence_name":"Monthly {n}","discount_type":"item_level",\
    "line_items":[{"item_id":"{item_id}","quantity":1,"rate":120}]}
    """

  private static let entry = """
    {"line_items":[{"account_id":"{account_id}","amount":10,"debit_or_credit":"credit"},\
    {"account_id":"{expense_account_id}","amount":10,"debit_or_credit":"debit"}]}
    """

  private static let transfer = """
    {"from_account_id":"{account_id}","to_account_id":"{paid_through_account_id}"}
    """

  static let queries: [String: [String: String]] = [
    "POST /basecurrencyadjustment": ["account_ids": "{foreign_account_id}"],
    "DELETE /projects/timeentries": ["time_entry_ids": "{deleted_time_entry_id}"],
    "GET /share/paymentlink": ["transaction_id": "{invoice_id}", "expiry_time": "2026-12-31"],
    "GET /salesorders/pdf": ["salesorder_ids": "{salesorder_id}"],
    "GET /salesorders/print": ["salesorder_ids": "{salesorder_id}"],
    "DELETE /vendorpayments": [
      "payment_ids": "{vendor_payment_id}", "vendorpayment_id": "{vendor_payment_id}",
    ],
    "GET /itemdetails": ["item_ids": "{item_id}"],
    "GET /chartofaccounts/transactions": ["account_id": "{paid_through_account_id}"],
    "DELETE /customerpayments": ["payment_id": "{deleted_payment_id}"],
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
  static let files = [
    "POST /invoices/{}/attachment": "attachment", "POST /bills/{}/attachment": "attachment",
    "POST /salesorders/{}/attachment": "attachment",
    "POST /purchaseorders/{}/attachment": "attachment",
    "POST /retainerinvoices/{}/attachment": "attachment",
    "POST /journals/{}/attachment": "attachment", "POST /expenses/{}/attachment": "attachment",
    "POST /expenses/{}/receipt": "receipt",
  ]
}
