import ArgumentParser
import Foundation
import ZohoAPI

/// Any call of the API, signed in and within the limits.
struct APICommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "api", abstract: "Make any call of Zoho's API, signed in and within the limits.",
    discussion: """
      fairlead api GET crm/v8/Deals --query fields=Deal_Name,Stage --all
      fairlead api POST books/v3/invoices --input invoice.json

      Books gets the organization of the profile. A read-only profile allows GET alone. What \
      comes back is printed as it is; --all writes the rows of every page. A refusal's body is \
      printed too, and the exit status says what it was.
      """)

  @Argument(help: "GET, POST, PUT, PATCH or DELETE.", completion: .list(Self.methods))
  var method: String
  @Argument(help: "PRODUCT/VERSION/PATH, such as crm/v8/Deals.") var path: String
  @Option(name: .shortAndLong, help: "name=value of the query.") var query: [String] = []
  @Option(
    name: .shortAndLong,
    help: "name=value of a JSON body; true, false, null, numbers, [] and {} are JSON.")
  var field: [String] = []
  @Option(help: "The file to send; - is standard input.", completion: .file()) var input: String?
  @Flag(help: "Write the rows of every page.") var all = false
  @Flag(name: .shortAndLong, help: "Write the HTTP status and the media type before the body.")
  var include = false
  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]

  func validate() throws {
    guard ZohoAPI.Method(rawValue: method.uppercased()) != nil else {
      throw ValidationError("\(method) is none of \(Self.methods.joined(separator: ", ")).")
    }
    let hasBody = !field.isEmpty || input != nil
    guard method.uppercased() != "GET" || !hasBody else {
      throw ValidationError("GET sends no body: use --query.")
    }
    guard field.isEmpty || input == nil else {
      throw ValidationError("--field and --input exclude each other.")
    }
    guard !all || method.uppercased() == "GET" else {
      throw ValidationError("--all reads lists: it goes with GET.")
    }
    if let wrong = (query + field).first(where: { !$0.contains("=") }) {
      throw ValidationError("\(wrong): write name=value.")
    }
  }

  func run() async throws {
    try await headless(options) { session in
      var call = try APICall(path, at: session.client.dataCenter)
      call.method = ZohoAPI.Method(rawValue: method.uppercased()) ?? .get
      call.query += query.map(Self.parts)
      call.body = try body()
      if write.dryRun { return try session.show(call.request()) }
      if all { return try await session.writeAll(of: call, session.output) }
      let answer = try await session.send(call.request())
      if include {
        session.output.print("HTTP \(answer.status)\ncontent-type: \(answer.contentType)\n\n")
      }
      Self.print(answer, session.output)
      if let failure = answer.failure(isWrite: call.method != .get) { throw failure }
    }
  }

  private static func parts(_ text: String) -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
  }

  private func body() throws -> Data? {
    if let input {
      if input == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
      guard let data = FileManager.default.contents(atPath: input) else {
        throw HeadlessError(.noInput, "\(input) cannot be read.")
      }
      return data
    }
    guard !field.isEmpty else { return nil }
    var fields: RecordFields = [:]
    for text in field {
      let (name, value) = Self.parts(text)
      fields[name] = Self.value(value)
    }
    return Data(JSONText.sent(.object(fields)).utf8)
  }

  /// A value that is JSON by itself, else the text. Digits that a number would not keep stay text.
  private static func value(_ text: String) -> FieldValue {
    guard let value = try? JSONDecoder().decode(FieldValue.self, from: Data(text.utf8)) else {
      return .text(text)
    }
    if case .number(let number) = value, "\(number)" != text { return .text(text) }
    return value
  }

  /// JSON as it came, but for what could drive a terminal; anything else byte for byte, since it may be a
  /// file.
  private static func print(_ answer: RawAnswer, _ output: Output) {
    guard !answer.body.isEmpty else { return }
    guard answer.contentType.hasSuffix("json"),
      let value = try? JSONDecoder().decode(FieldValue.self, from: answer.body)
    else { return FileHandle.standardOutput.write(answer.body) }
    output.print(JSONText.value(value) + "\n")
  }
}
