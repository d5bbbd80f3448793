import FoundationEssentials

extension CRMSeed {
  /// Deals go in by the batch, each followed by what hangs on it.
  mutating func fillDeals() throws {
    var first = 0
    while first < seed.deals {
      let count = min(Self.batch, seed.deals - first)
      var stories: [(id: String, story: DealStory)] = []
      stories.reserveCapacity(count)
      try write("Deals", count) { seed, index, id in
        let story = seed.story(at: first + index)
        stories.append((id, story))
        if story.isWon {
          seed.world.wonDeals.append(
            SeededCRM.WonDeal(
              id: id, name: story.name, account: story.account, contact: story.contact,
              amount: story.amount, closed: story.closing))
        }
        return seed.record(of: story)
      }
      try fillHistory(stories)
      for (id, story) in stories { plan(id, story) }
      try flushPlans()
      first += count
    }
  }

  private mutating func record(of story: DealStory) -> JSONObject {
    let account = world.accounts[story.account]
    let modified = story.moved
    var record: JSONObject = [
      "Deal_Name": .string(story.name), "Account_Name": Self.reference(account.id),
      "Contact_Name": Self.reference(world.contacts[story.contact].id),
      "Amount": JSONValue(story.amount), "Currency": .string(account.currency),
      "Pipeline": .string(story.pipeline), "Stage": .string(story.stage),
      "Closing_Date": .string(story.closing.description),
      "Type": story.pipeline == StandardPipelines.renewals.name
        ? "Existing Business" : "New Business",
      "Lead_Source": .string(random.pick(SeedWords.leadSources)),
      "Owner": Self.reference(story.owner),
      "Created_Time": .string(Timestamp.crm(story.created)),
      "Modified_Time": .string(Timestamp.crm(modified)),
      "Stage_Modified_Time": .string(Timestamp.crm(modified)),
      "Last_Activity_Time": .string(Timestamp.crm(modified)),
    ]
    if story.isOpen, random.chance(60) {
      record.append("Next_Step", .string(random.pick(SeedWords.nextSteps)))
    }
    if !story.isOpen, !story.isWon {
      record.append("Reason_For_Loss__s", .string(random.pick(SeedWords.lossReasons)))
    }
    return record
  }

  private mutating func fillHistory(_ stories: [(id: String, story: DealStory)]) throws {
    var rows: [JSONObject] = []
    for (id, story) in stories {
      for (index, step) in story.steps.enumerated() {
        let next = index + 1 < story.steps.count ? story.steps[index + 1] : nil
        let end = next?.entered ?? Self.instant(today, second: 0)
        let days = Timestamp.day(end).number - Timestamp.day(step.entered).number
        rows.append([
          "Deal_Id": Self.reference(id), "Stage": .string(step.stage),
          "Moved_To__s": JSONValue(next?.stage), "Amount": JSONValue(story.amount),
          "Close_Date": .string(story.closing.description),
          "Stage_Duration": next == nil ? .null : JSONValue(days),
          "Modified_By": Self.reference(story.owner),
          "Modified_Time": .string(Timestamp.crm(step.entered)),
          "Created_Time": .string(Timestamp.crm(step.entered)),
        ])
      }
    }
    try writer.insert("Stage_History", rows)
  }
}
