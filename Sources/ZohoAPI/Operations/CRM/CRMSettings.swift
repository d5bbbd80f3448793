/// How CRM is set up: modules, layouts, views, pipelines.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html>
extension Resource {
  static let crmSettings: [Resource] = [
    .crm(
      "modules", at: "/settings/modules", id: "module", rows: "modules",
      scope: "ZohoCRM.settings.modules.",
      [
        .get("list", "", "the modules", "status include feature_name", gives: .rows("modules")),
        .get("show", "{id}", "one module, by name or id"),
        .create("create", "", "make a module; costs 500 credits"),
        .update("update", "{id}", "change a module"), .update("update-many", "", "change modules"),
      ]),
    .crm(
      "layouts", at: "/settings/layouts", id: "layout_id", rows: "layouts",
      scope: "ZohoCRM.settings.layouts.",
      [
        .get("list", "", "the layouts of a module", "module! include include_inner_details mode"),
        .get("show", "{id}", "one layout", "module! include include_inner_details mode"),
        .update("update", "{id}", "change a layout", "module!", by: .patch),
        .update("update-many", "", "change layouts", "module!", by: .patch),
        .act("activate", "{id}/actions/activate", "use a layout", "module!", body: .optionalJSON),
        .act(
          "deactivate", "{id}/actions/activate", "use a layout no more", "module! transfer_to!",
          by: .delete),
        .delete("delete", "{id}", "delete a layout", "module! transfer_to pipeline stage"),
      ]),
    .crm(
      "dependencies", at: "/settings/layouts/{layout_id}/map_dependency", id: "dependency_id",
      rows: "map_dependency", scope: "ZohoCRM.settings.map_dependency.",
      [
        .list("list", "", "which choices depend on which", "module! filters"),
        .get("show", "{id}", "one dependency", "module!"),
        .create("create", "", "make one", "module!"),
        .update("update", "{id}", "change one", "module!"),
        .delete("delete", "{id}", "delete one", "module!"),
      ]),
    .crm(
      "custom-views", at: "/settings/custom_views", id: "cvid", rows: "custom_views",
      scope: "ZohoCRM.settings.custom_views.",
      [
        .list("list", "", "the views of a module", "module! filters"),
        .get("show", "{id}", "one view", "module! include_inner_details"),
        .update("sort", "{id}/actions/change_sort", "sort a view otherwise", "module!"),
        .update("sort-many", "actions/change_sort", "sort views otherwise", "module!"),
      ]),
    .crm(
      "related-lists", at: "/settings/related_lists", rows: "related_lists",
      scope: "ZohoCRM.settings.related_lists.",
      [
        .get("list", "", "the related lists of a module", "module! layout_id status"),
        .get("show", "{id}", "one related list", "module! layout_id"),
      ]),
    .crm(
      "pipelines", at: "/settings/pipeline", rows: "pipeline", scope: "ZohoCRM.settings.pipeline.",
      [
        .get("list", "", "the pipelines of a layout of deals", "layout_id!"),
        .get("show", "{id}", "one pipeline", "layout_id!"),
        .create("create", "", "make a pipeline", "layout_id!"),
        .update("update", "{id}", "change a pipeline", "layout_id!"),
        .update("update-many", "", "change pipelines", "layout_id!"),
        .update("patch", "{id}", "change parts of a pipeline", "layout_id!", by: .patch),
        .update("patch-many", "", "change parts of pipelines", "layout_id!", by: .patch),
        .act(
          "transfer", "actions/transfer", "delete a pipeline and move its deals", "layout_id!",
          body: .json(rows: "transfer_pipeline"), gives: .rows("transfer_pipeline"),
          safety: .deletes),
      ]),
    .crm(
      "locking-rules", at: "/settings/record_locking_configurations",
      rows: "record_locking_configurations",
      scope: "ZohoCRM.settings.record_locking_configurations.",
      [
        .get("list", "", "when records are locked", "module! feature_type"),
        .get("show", "{id}", "one rule", "module!"),
        .create("create", "", "make a rule", "module!"),
        .update("update", "{id}", "change a rule", "module!"),
        .update("update-many", "", "change rules", "module!"),
        .delete("delete", "{id}", "delete a rule", "module!"),
        .delete("delete-many", "", "delete rules", "module! ids!"),
      ]),
    .crm(
      "duplicate-check", at: "/settings/duplicate_check_preference",
      rows: "duplicate_check_preference", scope: "ZohoCRM.settings.duplicate_check_preference.",
      [
        .get("show", "", "how duplicates are found", "module!", gives: .value),
        .create("create", "", "say how", "module!", body: .json(rows: nil), safety: .repeatable),
        .update("update", "", "say it otherwise", "module!", body: .json(rows: nil)),
        .delete("delete", "", "go back to the usual", "module!"),
      ]),
    .crm(
      "scoring-rules", at: "/settings/automation/scoring_rules", rows: "scoring_rules",
      scope: "ZohoCRM.settings.scoring_rules.",
      [
        .list("list", "", "how records are scored", "module layout_id name include_inner_details"),
        .get("show", "{id}", "one rule"), .create("create", "", "make a rule"),
        .update("update", "{id}", "change a rule"), .update("update-many", "", "change rules"),
        .act("activate", "{id}/actions/activate", "use a rule", by: .put, body: .optionalJSON),
        .act("deactivate", "{id}/actions/activate", "use a rule no more", by: .delete),
        .create("clone", "{id}/actions/clone", "make another like it"),
        .delete("delete", "{id}", "delete a rule"),
        .delete("delete-many", "", "delete rules", "ids!"),
      ]),
  ]
}
