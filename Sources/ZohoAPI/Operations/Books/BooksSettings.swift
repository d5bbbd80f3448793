/// The organization of Books and who works in it.
///
/// <https://www.zoho.com/books/api/v3/organizations/>
extension Resource {
  static let booksSettings: [Resource] = [
    .books(
      "organizations", id: "organization_id", one: "organization", scope: "settings",
      [
        .get("list", "", "the organizations I belong to", gives: .rows("organizations")),
        .get("show", "{id}", "one in full"), .create("create", "", "make one"),
        .update("update", "{id}", "change one"),
      ]),
    .books(
      "users", id: "user_id", one: "user", scope: "settings",
      .records(
        "a user", "users",
        """
        filter_by=Status.All|.Active|.Inactive|.Invited|.Deleted
        sort_column=name|email|user_role|status
        """, safety: .mail), .activity,
      [
        .get("me", "me", "who I am"),
        .mail("invite", "{id}/invite", "invite again", body: Operation.Body.none),
      ]),
    .books(
      "locations", id: "location_id", one: "location", scope: "settings",
      [
        .get("list", "", "places of business", gives: .rows("locations")),
        .create("create", "", "add a place", gives: .value),
        .update("update", "{id}", "change a place", gives: .value),
        .delete("delete", "{id}", "delete a place"),
        .act("enable", "/settings/locations/enable", "work with places of business"),
        .act("make-primary", "{id}/markasprimary", "make it the main place"),
      ], .activity),
    .books(
      "preferences", at: "/settings/preferences", id: "preference_id", one: "preferences",
      scope: "settings",
      [
        .get("show", "", "how the organization is set up"),
        .get(
          "custom-fields", "customfields", "fields added to a sort of document", "entity!",
          gives: .value),
      ]),
    .books(
      "custom-modules", at: "/{module_name}", id: "module_id", one: "module_record",
      scope: "custommodules",
      [
        .list("list", "", "records of a module of your own", gives: "module_record"),
        .get("show", "{id}", "one record"), .create("create", "", "make a record"),
        .update("update", "{id}", "change a record"),
        .update("update-many", "", "change several records"),
        .delete("delete", "{id}", "delete a record"),
        .delete("delete-many", "", "delete several records", "ids"),
      ]),
  ]
}
