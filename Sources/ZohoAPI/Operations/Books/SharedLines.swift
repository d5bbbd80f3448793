/// What many resources of Books have in common.
extension [Line] {
  /// Finding, reading, making, changing and deleting.
  ///
  /// - Parameters:
  ///   - one: One of them, with its article: `an invoice`.
  ///   - filters: What the list can be narrowed by.
  ///   - show: What reading one can be told.
  ///   - create: What making one can be told; changing one can be told the same.
  static func records(
    _ one: String, _ many: String, _ filters: String = "", show: String = "", create: String = "",
    safety: Operation.Safety = .once
  ) -> [Line] {
    [
      .list("list", "", many + " that match", filters),
      .get("show", "{id}", "\(one) in full", show),
      .create("create", "", "make \(one)", create, safety: safety),
      .update(
        "update", "{id}", "change \(one)",
        create.split(separator: " ").filter { !$0.hasPrefix("send") }.joined(separator: " ")),
      .delete("delete", "{id}", "delete \(one)"),
    ]
  }

  /// Changing the one that has a value in a field that takes each value once, or making it.
  static func byUniqueField(_ one: String) -> [Line] {
    [
      .update(
        "update-by-field", "", "change \(one) found by a unique custom field",
        "X-Unique-Identifier-Key! X-Unique-Identifier-Value! X-Upsert=true|false")
    ]
  }

  /// Setting custom fields alone. Books has them under the word for one, not for many.
  static func customFields(_ one: String) -> [Line] {
    [
      .update(
        "set-fields", "/\(one)/{id}/customfields", "set custom fields alone", gives: .done)
    ]
  }

  /// Switching on and off.
  static let activity: [Line] = [
    .act("activate", "{id}/active", "make it active"),
    .act("deactivate", "{id}/inactive", "make it inactive"),
  ]

  /// Approval by somebody else.
  static let approval: [Line] = [
    .act("submit", "{id}/submit", "hand in for approval"),
    .act("approve", "{id}/approve", "approve"),
  ]

  /// Mail about one.
  static func mail(_ parameters: String = "") -> [Line] {
    [
      .get(
        "mail-preview", "{id}/email", "the mail as Books would send it", "email_template_id",
        gives: .value),
      .mail("email", "{id}/email", "mail it; without a body the usual mail", parameters),
    ]
  }

  /// What happened to one, and what people said about it.
  static let comments: [Line] = [
    .list("comments", "{id}/comments", "history and comments", gives: "comments"),
    .create("comment", "{id}/comments", "add a comment", gives: .record("comment")),
    .delete("delete-comment", "{id}/comments/{comment_id}", "delete a comment"),
  ]

  /// Changing what one said.
  static let commentChanges: [Line] = [
    .update(
      "edit-comment", "{id}/comments/{comment_id}", "change a comment", gives: .record("comment"))
  ]

  /// The address it is billed to.
  static let billingAddress: [Line] = [
    .update("billing-address", "{id}/address/billing", "change the billing address", gives: .done)
  ]

  /// The address it is shipped to.
  static let shippingAddress: [Line] = [
    .update(
      "shipping-address", "{id}/address/shipping", "change the shipping address", gives: .done)
  ]

  /// How it is printed.
  static let templates: [Line] = [
    .get("templates", "templates", "the templates there are", gives: .rows("templates")),
    .act("use-template", "{id}/templates/{template_id}", "print it by a template", by: .put),
  ]

  /// Many as one file.
  static func printing(_ ids: String) -> [Line] {
    [
      .get("pdf", "pdf", "several as one PDF file, 25 at most", ids + "!", gives: .file),
      .get(
        "print", "print", "several as one file for printing, 25 at most", ids + "!", gives: .file),
    ]
  }

  /// The file that hangs on it.
  static let attachment: [Line] = [
    .get("attachment", "{id}/attachment", "download the file on it", "preview", gives: .file),
    .upload(
      "attach", "{id}/attachment", "hang a file on it", "can_send_in_mail=true|false",
      as: "attachment"),
    .delete("delete-attachment", "{id}/attachment", "take the file off"),
  ]

  /// Whether the file goes along in mails.
  static let attachmentPreference: [Line] = [
    .act(
      "attachment-in-mail", "{id}/attachment", "say whether mails take the file along",
      "can_send_in_mail!=true|false", by: .put)
  ]

  /// Money given back.
  ///
  /// - Parameters:
  ///   - id: What Books calls the id of a refund.
  ///   - one: The name under which one comes.
  ///   - many: The name under which several come.
  static func refunds(id: String, one: String, many: String) -> [Line] {
    [
      .list("refunds", "{id}/refunds", "what was refunded of it", gives: many),
      .get("refund", "{id}/refunds/{\(id)}", "one refund", gives: .record(one)),
      .create(
        "refund-create", "{id}/refunds", "record a refund", gives: .record(one), safety: .money),
      .update("refund-update", "{id}/refunds/{\(id)}", "change a refund", gives: .record(one)),
      .delete("refund-delete", "{id}/refunds/{\(id)}", "delete a refund"),
    ]
  }
}
