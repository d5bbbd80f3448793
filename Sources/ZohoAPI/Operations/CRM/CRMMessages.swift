/// Mail from records, and being told of changes.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/notifications/overview.html>
extension Resource {
  static let crmMessages: [Resource] = [
    .crm(
      "mail", at: "/{module}/{record_id}/actions/send_mail", scope: "ZohoCRM.send_mail.{module}.",
      [.mail("send", "", "send a mail from a record", body: .json(rows: "data"))]),
    .crm(
      "watch", at: "/actions/watch", rows: "watch", scope: "ZohoCRM.notifications.",
      [
        .list("list", "", "the channels that tell of changes", "channel_id module"),
        .update("create", "", "open channels, for a week at most", by: .post),
        .update("update", "", "put channels anew, or renew them"),
        .update("patch", "", "add to channels or change parts", "channel_id", by: .patch),
        .delete("delete", "", "close channels", "channel_ids!"),
      ]),
  ]
}
