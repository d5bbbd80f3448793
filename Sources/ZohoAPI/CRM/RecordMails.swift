import FoundationEssentials
import Sales

extension Request where Response == [SentMail] {
  /// The last ten mails at a record.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-email-rel-list.html>
  public static func mails(of id: String, in module: String) -> Self {
    Request(
      .crm, .get, "/\(PathSegment.of(module))/\(PathSegment.of(id))/Emails"
    ) { reply in
      try CRMRows.all(reply, "Emails") { (record: PlainRecord) in SentMail(record.fields) }
    }
  }
}

extension SentMail {
  fileprivate init(_ fields: RecordFields) {
    func address(_ value: FieldValue) -> String? {
      value.fields?["email"]?.text ?? value.fields?["user_name"]?.text ?? value.text
    }
    var to: [String] = []
    if case .list(let people)? = fields["to"] { to = people.compactMap(address) }
    self.init(
      id: fields["message_id"]?.text ?? "", subject: fields["subject"]?.text ?? "",
      from: fields["from"].flatMap(address) ?? "", to: to,
      time: (fields["time"] ?? fields["sent_time"])?.text.flatMap(ZohoTime.parse),
      isSent: fields["sent"] != false, isRead: fields["read"] == true || fields["sent"] != false)
  }
}
