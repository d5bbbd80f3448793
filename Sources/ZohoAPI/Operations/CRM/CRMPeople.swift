/// Users, their roles, profiles and groups.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/get-users.html>
extension Resource {
  static let crmPeople: [Resource] = [
    .crm(
      "users", at: "/users", id: "user_id", rows: "users", scope: "ZohoCRM.users.",
      [
        .list(
          "list", "", "users",
          """
          ids type__s
          type=AllUsers|ActiveUsers|DeactiveUsers|ConfirmedUsers|NotConfirmedUsers|DeletedUsers\
          |AdminUsers|ActiveConfirmedUsers|ActiveConfirmedAdmins|CurrentUser
          """),
        .get("show", "{id}", "one user"),
        .get("count", "actions/count", "how many there are", "type", gives: .value),
        .get(
          "groups", "{id}/actions/associated_groups", "the groups somebody is in",
          "include page per_page", gives: .rows("user_groups")
        ).asking(for: "ZohoCRM.settings.user_groups.READ"),
        .create("create", "", "invite users", safety: .mail),
        .update("update", "{id}", "change a user"),
        .update("update-many", "", "change users"), .delete("delete", "{id}", "delete a user"),
      ]),
    .crm(
      "roles", at: "/settings/roles", id: "role_id", rows: "roles",
      scope: "ZohoCRM.settings.roles.",
      [
        .get("list", "", "roles, which say who sees whose records"),
        .get("show", "{id}", "one role"),
        .create("create", "", "make roles"), .update("update", "{id}", "change a role"),
        .update("update-many", "", "change roles"),
        .delete("delete", "{id}", "delete a role and move its users", "transfer_to_id!"),
      ]),
    .crm(
      "profiles", at: "/settings/profiles", id: "profile_id", rows: "profiles",
      scope: "ZohoCRM.settings.profiles.",
      [
        .get("list", "", "profiles, which say who may do what", "filters include_types type"),
        .get("show", "{id}", "one profile"), .update("update", "{id}", "change a profile"),
        .create("clone", "{id}/actions/clone", "make another like it"),
        .delete(
          "delete", "{id}", "delete a profile and move its users", "transfer_to transfer_to_id"),
      ]),
    .crm(
      "user-groups", at: "/settings/user_groups", id: "group_id", rows: "user_groups",
      scope: "ZohoCRM.settings.user_groups.",
      [
        .list("list", "", "groups of users", "include filters name"),
        .get("show", "{id}", "one group"), .create("create", "", "make groups"),
        .update("update", "{id}", "change a group"), .update("update-many", "", "change groups"),
        .delete("delete", "{id}", "delete a group"),
        .list(
          "counts", "actions/associated_users_count", "how many users each has", "filters",
          gives: "associated_users_count"),
        .get(
          "deletions", "actions/deletion_jobs", "how far a deletion is", "job_id!", gives: .value),
        .ask("assigned", "actions/get_assigned", "what groups are used for", gives: .value),
        .ask("unassigned", "actions/get_unassigned", "what groups are not used for", gives: .value),
        .get("associations", "{id}/actions/associations", "where it is used", gives: .value),
        .get(
          "source-counts", "{id}/actions/sources_count", "how many of each are in it", gives: .value
        ),
        .list("sources", "{id}/sources", "who is in it", "type user_type", gives: "sources"),
        .get(
          "grouped-counts", "{id}/associated_users/actions/grouped_counts", "how many by kind",
          "group_by!", gives: .value),
      ]),
  ]
}
