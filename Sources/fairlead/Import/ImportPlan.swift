import ZohoAPI

/// What an import will send, all of it checked before the first call.
struct ImportPlan {
  /// A deal to be made.
  struct Deal {
    /// Where its row starts.
    let line: Int
    /// What it is known by: no two of a file share a name.
    let name: String
    /// Its fields but for the account, whose id is known only when the account is there.
    let fields: RecordFields
    /// The account's name; nil for none.
    let account: String?
    /// The product's name; nil for none.
    let product: String?
  }

  /// An account or a product that deals need.
  struct Companion {
    /// What it is known by.
    let name: String
    /// The row that names it first.
    let line: Int
    /// Its fields, the name among them.
    var fields: RecordFields
  }

  /// The deals, in the order of the file.
  let deals: [Deal]
  /// The accounts they belong to.
  let accounts: [Companion]
  /// The products they are about.
  let products: [Companion]
  /// The rows that cannot be sent, by line.
  let badRows: [BadRow]
  /// How columns were understood, a line each.
  let understood: [String]
  /// What the user should know, a line each.
  let warnings: [String]
}

extension ImportPlan {
  /// Checks everything.
  ///
  /// - Throws: `badInput` when what was said about the columns cannot be right for any row.
  init(
    _ table: ImportTable, _ assignments: [Assignment], _ settings: CRMSettings,
    _ notations: ColumnPlan.Notations
  ) throws(ImportError) {
    let columns = try ColumnPlan(assignments, table, settings, notations)
    var check = RowCheck(columns.fills, settings.pipelines)
    for row in table.rows { check.check(row) }
    var understood = columns.understood
    if let pipeline = RowCheck.defaultPipeline(settings.pipelines),
      !assignments.contains(where: { $0.target == .pipeline })
    {
      understood.append("\(pipeline.name) → Pipeline: the organization's default")
    }
    understood += settings.pipelines.filter { check.lacking.contains($0.id) }.map { pipeline in
      "stages of \(pipeline.name): \(pipeline.stages.map(\.name).joined(separator: ", "))"
    }
    self.init(
      deals: check.deals, accounts: check.accounts.all, products: check.products.all,
      badRows: (table.badRows + check.badRows).sorted { $0.line < $1.line },
      understood: understood, warnings: table.warnings)
  }
}

extension ImportPlan {
  /// The reasons why rows are bad with how many rows each has, the most frequent first.
  var reasons: [(reason: String, count: Int)] {
    var counts: [String: Int] = [:]
    for reason in badRows.flatMap(\.reasons) { counts[reason, default: 0] += 1 }
    return counts.map { (reason: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.reason) < ($0.count, $1.reason) }
  }

  /// Every record that would be sent, as an object with its module, for a dry run.
  var records: [RecordFields] {
    func rows(_ module: String, _ companions: [Companion]) -> [RecordFields] {
      companions.map { ["module": .text(module), "record": .object($0.fields)] }
    }
    let rest: [RecordFields] = deals.map { deal in
      var fields = deal.fields
      if let account = deal.account { fields["Account_Name"] = .object(["name": .text(account)]) }
      return ["module": "Deals", "line": .number(.init(deal.line)), "record": .object(fields)]
    }
    return rows("Accounts", accounts) + rows("Products", products) + rest
  }
}
