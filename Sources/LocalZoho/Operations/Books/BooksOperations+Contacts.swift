extension BooksOperations {
  /// Customers, vendors and their people.
  static let contactAreas: [OfficialArea] = [
    contacts, contactPersons, integration,
  ]

  private static let contacts = OfficialArea(
    .books, "contacts",
    [
      .served("GET", "/books/v3/contacts"),
      .served("POST", "/books/v3/contacts"),
      .served("PUT", "/books/v3/contacts"),
      .served("GET", "/books/v3/contacts/{contact_id}"),
      .served("PUT", "/books/v3/contacts/{contact_id}"),
      .served("DELETE", "/books/v3/contacts/{contact_id}"),
      .served("POST", "/books/v3/contacts/{contact_id}/active"),
      .served("POST", "/books/v3/contacts/{contact_id}/inactive"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/portal/enable"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/paymentreminder/enable"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/paymentreminder/disable"),
      .unknown("GET", "/books/v3/contacts/{contact_id}/statements/email"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/statements/email"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/email"),
      .served("GET", "/books/v3/contacts/{contact_id}/comments"),
      .served("GET", "/books/v3/contacts/{contact_id}/address"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/address"),
      .unknown("PUT", "/books/v3/contacts/{contact_id}/address/{address_id}"),
      .unknown("DELETE", "/books/v3/contacts/{contact_id}/address/{address_id}"),
      .unknown("GET", "/books/v3/contacts/{contact_id}/refunds"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/track1099"),
      .unknown("POST", "/books/v3/contacts/{contact_id}/untrack1099"),
      .unknown("GET", "/books/v3/contacts/{contact_id}/receivables/unusedretainerpayments"),
    ])

  private static let contactPersons = OfficialArea(
    .books, "contact-persons",
    [
      .served("POST", "/books/v3/contacts/contactpersons"),
      .served("PUT", "/books/v3/contacts/contactpersons/{contact_person_id}"),
      .served("DELETE", "/books/v3/contacts/contactpersons/{contact_person_id}"),
      .served("GET", "/books/v3/contacts/{contact_id}/contactpersons"),
      .served("GET", "/books/v3/contacts/{contact_id}/contactpersons/{contact_person_id}"),
      .served("POST", "/books/v3/contacts/contactpersons/{contact_person_id}/primary"),
    ])

  private static let integration = OfficialArea(
    .books, "integration",
    [
      .served("POST", "/books/v3/crm/account/{crm_account_id}/import"),
      .served("POST", "/books/v3/crm/contact/{crm_contact_id}/import"),
      .unknown("POST", "/books/v3/crm/vendor/{crm_vendor_id}/import"),
      .served("POST", "/books/v3/crm/item/{crm_product_id}/import"),
    ])
}
