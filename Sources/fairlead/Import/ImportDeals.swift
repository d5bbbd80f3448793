import ArgumentParser
import Foundation
import Screen
import ZohoAPI

/// Brings deals from a CSV file into Zoho CRM, with their accounts and products.
struct ImportDeals: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deals",
    abstract: "Bring deals from a CSV file into Zoho, with their accounts and products.",
    discussion: """
      Everything is checked first, against the organization's own fields, pipelines and users; \
      when a row is wrong, nothing is sent. Deals go by their Deal_Name: those that are there \
      already are left alone, so an import can safely be run again.

      Exit status: 0 every row is at Zoho, 3 some are not, 64 wrong options, 65 wrong file or \
      rows and nothing was sent, 69 Zoho cannot be reached, 73 no file of results, 77 not \
      allowed, 78 wrong profile.
      """)

  @Argument(help: "The CSV file, in UTF-8, with a header.")
  var file: String

  @Option(
    help: """
      COLUMN=Field: which field a column fills, by API name; Account.Field and Product.Field \
      are fields of the account and product that go with the deal.
      """)
  var map: [String] = []

  @Option(help: "Field=VALUE: the same for every row; {COLUMN} in it stands for the row's value.")
  var set: [String] = []

  @Option(help: "COLUMN:OLD=NEW: another value in place of one in the file.")
  var replace: [String] = []

  @Option(help: "Another CSV file, whose columns are joined by the one that both files have.")
  var join: [String] = []

  @Option(help: "How dates are written, where the values leave it open: mdy, dmy or iso.")
  var dates: DateOrder?

  @Option(help: "What stands before the fraction of numbers, where they leave it open: . or ,")
  var decimal: DecimalMark?

  @Option(help: "The file that says what became of each row. By default FILE.results.csv.")
  var output: String?

  @Flag(help: "Send the good rows although others are wrong.")
  var skipBad = false

  @Flag(help: "Only check, and print what would be sent, a line of JSON for each record.")
  var dryRun = false

  @Flag(help: "Run the organization's workflows on the new deals.")
  var workflows = false

  @OptionGroup var account: ImportAccount

  func validate() throws {
    if let wrong = replace.first(where: { Replacement($0) == nil }) {
      throw ValidationError("--replace \(wrong): write COLUMN:OLD=NEW.")
    }
    if let wrong = map.first(where: { !$0.contains("=") }) {
      throw ValidationError("--map \(wrong): write COLUMN=Field.")
    }
    if let wrong = set.first(where: { !$0.contains("=") }) {
      throw ValidationError("--set \(wrong): write Field=VALUE.")
    }
    if let output {
      let place = URL(filePath: output).standardizedFileURL
      if ([file] + join).contains(where: { URL(filePath: $0).standardizedFileURL == place }) {
        throw ValidationError("--output \(output): that is a file to import.")
      }
    }
  }

  func run() async throws {
    ImportSession.letSignalsEnd()
    try await exiting {
      do {
        let (table, assignments) = try read()
        try await account.connected(writes: !dryRun) { client in
          try await ImportSession(self, client).run(table, assignments)
        }
      } catch let error as ImportError {
        for line in error.lines { ImportSession.complain(line) }
        throw ExitCode(error.status)
      }
    }
  }

  /// What the files and the options say, before Zoho is asked anything.
  func read() throws(ImportError) -> (ImportTable, [Assignment]) {
    let replacements = replace.compactMap(Replacement.init)
    var table = ImportTable(try CSVFile(path: file))
    table.replace(replacements)
    for path in join { try table.join(try CSVFile(path: path), replacing: replacements) }
    var problems = table.checkUse(of: replacements)
    var assignments: [Assignment] = []
    for text in map {
      do {
        assignments.append(try Assignment(mapping: text, columns: table.columns))
      } catch {
        problems += error.lines
      }
    }
    for text in set {
      do {
        assignments.append(try Assignment(setting: text, columns: table.columns))
      } catch {
        problems += error.lines
      }
    }
    guard problems.isEmpty else { throw .badInput(problems) }
    return (table, assignments)
  }
}

extension DateOrder: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
