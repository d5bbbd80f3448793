import Sales
import Screen
import ZohoAPI

/// Checks rows one after the other and gathers what they bring.
struct RowCheck {
  private(set) var deals: [ImportPlan.Deal] = []
  private(set) var accounts = Companions(module: "Accounts", key: Target.accountName)
  private(set) var products = Companions(module: "Products", key: Target.productName)
  private(set) var badRows: [BadRow] = []
  /// The pipelines that lack a stage of a row.
  private(set) var lacking: Set<Pipeline.ID> = []
  private let fills: [ColumnPlan.Fill]
  private let pipelines: [Pipeline]
  private var lines: [String: Int] = [:]

  init(_ fills: [ColumnPlan.Fill], _ pipelines: [Pipeline]) {
    self.fills = fills
    self.pipelines = pipelines
  }

  /// The pipeline of deals whose rows name none; nil when the organization has no pipelines.
  static func defaultPipeline(_ pipelines: [Pipeline]) -> Pipeline? {
    (pipelines.first(where: \.isDefault) ?? pipelines.first).flatMap {
      $0.id == Pipeline.withoutPipelines ? nil : $0
    }
  }

  mutating func check(_ row: CSVRow) {
    var problems: [String] = []
    var fields: [String: RecordFields] = [:]
    var texts: [Target: String] = [:]
    for fill in fills {
      let target = fill.assignment.target
      let text = fill.assignment.text(row)
      guard !text.isEmpty else {
        if target.module == "Deals", fill.reader.field.isMandatory || target == .dealName {
          problems.append("\(target) is empty")
        }
        continue
      }
      texts[target] = text
      guard target != .stage, target != .pipeline else { continue }
      do {
        fields[target.module, default: [:]][target.field] = try fill.reader.value(text)
      } catch {
        problems.append(error.reason)
      }
    }
    var deal = fields["Deals"] ?? [:]
    place(texts, in: &deal, &problems)
    let name = texts[.dealName] ?? ""
    if let line = lines[name], !name.isEmpty {
      problems.append("Deal_Name: \"\(name)\" stands on line \(line) too")
    }
    lines[name] = lines[name] ?? row.line
    problems += strays(texts)
    if problems.isEmpty {
      let found = [accounts, products].flatMap { $0.contradictions(fields[$0.module], texts) }
      problems += found
    }
    guard problems.isEmpty else {
      badRows.append(
        BadRow(line: row.line, name: name, reasons: problems))
      return
    }
    accounts.add(fields["Accounts"], texts, row.line)
    products.add(fields["Products"], texts, row.line)
    deals.append(
      ImportPlan.Deal(
        line: row.line, name: name, fields: deal, account: texts[.accountName],
        product: texts[.productName]))
  }

  /// Puts pipeline and stage into a deal, when the one has the other.
  private mutating func place(
    _ texts: [Target: String], in deal: inout RecordFields, _ problems: inout [String]
  ) {
    var pipeline = Self.defaultPipeline(pipelines) ?? pipelines.first
    if let text = texts[.pipeline] {
      pipeline = pipelines.first { $0.id.rawValue == text || $0.name == text }
      if pipeline == nil {
        let near = nearest(to: text, among: pipelines.map(\.name))
        problems.append("Pipeline: there is none called \"\(text)\" (the nearest is \(near))")
      }
    }
    guard let pipeline else { return }
    if pipeline.id != Pipeline.withoutPipelines {
      deal[Target.pipeline.field] = .text(pipeline.id.rawValue)
    }
    guard let text = texts[.stage] else { return }
    guard let stage = pipeline.stages.first(where: { $0.id.rawValue == text || $0.name == text })
    else {
      lacking.insert(pipeline.id)
      problems.append("Stage: the pipeline \(pipeline.name) has no \"\(text)\"")
      return
    }
    deal[Target.stage.field] = .text(stage.id.rawValue)
  }

  /// Values of an account or product that the row does not name.
  private func strays(_ texts: [Target: String]) -> [String] {
    fills.filter { fill in
      let target = fill.assignment.target
      let key = [accounts.key, products.key].first { $0.module == target.module }
      return key.map { texts[$0] == nil } == true && texts[target] != nil
        && !fill.assignment.columns.isEmpty
    }.map { "\($0.assignment.target) is given, but not whose" }
  }
}
