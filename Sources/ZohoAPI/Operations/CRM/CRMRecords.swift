/// Records of any module, and what is asked about them.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-records.html>
extension Resource {
  static let crmRecords: [Resource] = [
    .crm(
      "records", at: "/{module}", scope: "ZohoCRM.modules.{module}.",
      [
        .list(
          "list", "", "records of a module",
          """
          fields! page_token ids cvid sort_by=id|Created_Time|Modified_Time sort_order=asc|desc
          converted=true|false|both approved=true|false|both territory_id include_child=true|false
          uid startDateTime endDateTime If-Modified-Since
          """),
        .get("show", "{id}", "one record in full", "fields converted approved If-Modified-Since"),
        .list(
          "search", "search", "records that match; needs ZohoSearch.securesearch.READ too",
          """
          criteria email phone word fields converted=true|false|both approved=true|false|both
          approval_state cvid type sort_by sort_order=asc|desc
          """),
        .create("create", "", "make records, 100 at most"),
        .update("update", "{id}", "change a record", "If-Unmodified-Since"),
        .update("update-many", "", "change records, 100 at most", "If-Unmodified-Since"),
        .update(
          "upsert", "upsert", "make records or change those with the same unique fields",
          "If-Unmodified-Since", by: .post),
        .delete("delete", "{id}", "put a record in the recycle bin", "wf_trigger=true|false"),
        .delete("delete-many", "", "put records in the recycle bin", "ids! wf_trigger=true|false"),
        .create("clone", "{id}/actions/clone", "make another like it"),
        .list(
          "deleted", "deleted", "what was deleted", "type=all|recycle|permanent If-Modified-Since"),
        .get(
          "count", "actions/count", "how many match; costs 50 credits, COQL does not",
          "criteria email phone word cvid converted approved type", gives: .value),
        .ask(
          "count-by-criteria", "actions/count", "how many match", "email phone word", gives: .value),
        .get("full", "{id}/actions/fetch_full_data", "a record with its long texts", "fields"),
        .get(
          "full-many", "actions/fetch_full_data", "records with their long texts", "ids! fields"),
        .ask(
          "related-counts", "{id}/actions/get_related_records_count",
          "how many there are in its related lists",
          body: .json(rows: "get_related_records_count"),
          gives: .rows("get_related_records_count")),
      ]),
    .crm(
      "coql", at: "/coql", scope: "ZohoCRM.coql.READ",
      [.ask("query", "", "ask in Zoho's query language: select_query", gives: .rows("data"))]),
    .crm(
      "leads", at: "/Leads", id: "lead_id", scope: "ZohoCRM.modules.leads.",
      [
        .get(
          "conversion-options", "{id}/__conversion_options", "what a lead could be joined to",
          gives: .value),
        .create(
          "convert", "{id}/actions/convert", "make an account, a contact and a deal of a lead"),
      ]),
    .crm(
      "blueprint", at: "/{module}/{id}/actions/blueprint", rows: "blueprint",
      scope: "ZohoCRM.modules.{module}.",
      [
        .get(
          "show", "", "the transitions open to a record, with their fields",
          gives: .record("blueprint")),
        .update("transition", "", "take one", safety: .once),
      ]),
    .crm(
      "timeline", at: "/{module}/{id}/__timeline", rows: "__timeline",
      scope: "ZohoCRM.modules.{module}.",
      [
        .list(
          "list", "", "what happened to a record and who did it",
          """
          page_token sort_by=audited_time sort_order=asc|desc filter filters include
          include_inner_details include_timeline_type
          """)
      ]),
    .crm(
      "scores", at: "/Entity_Scores__s", id: "record_id", scope: "ZohoCRM.settings.modules.",
      [
        .list(
          "list", "", "scores of records",
          "fields! page_token ids cvid sort_by sort_order=asc|desc"),
        .get("show", "{id}", "the score of one", "fields! cvid"),
      ]),
  ]
}
