import GRDB
import Sales

/// Which column of a board each deal of a pipeline stands in, where they are not the stages.
struct DealGroups: Sendable {
  /// The columns' ids, as they were met.
  var ids: [String] = []
  /// Each deal's column by its place in `DealSearch`; -1 for a deal that is over.
  var places: [Int32] = []
}

extension MirrorReader {
  /// The pick-lists by which deals can be grouped, besides the stage.
  public func groupingFields() throws -> [ModuleField] {
    try fields(of: "Deals").filter {
      $0.dataType == "picklist" && !["Stage", "Pipeline", "Currency"].contains($0.apiName)
    }
  }

  /// The columns of a grouping that is not by stage, in their order: what it is by, and what people
  /// see. Deals without it stand in the last, whose id is empty.
  public func groups(of query: DealQuery) throws -> [Stage] {
    let used = try Set(dealGroups(query).ids)
    let known: [(String, String)] =
      switch query.grouping {
      case .stage: []
      case .owner:
        try Row.fetchAll(
          db,
          sql: """
            SELECT owner_id, max(owner_name) FROM deals
            WHERE pipeline = ? AND owner_id IS NOT NULL GROUP BY owner_id
            ORDER BY max(owner_name) COLLATE NOCASE
            """, arguments: [query.pipeline.rawValue]
        ).map { ($0[0], $0[1] ?? "") }.filter { used.contains($0.0) }
      case .closingMonth: used.filter { !$0.isEmpty }.sorted().map { ($0, $0) }
      case .pickList(let name):
        try fields(of: "Deals").first { $0.apiName == name }?.choices
          .map { ($0.stored, $0.shown) } ?? []
      }
    let others = used.subtracting(known.map(\.0)).filter { !$0.isEmpty }.sorted()
    let all =
      known.filter { $0.0 != "-None-" } + others.map { ($0, $0) }
      + (used.contains("") || used.contains("-None-") ? [("", "None")] : [])
    return all.map { Stage(id: Stage.ID($0.0), name: $0.1, probability: 0, outcome: .open) }
  }

  /// The column of every deal of a pipeline, kept while nothing changes.
  func dealGroups(_ query: DealQuery) throws -> DealGroups {
    let plain = DealQuery(
      pipeline: query.pipeline, grouping: query.grouping, today: query.today)
    return try lists.groups(plain, generation: generation()) { try loadGroups(plain) }
  }

  private func loadGroups(_ query: DealQuery) throws -> DealGroups {
    let open = try Set(
      stages(of: query.pipeline).filter { $0.outcome == .open }.map(\.id.rawValue))
    let column =
      switch query.grouping {
      case .stage: "stage"
      case .owner: "owner_id"
      case .closingMonth: "substr(closing, 1, 7)"
      case .pickList: "choices"
      }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT stage, \(column) FROM deals WHERE pipeline = ? ORDER BY number",
      arguments: [query.pipeline.rawValue])
    var groups = DealGroups()
    var known: [String: Int32] = [:]
    while let row = try rows.next() {
      guard open.contains(row[0]) else {
        groups.places.append(-1)
        continue
      }
      var key = row[1] as String? ?? ""
      if case .pickList(let name) = query.grouping { key = StoredChoices.value(of: name, in: key) }
      if key == "-None-" { key = "" }
      let index = known[key] ?? Int32(clamping: groups.ids.count)
      if known[key] == nil {
        known[key] = index
        groups.ids.append(key)
      }
      groups.places.append(index)
    }
    return groups
  }
}

/// What the pick-lists of a deal say, as one text: a line each, the name, a tab and the value.
enum StoredChoices {
  static func text(_ choices: [String: String]) -> String {
    choices.sorted { $0.key < $1.key }
      .map { "\($0)\t\($1.replacing("\n", with: " "))\n" }.joined()
  }

  static func value(of name: String, in text: String) -> String {
    for line in text.split(separator: "\n") where line.hasPrefix(name + "\t") {
      return String(line.dropFirst(name.count + 1))
    }
    return ""
  }
}
