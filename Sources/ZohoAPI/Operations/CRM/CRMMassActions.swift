/// The same thing done to many records, and what was deleted.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/mass-update.html>
extension Resource {
  static let crmMassActions: [Resource] = [
    .crm(
      "mass-update", at: "/{module}/actions/mass_update", scope: "ZohoCRM.mass_update.{module}.",
      [
        .act(
          "start", "", "set a field in many records, 500 by id or a view as a job",
          body: .json(rows: nil)
        ).asking(for: "UPDATE"),
        .get("state", "", "how far that is", "job_id!"),
      ]),
    .crm(
      "mass-delete", at: "/{module}/actions/mass_delete", scope: "ZohoCRM.mass_delete.",
      [
        .act(
          "start", "", "delete many records or a view", body: .json(rows: nil), safety: .deletes
        ).asking(for: "DELETE"),
        .get("state", "", "how far that is", "job_id!"),
      ]),
    .crm(
      "mass-convert", at: "/Leads/actions/mass_convert", scope: "ZohoCRM.mass_convert.leads.",
      [
        .create("start", "", "convert many leads", body: .json(rows: nil)),
        .get("state", "", "how far that is", "job_id!"),
      ]),
    .crm(
      "recycle-bin", at: "/settings/recycle_bin", rows: "recycle_bin",
      scope: "ZohoCRM.settings.recycle_bin.",
      [
        .list(
          "list", "", "what is in the recycle bin", "filters ids sort_by sort_order=asc|desc"),
        .get("show", "{id}", "one deleted record"),
        .get("count", "actions/count", "how much is in it", gives: .value),
        .act("restore", "{id}/actions/restore", "bring a record back").asking(for: "UPDATE"),
        .act(
          "restore-many", "actions/restore", "bring records back",
          body: .json(rows: "recycle_bin")
        ).asking(for: "UPDATE"),
        .delete("delete", "{id}", "delete a record for good"),
        .delete("delete-many", "", "delete records for good", "filters ids"),
        .act(
          "empty", "actions/empty", "delete everything in it for good", safety: .deletes
        ).asking(for: "UPDATE"),
      ]),
  ]
}
