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
      .served("POST", "/books/v3/contacts/{contact_id}/portal/enable"),
      .served("POST", "/books/v3/contacts/{contact_id}/paymentreminder/enable"),
      .served("POST", "/books/v3/contacts/{contact_id}/paymentreminder/disable"),
      .served("GET", "/books/v3/contacts/{contact_id}/statements/email"),
      .served("POST", "/books/v3/contacts/{contact_id}/statements/email"),
      .served("POST", "/books/v3/contacts/{contact_id}/email"),
      .served("GET", "/books/v3/contacts/{contact_id}/comments"),
      .served("GET", "/books/v3/contacts/{contact_id}/address"),
      .served("POST", "/books/v3/contacts/{contact_id}/address"),
      .served("PUT", "/books/v3/contacts/{contact_id}/address/{address_id}"),
      .served("DELETE", "/books/v3/contacts/{contact_id}/address/{address_id}"),
      .served("GET", "/books/v3/contacts/{contact_id}/refunds"),
      .served("POST", "/books/v3/contacts/{contact_id}/track1099"),
      .served("POST", "/books/v3/contacts/{contact_id}/untrack1099"),
      .served("GET", "/books/v3/contacts/{contact_id}/receivables/unusedretainerpayments"),
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
