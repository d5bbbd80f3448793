import ArgumentParser
import ZohoAPI

/// Shows one record with all its fields.
struct ShowRecord<M: RecordModule>: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: "Show a \(M.noun) with all its fields.")
  }

  @Argument(help: "Its id or its exact name.") var record: String

  @Option(help: "The fields, by API name, between commas.") var fields: String?

  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let id = try await session.id(of: record, M.self)
      let names = fields.map { $0.split(separator: ",").map(String.init) } ?? []
      session.output.show(
        try await session.record(id, of: M.module, fields: names),
        columns: names.isEmpty ? M.columns : names)
    }
  }
}

extension HeadlessSession {
  /// A record of a module.
  ///
  /// - Throws: `notFound` when there is none of that id.
  func record(
    _ id: String, of module: String, fields: [String] = []
  ) async throws(HeadlessError) -> RecordFields {
    if let record = try await send(.record(id, of: module, fields: fields)) { return record }
    throw HeadlessError(.notFound, "\(module) has no record \(id).")
  }

  /// The id that a text is or names.
  ///
  /// - Throws: `notFound` when nothing is called so, `badInput` when several are.
  func id<M: RecordModule>(of text: String, _ module: M.Type) async throws(HeadlessError) -> String
  {
    if RecordID.isID(text) { return text }
    let name = COQL.literal(text)
    let page = try await send(
      .query(
        "select \(M.nameField) from \(M.module) where \(M.nameField) = \(name) limit 0, 10"))
    let ids = page.rows.compactMap { $0["id"]?.text }
    guard let id = ids.first else {
      throw HeadlessError(.notFound, "No \(M.noun) is called \"\(text)\".")
    }
    guard ids.count == 1 else {
      throw HeadlessError(
        .badInput,
        "Several are called \"\(text)\": give one of the ids \(ids.joined(separator: ", ")).")
    }
    return id
  }
}

/// Ids of records at Zoho.
enum RecordID {
  /// Whether a text is an id rather than a name: Zoho's have fifteen digits and more.
  static func isID(_ text: String) -> Bool {
    text.count >= 10 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The id that a dry run, which asks nobody, can go by.
  ///
  /// - Throws: `badInput` for a name.
  static func only(_ text: String) throws(HeadlessError) -> String {
    guard isID(text) else {
      throw HeadlessError(
        .badInput, "A dry run asks nobody what is called \"\(text)\": give the id.")
    }
    return text
  }
}
