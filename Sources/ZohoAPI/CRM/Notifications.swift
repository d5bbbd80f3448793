import FoundationEssentials

/// A channel by which CRM tells of changes: it calls an address until it expires.
public struct Watch: Hashable, Sendable, Codable {
  /// The id, chosen by us and unique for the user.
  public var channel: String
  /// What it tells of: `Deals.edit`, `Contacts.all`.
  public var events: [String]
  /// When it ends, a week from now at most.
  public var expiry: Date
  /// The address that CRM calls.
  public var address: String
  /// What CRM says in each call, so that nobody else can pretend to be it: 50 characters at most.
  public var token: String

  /// A channel by which CRM tells of changes.
  public init(channel: String, events: [String], expiry: Date, address: String, token: String) {
    self.channel = channel
    self.events = events
    self.expiry = expiry
    self.address = address
    self.token = token
  }

  fileprivate var body: FieldValue {
    .object([
      "channel_id": .text(channel), "events": .list(events.map(FieldValue.text)),
      "channel_expiry": .text(ZohoTime.crm(expiry)), "notify_url": .text(address),
      "token": .text(token), "return_affected_field_values": true,
    ])
  }
}

extension Request where Response == Void {
  /// Opens a channel.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html>
  public static func watch(_ watch: Watch) -> Self { Self.watch(.post, watch) }

  /// Puts a channel in place of the one with its id: to renew it before it expires.
  public static func renew(_ watch: Watch) -> Self { Self.watch(.put, watch) }

  /// Closes channels.
  public static func endWatch(_ channels: [String]) -> Self {
    Request(
      .crm, .delete, "/actions/watch",
      query: [("channel_ids", channels.joined(separator: ","))]
    ) { reply in _ = try OnlyRow.of(reply, "watch") }
  }

  private static func watch(_ method: Method, _ watch: Watch) -> Self {
    Request(
      .crm, method, "/actions/watch", json: ["watch": FieldValue.list([watch.body])]
    ) { reply in _ = try OnlyRow.of(reply, "watch") }
  }
}

extension List where Row == RecordFields {
  /// The channels that are open, as CRM describes them.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/notifications/get-details.html>
  public static func watches() -> List<RecordFields> {
    crm("/actions/watch", name: "watch") { (record: PlainRecord, _) in record.fields }
  }
}
