import ArgumentParser
import Foundation
import ZohoAPI

/// Brings records of one module from a CSV file into CRM.
struct ImportRecords<M: RecordModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: M.command, abstract: "Bring \(M.command) from a CSV file into Zoho.",
      discussion: RecordImportOptions.discussion)
  }

  @OptionGroup var options: RecordImportOptions
  @OptionGroup var account: AccountOptions

  func run() async throws {
    let output = Output(format: .table, errorsAreJSON: options.jsonErrors)
    try await headless(account, output) { session in
      try await RecordImport(session, options, module: M.module, name: M.nameField).run()
    }
  }
}

/// Brings records of any module from a CSV file into CRM.
struct ImportModule: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "module", abstract: "Bring records of any module from a CSV file into Zoho.",
    discussion: RecordImportOptions.discussion)

  @Argument(help: "The module, by API name.", completion: .list(Completions.modules))
  var module: String
  @OptionGroup var options: RecordImportOptions
  @OptionGroup var account: AccountOptions

  func run() async throws {
    let output = Output(format: .table, errorsAreJSON: options.jsonErrors)
    try await headless(account, output) { session in
      try await RecordImport(session, options, module: module, name: options.match).run()
    }
  }
}

/// What an import of records takes.
struct RecordImportOptions: ParsableArguments {
  static let discussion = """
    Columns that bear the API name or the label of a field fill it; --map does so for others. \
    Everything is checked first, and when a row is wrong nothing is sent. A record that has the \
    same value in the field of --match is changed, any other is made, so that an import can \
    safely be run again.

    Exit status: 0 every row is at Zoho, 3 some are not; the file of results says what became of \
    each.
    """

  @Argument(help: "The CSV file, in UTF-8, with a header.", completion: .file(extensions: ["csv"]))
  var file: String
  @Option(help: "The field by which a record that is there is known, such as Email.")
  var match: String
  @Option(help: "COLUMN=Field: which field a column fills, by API name.") var map: [String] = []
  @Option(help: "Field=VALUE: the same for every row; {COLUMN} stands for the row's value.")
  var set: [String] = []
  @Option(help: "A column to leave out; may be given again.") var skip: [String] = []
  @Option(help: "The file of results. By default FILE.results.csv.") var output: String?
  @Option(help: "Above so many rows one bulk job takes them all; 500 credits at Zoho.")
  var bulkAbove = 5000
  @Flag(help: "Send the good rows although others are wrong.") var skipBad = false
  @Flag(name: [.customShort("n"), .long], help: "Only check, and print each record as JSON.")
  var dryRun = false
  @Flag(help: "Run the organization's workflows on the records.") var workflows = false
  @Flag(help: "Write an error as one JSON object on stderr.") var jsonErrors = false
  @OptionGroup var notations: NotationOptions
}
