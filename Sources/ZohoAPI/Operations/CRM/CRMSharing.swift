/// Who may see a record and how it is marked: tags, owners, sharing, territories.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/add-tags.html>
extension Resource {
  static let crmSharing: [Resource] = [
    .crm(
      "tags", at: "/settings/tags", rows: "tags", scope: "ZohoCRM.settings.tags.",
      [
        .get("list", "", "the tags of a module", "module! include my_tags"),
        .create("create", "", "make tags", "module! color_code"),
        .update("update", "{id}", "change a tag", "module!"),
        .update("update-many", "", "change tags", "module!"),
        .delete("delete", "{id}", "delete a tag"),
        .act(
          "merge", "{id}/actions/merge", "make one tag of two", body: .json(rows: "tags"),
          safety: .deletes),
        .get(
          "count", "{id}/actions/records_count", "how many records have it", "module!",
          gives: .value),
        .act(
          "delete-many", "actions/mass_delete", "delete tags", body: .json(rows: "tags"),
          safety: .deletes
        ).asking(for: "DELETE"),
        .get("delete-state", "actions/mass_delete", "how far that is", "job_id!"),
        .act(
          "add", "/{module}/{record_id}/actions/add_tags", "put tags on a record",
          "over_write=true|false", body: .json(rows: "tags"), gives: .rows("data")),
        .act(
          "remove", "/{module}/{record_id}/actions/remove_tags", "take tags off a record",
          body: .json(rows: "tags"), gives: .rows("data")),
        .act(
          "add-many", "/{module}/actions/add_tags", "put tags on records, 500 at most",
          "over_write=true|false", body: .json(rows: "tags"), gives: .rows("data")),
        .act(
          "remove-many", "/{module}/actions/remove_tags", "take tags off records", "ids",
          body: .json(rows: "tags"), gives: .rows("data")),
      ]),
    .crm(
      "owner", at: "/{module}", scope: "ZohoCRM.change_owner.",
      [
        .act(
          "change", "{id}/actions/change_owner", "give a record to somebody",
          body: .json(rows: nil)),
        .act(
          "change-many", "actions/change_owner", "give records to somebody, 500 at most",
          body: .json(rows: nil)),
        .act(
          "change-view", "actions/mass_change_owner", "give a whole view to somebody, as a job",
          body: .json(rows: nil)),
        .get("state", "actions/mass_change_owner", "how far that is", "job_id!"),
      ]),
    .crm(
      "sharing", at: "/{module}/{record_id}/actions/share", rows: "share",
      scope: "ZohoCRM.share.{module}.",
      [
        .get("show", "", "with whom a record is shared", "sharedTo view"),
        .update("share", "", "share a record", by: .post), .update("update", "", "share it anew"),
        .delete("revoke", "", "share it no more"),
      ]),
    .crm(
      "territories", at: "/{module}", scope: "ZohoCRM.modules.{module}.UPDATE",
      [
        .act(
          "assign", "{id}/actions/assign_territories", "put a record in territories",
          body: .json(rows: "data")),
        .act(
          "remove", "{id}/actions/remove_territories", "take a record out of territories",
          body: .json(rows: "data")),
        .act(
          "assign-many", "actions/assign_territories", "put records in territories",
          body: .json(rows: "data")),
        .act(
          "remove-many", "actions/remove_territories", "take records out of territories",
          body: .json(rows: "data")),
      ]),
  ]
}
