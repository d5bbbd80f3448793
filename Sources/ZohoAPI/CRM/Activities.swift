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

  enum CodingKeys: String, ActivityKeys {
    case id
    case subject = "Subject"
    case day = "Due_Date"
    case status = "Status"
    case closedTime = "Closed_Time"
    case note = "Description"
    case what = "What_Id"
    case whatModule = "$se_module"
    case who = "Who_Id"
    case owner = "Owner"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    var activity = try container.activity(.task)
    let isClosed = try container.time(.closedTime) != nil
    activity.status = try container.text(.status)
    activity.isDone = activity.status == "Completed" || isClosed
    self.activity = activity
  }
}

/// A record of module Events, which people know as meetings.
struct EventRecord: Decodable, Sendable {
  private var planned: Activity
  private let end: Date?

  enum CodingKeys: String, ActivityKeys {
    case id
    case subject = "Event_Title"
    case day = "Start_DateTime"
    case end = "End_DateTime"
    case note = "Description"
    case what = "What_Id"
    case whatModule = "$se_module"
    case who = "Who_Id"
    case owner = "Owner"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    planned = try container.activity(.event)
    planned.time = try container.time(.day)
    planned.end = try container.time(.end)
    end = planned.end ?? planned.time
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

  enum CodingKeys: String, ActivityKeys {
    case id
    case subject = "Subject"
    case day = "Call_Start_Time"
    case status = "Outgoing_Call_Status"
    case note = "Description"
    case what = "What_Id"
    case whatModule = "$se_module"
    case who = "Who_Id"
    case owner = "Owner"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    planned = try container.activity(.call)
    planned.time = try container.time(.day)
    status = try container.text(.status)
    planned.status = status
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

/// What the three modules of activities have in common, under names of their own.
private protocol ActivityKeys: CodingKey, CaseIterable {
  static var id: Self { get }
  static var subject: Self { get }
  static var day: Self { get }
  static var note: Self { get }
  static var what: Self { get }
  static var whatModule: Self { get }
  static var who: Self { get }
  static var owner: Self { get }
  static var modifiedTime: Self { get }
}

extension KeyedDecodingContainer where Key: ActivityKeys {
  /// The activity but for its time and whether it is done.
  fileprivate func activity(_ kind: Activity.Kind) throws -> Activity {
    Activity(
      id: Activity.ID(try decode(String.self, forKey: .id)), kind: kind,
      subject: try text(.subject) ?? "", day: try day(.day), isDone: false,
      deal: try deal(at: .what, module: .whatModule), contact: try contact(at: .who),
      note: try text(.note),
      owner: try decodeIfPresent(Lookup.self, forKey: .owner)?.reference(),
      modifiedTime: try time(.modifiedTime) ?? Date(timeIntervalSince1970: 0))
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
