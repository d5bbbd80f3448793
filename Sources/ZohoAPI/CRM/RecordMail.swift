import FoundationEssentials

/// A mail from a record of CRM.
public struct RecordMail: Hashable, Sendable, Codable {
  /// Who is sending: an address that the user may send from.
  public var from: String
  /// Who gets it.
  public var to: [String]
  /// Who gets a copy.
  public var cc: [String]
  /// What it is about.
  public var subject: String
  /// What it says.
  public var content: String
  /// Whether the content is HTML.
  public var isHTML: Bool

  /// A mail from a record of CRM.
  public init(
    from: String, to: [String], cc: [String] = [], subject: String, content: String,
    isHTML: Bool = false
  ) {
    self.from = from
    self.to = to
    self.cc = cc
    self.subject = subject
    self.content = content
    self.isHTML = isHTML
  }
}

extension Request where Response == String? {
  /// Sends a mail from a record and gives the message's id, when CRM says it. Send it once.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/send-mail.html>
  public static func send(_ mail: RecordMail, from id: String, in module: String) -> Self {
    func people(_ addresses: [String]) -> FieldValue {
      .list(addresses.map { .object(["email": .text($0)]) })
    }
    var row: RecordFields = [
      "from": .object(["email": .text(mail.from)]), "to": people(mail.to),
      "subject": .text(mail.subject), "content": .text(mail.content),
      "mail_format": mail.isHTML ? "html" : "text",
    ]
    if !mail.cc.isEmpty { row["cc"] = people(mail.cc) }
    var request = Request(
      .crm, .post, "/\(PathSegment.of(module))/\(PathSegment.of(id))/actions/send_mail",
      json: WriteBody(data: [row])
    ) { reply in try OnlyRow.of(reply, "data")["details"]?.fields?["message_id"]?.text }
    if mail.to.isEmpty { request.problem = "the mail goes to nobody" }
    return request
  }
}
