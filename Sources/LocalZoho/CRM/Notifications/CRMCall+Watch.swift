import FoundationEssentials
import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/notifications/enable.html and its neighbours.
extension CRMCall {
  static let watchRoutes = [
    CRMRoute("GET", "actions/watch", "notifications.READ") { try $0.watches() },
    CRMRoute("POST", "actions/watch", "notifications.CREATE") { try $0.changeWatches(.enable) },
    CRMRoute("PUT", "actions/watch", "notifications.UPDATE") { try $0.changeWatches(.replace) },
    CRMRoute("PATCH", "actions/watch", "notifications.UPDATE") { try $0.changeWatches(.amend) },
    CRMRoute("DELETE", "actions/watch", "notifications.DELETE") { try $0.deleteWatches() },
  ]

  private static let mostWatches = 50

  private enum WatchChange: Equatable {
    case enable, replace, amend
  }

  private func watches() throws -> ZohoReply {
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    var found = Watch.filter(Column("user_id") == caller.userID && Column("expiry") > seconds)
    if let channel = request.query["channel_id"] {
      found = found.filter(Column("channel_id") == channel)
    }
    if let name = request.query["module"] {
      guard metadata.module(name) != nil else { throw Refusal.crmInvalidParameter("module") }
      found = found.filter(Column("module") == name)
    }
    let watches = try found.order(Column("channel_id"), Column("module"))
      .limit(perPage + 1, offset: (page - 1) * perPage).fetchAll(db)
    guard !watches.isEmpty else { return .empty(204) }
    let shown = try watches.prefix(perPage).map { try $0.json(metadata) }
    return .json(
      200,
      [
        "watch": .array(shown),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count), "page": JSONValue(page),
          "more_records": JSONValue(watches.count > perPage),
        ],
      ])
  }

  private func changeWatches(_ change: WatchChange) throws -> ZohoReply {
    let body = try body()
    guard let list = body["watch"] else {
      throw Refusal.crm(
        400, "MANDATORY_NOT_FOUND", "required field not found",
        details: ["api_name": "watch", "json_path": "$.watch"])
    }
    guard let rows = list.arrayValue, !rows.isEmpty else {
      throw Refusal.crm(
        400, "INVALID_DATA", "invalid data",
        details: [
          "expected_data_type": "jsonarray", "api_name": "watch", "json_path": "$.watch",
        ])
    }
    guard rows.count <= Self.mostWatches else {
      throw Refusal.crm(
        400, "LIMIT_REACHED", "limit reached", details: ["limit": JSONValue(Self.mostWatches)])
    }
    let outcomes = try rows.enumerated().map { index, row in
      try outcome {
        let wish = try WatchRequest(row, index: index, isPartial: change == .amend, self)
        let watches = try keep(wish, change, index: index)
        return .success(
          change == .enable
            ? "Successfully subscribed for actions-watch of the given module"
            : "Successfully updated the subscribe details",
          details: ["events": .array(watches.map { $0.summary(metadata) })])
      }
    }
    return RowOutcome.reply(outcomes, success: change == .enable ? 201 : 200, under: "watch")
  }

  private func channel(_ id: String) throws -> [Watch] {
    try Watch.filter(
      Column("user_id") == caller.userID && Column("channel_id") == id
        && Column("expiry") > seconds
    ).order(Column("module")).fetchAll(db)
  }

  private func keep(_ wish: WatchRequest, _ change: WatchChange, index: Int) throws -> [Watch] {
    let known = try channel(wish.channelID)
    if change != .enable, known.isEmpty {
      throw RowOutcome.failure(
        "NOT_SUBSCRIBED", "the given channel is not subscribed",
        ["api_name": "channel_id", "json_path": "$.watch[\(index)].channel_id"])
    }
    try db.execute(
      sql: "DELETE FROM crm_watches WHERE user_id = ? AND channel_id = ?",
      arguments: [caller.userID, wish.channelID])
    let effect = try Int64.fetchOne(db, sql: "SELECT MAX(sequence) FROM effects") ?? 0
    var watches = change == .replace ? [] : known
    for event in wish.events {
      if let place = watches.firstIndex(where: { $0.module == event.module.apiName }) {
        let operations = Watch.operations.filter { operation in
          let isOld = watches[place].operationList.contains(operation)
          let isNamed = event.operations.contains(operation)
          if change == .enable { return isNamed }
          return wish.deletesEvents ? isOld && !isNamed : isOld || isNamed
        }
        watches[place].operations = operations.joined(separator: " ")
      } else if !wish.deletesEvents {
        watches.append(
          Watch(
            channelID: wish.channelID, userID: caller.userID, module: event.module.apiName,
            operations: Watch.operations.filter(event.operations.contains).joined(separator: " "),
            notifyURL: wish.notifyURL ?? known.first?.notifyURL ?? "",
            token: wish.token ?? (change == .amend ? known.first?.token : nil),
            expiry: wish.expiry ?? seconds + Watch.usualLife, notifiesRelated: false,
            returnsValues: false, afterEffect: effect, baseURL: request.baseURL))
      }
    }
    watches.removeAll { $0.operations.isEmpty }
    for place in watches.indices {
      if let url = wish.notifyURL { watches[place].notifyURL = url }
      if let token = wish.token { watches[place].token = token }
      if let expiry = wish.expiry { watches[place].expiry = expiry }
      if let related = wish.notifiesRelated { watches[place].notifiesRelated = related }
      if let values = wish.returnsValues { watches[place].returnsValues = values }
      if let condition = wish.conditions[watches[place].module] {
        watches[place].condition = condition.text
      }
      try watches[place].insert(db)
    }
    return watches
  }

  private func deleteWatches() throws -> ZohoReply {
    let ids = names(try parameter("channel_ids"))
    var outcomes: [RowOutcome] = []
    for id in ids {
      let watches = try channel(id)
      try db.execute(
        sql: "DELETE FROM crm_watches WHERE user_id = ? AND channel_id = ?",
        arguments: [caller.userID, id])
      guard !watches.isEmpty else {
        outcomes.append(
          .failure(
            "NOT_SUBSCRIBED", "the given channel is not subscribed", ["channel_id": .string(id)]))
        continue
      }
      for watch in watches {
        outcomes.append(
          .success(
            "Successfully un-subscribed from actions-watch",
            details: [
              "resource_uri": .string(watch.resourceURI),
              "resource_id": JSONValue(metadata.module(watch.module)?.id),
              "channel_id": .string(id),
            ]))
      }
    }
    return RowOutcome.reply(outcomes, success: 200, under: "watch")
  }
}
