extension CRMOperations {
  /// What hangs on a record.
  static let relatedRecordAreas: [OfficialArea] = [
    relatedRecords, relatedLists, relatedNotes, notes, attachments, downloadAttachments,
    emailRelatedRecords, sendMail, contactRoles, dealContactRoles, getRelatedRecordsCount,
  ]

  private static let relatedRecords = OfficialArea(
    .crm, "related-records",
    [
      .served("GET", "/crm/v8/{module_api_name}/{record_id}/{related_list_api_name}"),
      .served("PUT", "/crm/v8/{module_api_name}/{record_id}/{related_list_api_name}"),
      .served("DELETE", "/crm/v8/{module_api_name}/{record_id}/{related_list_api_name}"),
      .served(
        "GET", "/crm/v8/{module_api_name}/{record_id}/{related_list_api_name}/{related_record_id}"),
      .served(
        "PUT", "/crm/v8/{module_api_name}/{record_id}/{related_list_api_name}/{related_record_id}"),
      .served(
        "DELETE",
        "/crm/v8/{module_api_name}/{record_id}/{related_list_api_name}/{related_record_id}"),
      .unknown("GET", "/crm/v8/{module_api_name}/deleted/{record_id}/{related_list_api_name}"),
    ])

  private static let relatedLists = OfficialArea(
    .crm, "related-lists",
    [
      .served("GET", "/crm/v8/settings/related_lists"),
      .served("GET", "/crm/v8/settings/related_lists/{id}"),
    ])

  private static let relatedNotes = OfficialArea(
    .crm, "related-notes",
    [
      .served("GET", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes"),
      .served("POST", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes"),
      .served("PUT", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes"),
      .served("DELETE", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes"),
      .served("GET", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes/{noteId}"),
      .served("PUT", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes/{noteId}"),
      .served("DELETE", "/crm/v8/{parentRecordModule}/{parentRecordId}/Notes/{noteId}"),
    ])

  private static let notes = OfficialArea(
    .crm, "notes",
    [
      .served("GET", "/crm/v8/Notes"),
      .served("POST", "/crm/v8/Notes"),
      .served("PUT", "/crm/v8/Notes"),
      .served("DELETE", "/crm/v8/Notes"),
      .served("GET", "/crm/v8/Notes/{id}"),
      .served("PUT", "/crm/v8/Notes/{id}"),
      .served("DELETE", "/crm/v8/Notes/{id}"),
    ])

  private static let attachments = OfficialArea(
    .crm, "attachments",
    [
      .served("GET", "/crm/v8/{module}/{record_id}/Attachments"),
      .served("POST", "/crm/v8/{module}/{record_id}/Attachments"),
      .served("DELETE", "/crm/v8/{module}/{record_id}/Attachments"),
      .served("GET", "/crm/v8/{module}/{record_id}/Attachments/{id}"),
      .served("DELETE", "/crm/v8/{module}/{record_id}/Attachments/{id}"),
    ])

  private static let downloadAttachments = OfficialArea(
    .crm, "download-attachments",
    [
      .served("GET", "/crm/v8/{module}/{record_id}/Emails/actions/download_attachments")
    ])

  private static let emailRelatedRecords = OfficialArea(
    .crm, "email-related-records",
    [
      .served("GET", "/crm/v8/{module_name}/{record_id}/Emails"),
      .served("GET", "/crm/v8/{module_name}/{record_id}/Emails/{message_id}"),
    ])

  private static let sendMail = OfficialArea(
    .crm, "send-mail",
    [
      .served("POST", "/crm/v8/{moduleName}/{id}/actions/send_mail")
    ])

  private static let contactRoles = OfficialArea(
    .crm, "contact-roles",
    [
      .served("GET", "/crm/v8/Contacts/roles"),
      .served("POST", "/crm/v8/Contacts/roles"),
      .served("PUT", "/crm/v8/Contacts/roles"),
      .served("DELETE", "/crm/v8/Contacts/roles"),
      .served("GET", "/crm/v8/Contacts/roles/{id}"),
      .served("PUT", "/crm/v8/Contacts/roles/{id}"),
      .served("DELETE", "/crm/v8/Contacts/roles/{id}"),
      .served("GET", "/crm/v8/contacts/roles"),
      .served("POST", "/crm/v8/contacts/roles"),
      .served("PUT", "/crm/v8/contacts/roles"),
      .served("DELETE", "/crm/v8/contacts/roles"),
      .served("GET", "/crm/v8/contacts/roles/{role}"),
      .served("PUT", "/crm/v8/contacts/roles/{role}"),
      .served("DELETE", "/crm/v8/contacts/roles/{role}"),
    ])

  private static let dealContactRoles = OfficialArea(
    .crm, "deal-contact-roles",
    [
      .served("GET", "/crm/v8/{module}/{dealId}/Contact_Roles"),
      .served("PUT", "/crm/v8/{module}/{dealId}/Contact_Roles"),
      .served("DELETE", "/crm/v8/{module}/{dealId}/Contact_Roles"),
      .served("GET", "/crm/v8/{module}/{dealId}/Contact_Roles/{contactId}"),
      .served("PUT", "/crm/v8/{module}/{dealId}/Contact_Roles/{contactId}"),
      .served("DELETE", "/crm/v8/{module}/{dealId}/Contact_Roles/{contactId}"),
    ])

  private static let getRelatedRecordsCount = OfficialArea(
    .crm, "get-related-records-count",
    [
      .served("POST", "/crm/v8/{moduleApiName}/{recordId}/actions/get_related_records_count")
    ])
}
