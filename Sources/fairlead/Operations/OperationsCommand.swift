import ArgumentParser
import FoundationEssentials
import ZohoAPI

/// A product whose whole table of operations is a command.
protocol OperationsProduct: Sendable {
  /// The product.
  static var product: Product { get }
  /// The word on the command line.
  static var command: String { get }
  /// What people call it.
  static var title: String { get }
  /// What one would type, a line each.
  static var examples: String { get }
}

/// Zoho CRM, whole.
enum CRMOperations: OperationsProduct {
  static let product = Product.crm
  static let command = "crm"
  static let title = "Zoho CRM"
  static let examples = """
    fairlead crm tags list --query module=Deals
    fairlead crm blueprint show Deals 4150868000005746001
    fairlead crm tags add Deals 4150868000005746001 --set name=Hot
    """
}

/// Zoho Books, whole.
enum BooksOperations: OperationsProduct {
  static let product = Product.books
  static let command = "books"
  static let title = "Zoho Books"
  static let examples = """
    fairlead books invoices list --query status=overdue --query total_greater_than=1000 --all
    fairlead books invoices show 4600000000000100001 --query accept=pdf --output-file inv.pdf
    fairlead books customer-payments create --body payment.json --yes
    """
}

/// Everything that Zoho can be asked about a product: resources, their verbs, one call.
struct OperationsCommand<Whole: OperationsProduct>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Whole.command, abstract: "Everything \(Whole.title) can do, verb by verb.",
      discussion: """
        Without a verb it lists what there is; with one it makes the call. Ids stand in the order \
        in which the list shows them.

        \(Whole.examples)

        --set name=value sends text, --set name:=value sends JSON: a number with all its digits, \
        true, null, a list. Dots go into objects and numbers into lists: \
        --set line_items.0.quantity:=2. What Zoho does not know in a query is refused here, since \
        Zoho may ignore it and answer with everything.
        """)
  }

  @Argument(
    help: "What it is about; none for the list.",
    completion: .custom { _, _, _ in OperationNames.resources(of: Whole.product) })
  var resource: String?
  @Argument(
    help: "What to do with it; none for the list.",
    completion: .custom { words, _, _ in OperationNames.verbs(of: Whole.product, after: words) })
  var verb: String?
  @Argument(help: "The ids, and for records of CRM the module before them.") var ids: [String] = []

  @Option(
    help: "name=value of the query, or of the header for names with X- and If-.",
    completion: .custom { words, _, _ in
      OperationNames.parameters(of: Whole.product, after: words)
    })
  var query: [String] = []
  @Option(help: "name=text or name:=JSON of the record to send.") var set: [String] = []
  @Option(help: "A file with the JSON to send as it is; - is standard input.", completion: .file())
  var body: String?
  @Option(help: "The file to upload.", completion: .file()) var file: String?
  @Option(help: "Where to put a file that comes back; - is standard output.", completion: .file())
  var outputFile: String?
  @Flag(help: "Replace a file that is there.") var force = false
  @Flag(help: "Write the rows of every page.") var all = false
  @OptionGroup var consent: Consent
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func validate() throws {
    guard [!set.isEmpty, body != nil, file != nil].count(where: { $0 }) < 2 else {
      throw ValidationError("--set, --body and --file exclude each other.")
    }
  }

  func run() async throws {
    guard let resource, let verb else {
      return try await headless(Output(options.output)) { output in
        let catalog = OperationCatalog(product: Whole.product, command: Whole.command)
        try catalog.show(resource, output)
      }
    }
    try await headless(options) { session in
      try await run(OperationNames.operation(verb, of: resource, in: Whole.product), session)
    }
  }

  /// Makes the call with a session.
  func run(_ operation: ZohoAPI.Operation, _ session: HeadlessSession) async throws {
    let run = OperationRun(session: session, command: Whole.command, call: try call(operation))
    if !write.dryRun { try run.check(saidYes: consent.yes) }
    if Whole.product == .crm, operation.resource == "records", let module = ids.first {
      try await run.checkFields(try fieldNames(), of: module, asking: !write.dryRun)
    }
    if write.dryRun { return try session.show(run.call.request) }
    if all { return try await run.writeAll() }
    try run.write(try await run.answer(), OperationFile(path: outputFile, replacing: force))
  }

  /// The names of fields in what was typed.
  private func fieldNames() throws -> [String] {
    let asked = query.filter { $0.hasPrefix("fields=") }.flatMap {
      $0.dropFirst("fields=".count).split(separator: ",").map(String.init)
    }
    let set = try SetFields(set).fields
    return asked + set.keys.filter { $0 != "data" }.sorted()
  }

  private func call(_ operation: ZohoAPI.Operation) throws -> OperationCall {
    guard !all || operation.paging != .none else {
      throw HeadlessError(.usage, "--all reads lists, and \(operation.verb) gives none in pages.")
    }
    let named = try query.map { text in
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
        throw HeadlessError(.usage, "--query \(text): write name=value.")
      }
      return OperationCall.Named(
        String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
    let content = try content()
    do throws(OperationProblem) {
      return try operation.call(ids: ids, query: named, content)
    } catch {
      throw HeadlessError(error, operation, command: Whole.command)
    }
  }

  private func content() throws -> OperationCall.Content {
    if let file {
      return .file(.init(name: OperationFile.name(of: file), content: try OperationFile.read(file)))
    }
    if let body { return .json(try OperationFile.read(body)) }
    return set.isEmpty ? .none : .fields(try SetFields(set).fields)
  }
}
