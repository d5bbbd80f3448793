import ArgumentParser
import ZohoAPI

/// Searches a word in several modules.
struct SearchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Search a word, a mail address or a number in CRM.",
    discussion: """
      Zoho finds a record some time after it was written. A module that cannot be searched is told \
      and left out; when none can be searched the command fails.
      """)

  @Argument(help: "What to look for, of two characters at least.") var text: String
  @Option(help: "The modules, by API name, between commas.") var modules =
    "Deals,Contacts,Accounts,Leads"
  @Option(help: "How many at most of each module.") var limit = 20
  @OptionGroup var options: HeadlessOptions

  func validate() throws {
    guard (1...200).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to 200.")
    }
    guard text.count > 1 else { throw ValidationError("Zoho searches two characters at least.") }
  }

  func run() async throws {
    try await headless(options) { session in
      let rows = session.output.rows(columns: ["module", "id", "name", "detail"])
      var failures: [HeadlessError] = []
      var cut: [String] = []
      let names = modules.split(separator: ",").map { $0.filter { $0 != " " } }
      for module in names {
        do throws(HeadlessError) {
          let page = try await session.send(request(module).page(.first))
          rows.add(page.rows.prefix(limit).map { Self.row($0, module) })
          if page.next != nil || page.rows.count > limit { cut.append(module) }
        } catch {
          session.output.tell("\(module): \(error.lines.joined(separator: " "))")
          failures.append(error)
        }
      }
      if let first = failures.first, failures.count == names.count { throw first }
      let hint = "Use --limit for more of \(cut.joined(separator: ", "))."
      session.output.finish(rows, cut.isEmpty ? .none : .some(hint: hint))
      if let first = failures.first {
        throw HeadlessError(.someFailed, "Not searched: \(first.lines.joined(separator: " "))")
      }
    }
  }

  private func request(_ module: String) -> List<RecordFields> {
    let search: RecordSearch
    if text.contains("@") {
      search = .email(text)
    } else {
      search = .word(text)
    }
    return .search(module, by: search, fields: Self.fields[module] ?? [])
  }

  private static let fields = [
    "Deals": ["Deal_Name", "Stage"], "Contacts": ["Full_Name", "Email"],
    "Accounts": ["Account_Name", "Phone"], "Leads": ["Full_Name", "Company"],
  ]

  /// A record as a result: its name, and what tells it from others of the name.
  private static func row(_ record: RecordFields, _ module: String) -> RecordFields {
    let names = fields[module] ?? ["Name", "Full_Name", "Subject", "Product_Name"]
    let name =
      names.first.flatMap { record[$0]?.text } ?? names.lazy.compactMap { record[$0]?.text }.first
    let detail = names.count == 2 ? record[names[1]] : nil
    return [
      "module": .text(module), "id": record["id"] ?? .null,
      "name": name.map(FieldValue.text) ?? .null, "detail": detail ?? .null,
    ]
  }
}
