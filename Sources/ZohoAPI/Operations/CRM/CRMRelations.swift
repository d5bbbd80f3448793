/// What hangs on a record: notes, files, other records, locks.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html>
extension Resource {
  static let crmRelations: [Resource] = [
    .crm(
      "related", at: "/{module}/{id}/{related_list}", id: "id",
      scope: "ZohoCRM.modules.{module}.",
      [
        .list(
          "list", "", "the records in a related list",
          """
          fields! page_token ids converted sort_by sort_order=asc|desc If-Modified-Since
          """),
        .get("show", "{related_id}", "one of them", "fields!"),
        .update("link", "", "tie records to it, or change how they are tied"),
        .update("link-one", "{related_id}", "tie one record to it"),
        .delete("unlink", "", "untie records", "ids!"),
        .delete("unlink-one", "{related_id}", "untie one record"),
        .list(
          "of-deleted", "/{module}/deleted/{id}/{related_list}", "what hung on a deleted record",
          "fields! ids"),
      ]),
    .crm(
      "notes", at: "/Notes", id: "note_id", scope: "ZohoCRM.modules.notes.",
      [
        .list(
          "list", "", "all notes",
          "fields! page_token ids sort_by sort_order=asc|desc If-Modified-Since"),
        .get("show", "{id}", "one note", "fields"), .create("create", "", "make notes"),
        .update("update", "{id}", "change a note"), .update("update-many", "", "change notes"),
        .delete("delete", "{id}", "delete a note"),
        .delete("delete-many", "", "delete notes", "ids!"),
        .list(
          "of", "/{module}/{record_id}/Notes", "the notes of a record",
          "fields! page_token sort_by sort_order=asc|desc"),
        .get("of-one", "/{module}/{record_id}/Notes/{note_id}", "one note of a record", "fields"),
        .create("add", "/{module}/{record_id}/Notes", "put notes on a record"),
        .update("update-of", "/{module}/{record_id}/Notes", "change notes of a record"),
        .update("update-of-one", "/{module}/{record_id}/Notes/{note_id}", "change a note of it"),
        .delete("delete-of", "/{module}/{record_id}/Notes", "delete notes of a record", "ids!"),
        .delete("delete-of-one", "/{module}/{record_id}/Notes/{note_id}", "delete a note of it"),
      ]),
    .crm(
      "attachments", at: "/{module}/{record_id}/Attachments", id: "attachment_id",
      scope: "ZohoCRM.modules.attachments.",
      [
        .list("list", "", "the files of a record", "fields! page_token ids"),
        .get("download", "{id}", "download a file", gives: .file),
        .upload("upload", "", "hang a file on a record, 100 MB at most", as: "file"),
        .create(
          "link", "", "hang an address on a record", "attachmentUrl! title",
          body: Operation.Body.none),
        .delete("delete", "{id}", "take a file off"),
        .delete("delete-many", "", "take files off", "ids!"),
      ]),
    .crm(
      "photo", at: "/{module}/{record_id}/photo", scope: "ZohoCRM.modules.{module}.",
      [
        .get("download", "", "the photo of a record", gives: .file),
        .upload("upload", "", "give a record a photo", "restrict_triggers", as: "file"),
        .delete("delete", "", "take the photo off"),
      ]),
    .crm(
      "emails", at: "/{module}/{record_id}/Emails", id: "message_id", rows: "Emails",
      scope: "ZohoCRM.modules.emails.READ",
      [
        .get("list", "", "mails with a record", "index type owner_id", gives: .rows("Emails")),
        .get("show", "{id}", "one mail", "owner_id type"),
        .get(
          "download", "actions/download_attachments", "a file that came with a mail",
          "id! message_id! name! user_id!", gives: .file),
      ]),
    .crm(
      "locks", at: "/{module}/{record_id}/Locking_Information__s", id: "lock_id",
      scope: "ZohoCRM.modules.lockinginformation.",
      [
        .list("list", "", "whether and why a record is locked", "fields ids page_token"),
        .get("show", "{id}", "one lock", "fields"), .update("lock", "", "lock a record", by: .post),
        .update("update", "{id}", "change the reason"),
        .delete("unlock", "{id}", "unlock a record"),
      ]),
    .crm(
      "deal-contacts", at: "/Deals/{deal_id}/Contact_Roles", id: "contact_id",
      scope: "ZohoCRM.modules.deals.",
      [
        .list("list", "", "the people of a deal and their parts", "fields!"),
        .get("show", "{id}", "one of them", "fields!"),
        .update("update", "{id}", "put somebody on a deal, or change their part"),
        .update("update-many", "", "put people on a deal"),
        .delete("remove", "{id}", "take somebody off"),
        .delete("remove-many", "", "take people off", "ids!"),
      ]),
    .crm(
      "contact-roles", at: "/Contacts/roles", id: "role_id", rows: "contact_roles",
      scope: "ZohoCRM.modules.contacts.",
      [
        .get("list", "", "the parts people can have in a deal"), .get("show", "{id}", "one part"),
        .create("create", "", "make parts"), .update("update", "{id}", "change a part"),
        .update("update-many", "", "change parts"), .delete("delete", "{id}", "delete a part"),
        .delete("delete-many", "", "delete parts", "ids!"),
      ]),
  ]
}
