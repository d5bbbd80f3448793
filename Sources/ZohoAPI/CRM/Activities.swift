import FoundationEssentials
import Sales

extension List where Row == Activity {
  /// The activities of one sort, least recently changed first.
  ///
  /// A meeting is done once its end has passed by the server's clock, a call once its status or, when
  /// it was only logged, its start says so.
  public static func activities(
    _ kind: Activity.Kind, modifiedSince: Date? = nil
  ) -> List<Activity> {
    switch kind {
    case .task:
      module("Tasks", fields: TaskRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince) {
        (record: TaskRecord, _) in record.activity
      }
    case .event:
      module("Events", fields: EventRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince) {
        (record: EventRecord, reply) in record.activity(now: reply.serverTime)
      }
    case .call:
      module("Calls", fields: CallEntry.CodingKeys.fieldNames, modifiedSince: modifiedSince) {
        (record: CallEntry, reply) in record.activity(now: reply.serverTime)
      }
    }
  }
}

/// A record of module Tasks.
struct TaskRecord: Decodable, Sendable {
  let activity: Activity

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case subject = "Subject"
    case dueDate = "Due_Date"
    case status = "Status"
    case closedTime = "Closed_Time"
    case what = "What_Id"
    case whatModule = "$se_module"
    case who = "Who_Id"
    case owner = "Owner"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let isClosed = try container.time(.closedTime) != nil
    activity = Activity(
      id: Activity.ID(try container.decode(String.self, forKey: .id)), kind: .task,
      subject: try container.text(.subject) ?? "", day: try container.day(.dueDate),
      isDone: try container.text(.status) == "Completed" || isClosed,
      deal: try container.deal(at: .what, module: .whatModule),
      contact: try container.contact(at: .who),
      owner: try container.decodeIfPresent(Lookup.self, forKey: .owner)?.reference(),
      modifiedTime: try container.time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
  }
}

/// A record of module Events, which people know as meetings.
struct EventRecord: Decodable, Sendable {
  private var planned: Activity
  private let end: Date?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case title = "Event_Title"
    case start = "Start_DateTime"
    case end = "End_DateTime"
    case what = "What_Id"
    case whatModule = "$se_module"
    case who = "Who_Id"
    case owner = "Owner"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let start = try container.time(.start)
    end = try container.time(.end) ?? start
    planned = Activity(
      id: Activity.ID(try container.decode(String.self, forKey: .id)), kind: .event,
      subject: try container.text(.title) ?? "", day: try container.day(.start), time: start,
      isDone: false, deal: try container.deal(at: .what, module: .whatModule),
      contact: try container.contact(at: .who),
      owner: try container.decodeIfPresent(Lookup.self, forKey: .owner)?.reference(),
      modifiedTime: try container.time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
  }

  func activity(now: Date?) -> Activity {
    var activity = planned
    if let now, let end { activity.isDone = end <= now }
    return activity
  }
}

/// A record of module Calls.
struct CallEntry: Decodable, Sendable {
  private var planned: Activity
  private let status: String?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case subject = "Subject"
    case start = "Call_Start_Time"
    case status = "Outgoing_Call_Status"
    case what = "What_Id"
    case whatModule = "$se_module"
    case who = "Who_Id"
    case owner = "Owner"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    status = try container.text(.status)
    planned = Activity(
      id: Activity.ID(try container.decode(String.self, forKey: .id)), kind: .call,
      subject: try container.text(.subject) ?? "", day: try container.day(.start),
      time: try container.time(.start), isDone: false,
      deal: try container.deal(at: .what, module: .whatModule),
      contact: try container.contact(at: .who),
      owner: try container.decodeIfPresent(Lookup.self, forKey: .owner)?.reference(),
      modifiedTime: try container.time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
  }

  func activity(now: Date?) -> Activity {
    var activity = planned
    switch status {
    case "Completed", "Cancelled": activity.isDone = true
    case "Scheduled", "Overdue": activity.isDone = false
    default:
      if let now, let time = activity.time { activity.isDone = time <= now }
    }
    return activity
  }
}

extension KeyedDecodingContainer {
  /// The deal that an activity serves. The look-up can point to other modules; it counts as a deal
  /// unless the record says otherwise.
  fileprivate func deal(at key: Key, module: Key) throws -> Deal.ID? {
    guard let lookup = try decodeIfPresent(Lookup.self, forKey: key) else { return nil }
    let name = try text(module) ?? lookup.module?.name
    return name == nil || name == "Deals" ? Deal.ID(lookup.id) : nil
  }

  /// The person that an activity is with.
  fileprivate func contact(at key: Key) throws -> Contact.ID? {
    try decodeIfPresent(Lookup.self, forKey: key).map { Contact.ID($0.id) }
  }
}
