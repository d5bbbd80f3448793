/// Customers and vendors, and the people there.
///
/// <https://www.zoho.com/books/api/v3/contacts/>
extension Resource {
  static let booksContacts: [Resource] = [
    .books(
      "contacts", id: "contact_id", one: "contact", scope: "contacts",
      .records(
        "a customer or vendor", "customers and vendors",
        """
        contact_type=customer|vendor contact_name~ company_name~ first_name~ last_name~ address~
        email~ phone~ search_text zcrm_contact_id zcrm_account_id zcrm_vendor_id
        filter_by=Status.All|.Active|.Inactive|.Duplicate|.PortalEnabled|.PortalDisabled|.Crm\
        |.CreditLimitExceed|Invoice.OverDue|.Unpaid
        sort_column=contact_name|first_name|last_name|email|outstanding_receivable_amount\
        |created_time|last_modified_time
        """),
      .byUniqueField("a contact"), .activity,
      [
        .act(
          "enable-portal", "{id}/portal/enable", "let people in to the portal", body: .optionalJSON),
        .act("enable-reminders", "{id}/paymentreminder/enable", "send payment reminders"),
        .act("disable-reminders", "{id}/paymentreminder/disable", "send no payment reminders"),
        .get(
          "statement-preview", "{id}/statements/email", "the mail with a statement",
          "start_date end_date", gives: .value),
        .mail(
          "email-statement", "{id}/statements/email", "mail a statement of account",
          "start_date end_date"),
        .mail(
          "email", "{id}/email", "write a mail to its people", "send_customer_statement=true|false",
          body: .json(rows: nil)),
        .list("comments", "{id}/comments", "what happened to it", gives: "contact_comments"),
        .get("addresses", "{id}/address", "its addresses", gives: .rows("addresses")),
        .create("add-address", "{id}/address", "add an address", gives: .record("address_info")),
        .update(
          "edit-address", "{id}/address/{address_id}", "change an address",
          gives: .record("address_info")),
        .delete("delete-address", "{id}/address/{address_id}", "delete an address"),
        .list("refunds", "{id}/refunds", "what was refunded to it", gives: "creditnote_refunds"),
        .act("track-1099", "{id}/track1099", "track for form 1099"),
        .act("untrack-1099", "{id}/untrack1099", "no longer track for form 1099"),
        .get(
          "unused-retainers", "{id}/receivables/unusedretainerpayments",
          "retainer payments not used yet", "currency_id", gives: .value),
      ]),
    .books(
      "contact-persons", at: "/contacts/contactpersons", id: "contact_person_id",
      one: "contact_person", scope: "contacts",
      [
        .list("list", "/contacts/{contact_id}/contactpersons", "the people of a contact"),
        .get(
          "show", "/contacts/{contact_id}/contactpersons/{contact_person_id}", "one person"),
        .create("create", "", "add a person to a contact"),
        .update("update", "{id}", "change a person"),
        .delete("delete", "{id}", "delete a person"),
        .act("make-primary", "{id}/primary", "make a person the primary one"),
      ]),
    .books(
      "crm-import", at: "/crm", id: "crm_account_id", one: "data", many: "data", scope: "contacts",
      [
        .act(
          "account", "account/{id}/import", "make a customer of a CRM account",
          gives: .record("data")),
        .act(
          "contact", "contact/{crm_contact_id}/import", "make a customer of a CRM contact",
          gives: .record("data")),
        .act(
          "vendor", "vendor/{crm_vendor_id}/import", "make a vendor of a CRM vendor",
          gives: .record("data")),
        .act(
          "item", "item/{crm_product_id}/import", "make an item of a CRM product",
          gives: .record("data")),
      ]),
  ]
}
