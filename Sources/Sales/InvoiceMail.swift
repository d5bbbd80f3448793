/// The mail that takes an invoice to its customer, as it will be sent.
public struct InvoiceMail: Hashable, Sendable, Codable {
  /// Somebody the mail can go to.
  public struct Recipient: Hashable, Sendable, Codable {
    /// The full name, possibly empty.
    public var name: String
    /// The address.
    public var email: String
    /// Whether the mail goes there.
    public var isSelected: Bool

    /// Somebody the mail can go to.
    public init(name: String, email: String, isSelected: Bool) {
      self.name = name
      self.email = email
      self.isSelected = isSelected
    }
  }

  /// Who gets it, and who could.
  public var recipients: [Recipient]
  /// The addresses that get a copy.
  public var copies: [String] = []
  /// The address it comes from.
  public var from: String
  /// The subject line.
  public var subject: String
  /// The text, as the HTML that Books holds.
  public var body: String
  /// The name of the attached PDF, nil when none goes with it.
  public var attachmentName: String?

  /// The mail for an invoice.
  public init(
    recipients: [Recipient], from: String, subject: String, body: String, attachmentName: String?
  ) {
    self.recipients = recipients
    self.from = from
    self.subject = subject
    self.body = body
    self.attachmentName = attachmentName
  }

  /// A mail as it was kept; one that was kept before there were copies has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    recipients = try container.decode([Recipient].self, forKey: .recipients)
    copies = try container.decodeIfPresent([String].self, forKey: .copies) ?? []
    from = try container.decode(String.self, forKey: .from)
    subject = try container.decode(String.self, forKey: .subject)
    body = try container.decode(String.self, forKey: .body)
    attachmentName = try container.decodeIfPresent(String.self, forKey: .attachmentName)
  }

  /// The addresses it will go to.
  public var selectedAddresses: [String] {
    recipients.filter(\.isSelected).map(\.email)
  }
}
