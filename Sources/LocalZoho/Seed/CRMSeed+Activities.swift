import FoundationEssentials

extension CRMSeed {
  /// What is written after a batch of deals.
  struct Plans {
    var tasks: [JSONObject] = []
    var calls: [JSONObject] = []
    var events: [JSONObject] = []
    var notes: [JSONObject] = []
  }

  /// Plans what hangs on a deal: of the open ones a quarter has no next activity, some are late,
  /// some are due today, most lie ahead.
  mutating func plan(_ id: String, _ story: DealStory) {
    if story.isOpen {
      switch random.number(1...100) {
      case 1...25: break
      case 26...42: planActivity(id, story, on: today - random.number(1...14), isDone: false)
      case 43...54: planActivity(id, story, on: today, isDone: false)
      default: planActivity(id, story, on: today + random.number(1...30), isDone: false)
      }
    }
    if random.chance(35) {
      planActivity(id, story, on: Timestamp.day(story.moved), isDone: true)
    }
    for _ in 0..<(random.chance(30) ? random.number(1...3) : 0) { planNote(id, story) }
  }

  mutating func flushPlans() throws {
    let plans = plans
    self.plans = Plans()
    try writer.insert("Tasks", plans.tasks)
    try writer.insert("Calls", plans.calls)
    try writer.insert("Events", plans.events)
    try writer.insert("Notes", plans.notes)
  }

  private mutating func planActivity(
    _ id: String, _ story: DealStory, on day: Day, isDone: Bool
  ) {
    let time = workTime(on: day)
    // Planned some days before, but never after yesterday.
    let planned = min(
      Self.instant(day - random.number(1...10), second: 36_000),
      Self.instant(today - 1, second: 36_000))
    var activity: JSONObject = [
      "What_Id": Self.reference(id), "$se_module": "Deals",
      "Who_Id": Self.reference(world.contacts[story.contact].id),
      "Owner": Self.reference(story.owner),
      "Created_Time": .string(Timestamp.crm(max(planned, story.created))),
    ]
    switch random.number(1...20) {
    case 1...11:
      activity.append("Subject", .string(random.pick(SeedWords.tasks)))
      activity.append("Due_Date", .string(day.description))
      activity.append(
        "Status", isDone ? "Completed" : random.chance(70) ? "Not Started" : "In Progress")
      activity.append("Priority", random.chance(30) ? "High" : "Normal")
      plans.tasks.append(activity)
    case 12...16:
      activity.append("Subject", .string(random.pick(SeedWords.calls)))
      activity.append("Call_Type", "Outbound")
      activity.append("Call_Start_Time", .string(Timestamp.crm(time)))
      activity.append(
        "Outgoing_Call_Status", isDone ? "Completed" : day < today ? "Overdue" : "Scheduled")
      if isDone {
        activity.append(
          "Call_Duration", .string("0\(random.number(2...9)):\(random.number(10...59))"))
      }
      plans.calls.append(activity)
    default:
      activity.append("Event_Title", .string(random.pick(SeedWords.meetings)))
      activity.append("Start_DateTime", .string(Timestamp.crm(time)))
      activity.append(
        "End_DateTime",
        .string(Timestamp.crm(time.addingTimeInterval(Double(random.number(1...4) * 1800)))))
      plans.events.append(activity)
    }
  }

  private mutating func planNote(_ id: String, _ story: DealStory) {
    let (title, content) = random.pick(SeedWords.notes)
    let last = today.number - 1
    let first = min(Timestamp.day(story.created).number, last)
    let written = max(
      workTime(on: Day(number: random.number(first...last))), story.created)
    plans.notes.append([
      "Note_Title": .string(title), "Note_Content": .string(content),
      "Parent_Id": ["module": ["api_name": "Deals"], "id": .string(id)],
      "Owner": Self.reference(story.owner), "Created_Time": .string(Timestamp.crm(written)),
    ])
  }
}
