/// Fields, the choices they offer, and values that all of CRM shares.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html>
extension Resource {
  static let crmFieldSettings: [Resource] = [
    .crm(
      "fields", at: "/settings/fields", id: "field_id", rows: "fields",
      scope: "ZohoCRM.settings.fields.",
      [
        .get("list", "", "the fields of a module", "module! type=all|unused include"),
        .get("show", "{id}", "one field", "module! type include"),
        .get(
          "choices", "{id}/pick_list_values", "what a pick list offers", "module!",
          gives: .rows("pick_list_values")),
        .create("create", "", "make fields", "module!"),
        .update("update", "{id}", "change a field", "module!", by: .patch),
        .update("update-many", "", "change fields", "module!", by: .patch),
        .delete("delete", "{id}", "delete a field and all its values", "module!"),
      ]),
    .crm(
      "picklists", at: "/settings/global_picklists", rows: "global_picklists",
      scope: "ZohoCRM.settings.global_picklist.",
      [
        .get("list", "", "pick lists that fields share", "include include_inner_details"),
        .get("show", "{id}", "one of them", "include include_inner_details"),
        .create("create", "", "make some"), .update("update", "{id}", "change one", by: .patch),
        .update("update-many", "", "change some", by: .patch),
        .list(
          "associations", "{id}/actions/associations", "the fields that use it",
          "include_inner_details", gives: "associations"),
        .get(
          "choice-associations", "{id}/actions/pick_list_values_associations",
          "where a choice is used", "picklist_value_id!", gives: .value),
        .act(
          "replace-choices", "{id}/actions/replace_picklist_values", "put one choice for another",
          body: .json(rows: "replace_picklist_values")),
        .get(
          "replaced-choices", "{id}/actions/replaced_values", "choices put for others",
          gives: .value),
        .delete("delete", "{id}", "delete one"), .delete("delete-many", "", "delete some", "ids!"),
      ]),
    .crm(
      "variables", at: "/settings/variables", rows: "variables",
      scope: "ZohoCRM.settings.variables.",
      [
        .get("list", "", "values that rules share", "group"),
        .get("show", "{id}", "one of them", "group group_rid"),
        .create("create", "", "make some"), .update("update", "{id}", "change one", "group"),
        .update("update-many", "", "change some"), .delete("delete", "{id}", "delete one"),
        .delete("delete-many", "", "delete some", "ids rids"),
      ]),
  ]
}
