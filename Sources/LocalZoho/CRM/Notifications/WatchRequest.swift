import FoundationEssentials
import GRDB

/// One element under `watch` of a call, checked.
struct WatchRequest {
  var channelID: String
  /// Modules with the operations to watch.
  var events: [(module: CRMModule, operations: [String])] = []
  var notifyURL: String?
  var token: String?
  var expiry: Int64?
  var notifiesRelated: Bool?
  var returnsValues: Bool?
  /// By module.
  var conditions: [String: JSONValue] = [:]
  var deletesEvents: Bool

  private static let unsupported: Set = ["Notes", "Attachments", "Emails"]

  /// - Parameter isPartial: whether what is missing stays as it is.
  /// - Throws: ``RowOutcome``.
  init(_ value: JSONValue, index: Int, isPartial: Bool, _ call: CRMCall) throws {
    func path(_ name: String) -> JSONObject {
      ["api_name": .string(name), "json_path": "$.watch[\(index)].\(name)"]
    }
    func invalid(_ name: String, _ more: JSONObject = JSONObject()) -> RowOutcome {
      var details = path(name)
      for member in more.members { details[member.name] = member.value }
      return .failure("INVALID_DATA", "invalid data", details)
    }
    func missing(_ name: String) -> RowOutcome {
      .failure("MANDATORY_NOT_FOUND", "required field not found", path(name))
    }
    guard let given = value["channel_id"] else { throw missing("channel_id") }
    guard let channel = given.stringValue ?? given.numberValue.map({ "\($0)" }),
      let number = Int64(channel), number > 0
    else { throw invalid("channel_id", ["expected_data_type": "bigint"]) }
    channelID = channel
    deletesEvents = value["_delete_events"]?.boolValue ?? false

    if let events = value["events"] {
      guard let names = events.arrayValue?.map(\.stringValue), !names.isEmpty else {
        throw invalid("events", ["expected_data_type": "jsonarray"])
      }
      for (place, name) in names.enumerated() {
        guard let event = Self.event(name ?? "", call.metadata) else {
          throw invalid("events", ["json_path": "$.watch[\(index)].events[\(place)]"])
        }
        add(event)
      }
    } else if !isPartial {
      throw missing("events")
    }
    if let url = value["notify_url"] {
      guard let text = url.stringValue, let read = URL(string: text),
        ["http", "https"].contains(read.scheme?.lowercased() ?? ""), read.host()?.isEmpty == false
      else { throw invalid("notify_url", ["expected_data_type": "website"]) }
      notifyURL = text
    } else if !isPartial {
      throw missing("notify_url")
    }
    if let token = value["token"], !token.isNull {
      guard let text = token.stringValue else {
        throw invalid("token", ["expected_data_type": "text"])
      }
      guard text.count <= 50 else { throw invalid("token", ["maximum_length": 50]) }
      self.token = text
    }
    if let time = value["channel_expiry"], !time.isNull {
      guard let instant = time.stringValue.flatMap(Timestamp.read) else {
        throw invalid("channel_expiry", ["expected_data_type": "datetime"])
      }
      let seconds = Int64(instant.timeIntervalSince1970)
      guard seconds > call.seconds, seconds <= call.seconds + Watch.longestLife else {
        throw invalid("channel_expiry")
      }
      expiry = seconds
    }
    notifiesRelated = value["notify_on_related_action"]?.boolValue
    returnsValues = value["return_affected_field_values"]?.boolValue
    for condition in value["notification_condition"]?.arrayValue ?? [] {
      guard let name = condition["module"]?["api_name"]?.stringValue,
        condition["type"] == "field_selection", condition["field_selection"]?.objectValue != nil
      else { throw invalid("notification_condition") }
      conditions[name] = condition
    }
  }

  private mutating func add(_ event: (module: CRMModule, operations: [String])) {
    guard let place = events.firstIndex(where: { $0.module == event.module }) else {
      return events.append(event)
    }
    for operation in event.operations where !events[place].operations.contains(operation) {
      events[place].operations.append(operation)
    }
  }

  private static func event(
    _ text: String, _ metadata: CRMMetadata
  ) -> (module: CRMModule, operations: [String])? {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let module = metadata.module(parts[0]), module.isAPISupported,
      !unsupported.contains(parts[0])
    else { return nil }
    if parts[1] == "all" { return (module, Watch.operations) }
    return Watch.operations.contains(parts[1]) ? (module, [parts[1]]) : nil
  }
}
