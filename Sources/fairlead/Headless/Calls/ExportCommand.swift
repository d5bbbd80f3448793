import ArgumentParser
import ZohoAPI

/// Writes all records of a module, as they come.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write all records of a module of CRM, or all invoices.",
    discussion: """
      fairlead export deals --where "Amount > 1000" --csv > deals.csv

      Every field that can be read is written; --fields chooses. A look-up has two columns, its \
      name and its id. Rows are written as they come, so that no export is too long; when it fails \
      on the way the exit status says so.
      """)

  @Argument(
    help: "deals, contacts, accounts, leads, invoices, or a module's API name.",
    completion: .list(["deals", "contacts", "accounts", "leads", "invoices"]))
  var what: String
  @Option(name: .customLong("where"), help: "A condition in COQL.") var criteria: String?
  @Option(help: "The fields, by API name, between commas.") var fields: String?
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let output = session.output.streaming
      if what == "invoices" {
        guard criteria == nil else {
          throw HeadlessError(
            .badInput, "--where: Books has no such conditions; `fairlead invoices list` filters.")
        }
        let call = APICall(.books, "/invoices", query: [("per_page", "200")])
        return try await session.writeAll(of: call, output, columns: chosen ?? [])
      }
      let module = Self.modules[what] ?? what
      let columns = try await columns(of: module, session)
      let rows = output.rows(columns: columns.shown)
      var last: String?
      var page: QueryRows
      repeat {
        var conditions = criteria.map { [COQL.withOffsets($0)] } ?? []
        if let last { conditions.append("id > \(last)") }
        let query = RecordQuery(
          module: module, columns: columns.asked, condition: COQL.all(conditions))
        page = try await session.send(.query(query.text(offset: 0, count: COQL.page)))
        rows.add(page.rows)
        last = page.rows.last?["id"]?.text
        if page.hasMore { session.output.tell("\(grouped(rows.count)) rows") }
      } while page.hasMore && last != nil
      output.finish(rows)
    }
  }

  private static let modules = [
    "deals": "Deals", "contacts": "Contacts", "accounts": "Accounts", "leads": "Leads",
    "tasks": "Tasks", "calls": "Calls", "events": "Events", "products": "Products",
  ]

  private var chosen: [String]? {
    fields.map { $0.split(separator: ",").map { $0.filter { $0 != " " } } }
  }

  /// The columns: those to ask for, and those to show.
  private func columns(
    of module: String, _ session: HeadlessSession
  ) async throws -> (asked: [String], shown: [String]) {
    let settings = ModuleSettings(
      module: module, fields: try await session.send(.fields(of: module)), users: [],
      pipelines: [])
    var fields = settings.fields.filter { Self.exported.contains($0.type) && $0.apiName != "id" }
    if let chosen {
      fields = try chosen.filter { $0 != "id" }.map { try settings.field($0) }
    }
    let shown = fields.flatMap { field in
      ["lookup", "ownerlookup"].contains(field.type)
        ? [field.apiName, field.apiName + ".id"] : [field.apiName]
    }
    return (fields.map(\.apiName), ["id"] + shown)
  }

  /// The sorts of fields that COQL selects and a cell can hold.
  private static let exported: Set<String> = [
    "text", "textarea", "phone", "website", "email", "picklist", "multiselectpicklist", "boolean",
    "date", "datetime", "lookup", "ownerlookup", "currency", "double", "percent", "integer",
    "bigint", "autonumber", "formula",
  ]
}

extension Output {
  /// The output of what may be long: rows a line each where a table was not asked for by name.
  fileprivate var streaming: Output {
    guard format == .table else { return self }
    return Output(
      format: .csv, errorsAreJSON: errorsAreJSON, print: print, printError: printError)
  }
}
