import ArgumentParser
import Foundation
import Screen
import ZohoAPI

/// Any call of the API, signed in and within the limits.
struct APICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api", abstract: "Make any call of Zoho's API, signed in and within the limits.",
    discussion: """
      fairlead api GET crm/v8/Deals --query fields=Deal_Name,Stage --all
      fairlead api POST books/v3/invoices --body @invoice.json
      fairlead api GET desk/api/v1/tickets --header 'orgId: 92712345' --all
      fairlead api POST campaigns/api/v1.1/json/listsubscribe --form resfmt=JSON --form listkey=3z

      \(OwnHost.products.map(\.word).joined(separator: ", ")) have an address of their own in each \
      data centre: their path stands as their pages have it. A whole address may be given too. The \
      sign-in must have the scopes of the product.

      Books gets the organization of the profile; Desk wants --header 'orgId: …', Analytics \
      --header 'ZANALYTICS-ORGID: …'. A read-only profile allows GET alone. What comes back is \
      printed as it is; --all writes the rows of every page. A refusal's body is printed too, and \
      the exit status says what it was.
      """)

  @Argument(help: "GET, POST, PUT, PATCH or DELETE.", completion: .list(Self.methods))
  var method: String
  @Argument(help: "PRODUCT/VERSION/PATH, such as crm/v8/Deals or desk/api/v1/tickets.")
  var path: String
  @Option(name: .shortAndLong, help: "name=value of the query.") var query: [String] = []
  @Option(name: [.customShort("H"), .long], help: "'Name: value', a header field.")
  var header: [String] = []
  @OptionGroup var content: APIContent
  @Flag(help: "Write the rows of every page.") var all = false
  @Flag(name: .shortAndLong, help: "Write the HTTP status and the header fields before the body.")
  var include = false
  @Option(help: "Where to put what comes back; - is standard output.", completion: .file())
  var outputFile: String?
  @Flag(help: "Replace a file that is there.") var force = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  func validate() throws {
    guard ZohoAPI.Method(rawValue: method.uppercased()) != nil else {
      throw ValidationError("\(method) is none of \(Self.methods.joined(separator: ", ")).")
    }
    guard method.uppercased() != "GET" || content.isEmpty else {
      throw ValidationError("GET sends no body: use --query.")
    }
    guard !all || method.uppercased() == "GET" else {
      throw ValidationError("--all reads lists: it goes with GET.")
    }
    guard !all || (outputFile == nil && !include) else {
      throw ValidationError("--all writes rows: it goes without --include and --output-file.")
    }
    if let wrong = query.first(where: { !$0.contains("=") }) {
      throw ValidationError("\(wrong): write name=value.")
    }
    for text in header { _ = try HeaderText(text) }
  }

  func run() async throws {
    try await headless(options) { session in try await run(session) }
  }

  /// Makes the call with a session.
  func run(_ session: HeadlessSession) async throws {
    var call = try APICall(path, at: session.client.dataCenter)
    call.method = ZohoAPI.Method(rawValue: method.uppercased()) ?? .get
    call.query += query.map { NamedText($0).pair }
    call.headers = try header.map { try HeaderText($0).pair }
    if let (body, type) = try content.content() {
      call.body = body
      call.headers.append(("content-type", type))
    }
    if write.dryRun { return try session.show(call.request()) }
    if all { return try await session.writeAll(of: call, session.output) }
    let answer = try await session.send(call.request())
    if include { session.output.print(Self.head(answer)) }
    let refusal = APIRefusal(answer, of: call)
    if let outputFile, refusal == nil {
      return try OperationFile(path: outputFile, replacing: force).write(
        answer.body, session.output)
    }
    try Self.print(answer, session.output)
    if let refusal { throw refusal.error }
  }

  /// The status and the header fields, without what signs somebody in.
  private static func head(_ answer: RawAnswer) -> String {
    var text = "HTTP \(answer.status)\n"
    for field in answer.headers {
      let value = field.isSecret ? "(hidden)" : field.value
      text += SafeText("\(field.name.lowercased()): \(value)").string + "\n"
    }
    return text + "\n"
  }

  /// JSON as it came, but for what could drive a terminal, and so text where it goes to one; anything
  /// else byte for byte, since it may be a file.
  private static func print(_ answer: RawAnswer, _ output: Output) throws {
    guard !answer.body.isEmpty else { return }
    if answer.contentType.hasSuffix("json"),
      let value = try? JSONDecoder().decode(FieldValue.self, from: answer.body)
    {
      return output.print(JSONText.value(value) + "\n")
    }
    if isatty(STDOUT_FILENO) == 1, answer.contentType.hasPrefix("text/") {
      for line in SafeText.lines(String(decoding: answer.body, as: UTF8.self)) {
        output.print(line.string + "\n")
      }
      return
    }
    try OperationFile(path: nil, replacing: false).write(answer.body, output)
  }
}

/// `Name: value` of a command line, a header field that a caller may set.
struct HeaderText: Hashable {
  let name: String
  let value: String

  /// Those that the program sets itself.
  private static let own: Set = [
    "authorization", "cookie", "host", "content-length", "content-type", "transfer-encoding",
    "connection", "accept-encoding",
  ]

  /// - Throws: `ValidationError` for what is not of that form, and for one the program sets itself.
  init(_ text: String) throws {
    guard let colon = text.firstIndex(of: ":") else {
      throw ValidationError("--header \(text): write 'Name: value'.")
    }
    name = String(text[..<colon]).withoutBlanks
    value = String(text[text.index(after: colon)...]).withoutBlanks
    let isName = !name.isEmpty && name.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isName, value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw ValidationError("--header \(text): that is no header field.")
    }
    guard !Self.own.contains(name.lowercased()) else {
      throw ValidationError("--header \(name): the program sets that itself.")
    }
  }

  /// Both.
  var pair: (name: String, value: String) { (name, value) }
}
