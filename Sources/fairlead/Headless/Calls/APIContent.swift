import ArgumentParser
import FoundationEssentials
import ZohoAPI

/// What a call of `api` sends, in one of four ways.
struct APIContent: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: "name=value of a JSON body; true, false, null, numbers, [] and {} are JSON.")
  var field: [String] = []
  @Option(help: "name=value of a form, as Campaigns, Projects and Analytics take some calls.")
  var form: [String] = []
  @Option(help: "part=@FILE to upload as a part of a form; --form then adds parts of text.")
  var file: [String] = []
  @Option(help: "@FILE to send as it is, @- for standard input, or the text itself.")
  var body: String?
  @Option(help: "The media type of --body; application/json by default.")
  var contentType: String?

  /// Whether there is anything to send.
  var isEmpty: Bool { field.isEmpty && form.isEmpty && file.isEmpty && body == nil }

  func validate() throws {
    let ways = [!field.isEmpty, !(form.isEmpty && file.isEmpty), body != nil]
    guard ways.count(where: { $0 }) < 2 else {
      throw ValidationError("Send one body: --field, or --form and --file, or --body.")
    }
    guard contentType == nil || body != nil else {
      throw ValidationError("--content-type goes with --body.")
    }
    if let wrong = (field + form + file).first(where: { !$0.contains("=") }) {
      throw ValidationError("\(wrong): write name=value.")
    }
  }

  /// The body with its media type; nil for none.
  ///
  /// - Throws: `noInput` when a file cannot be read.
  func content() throws -> (body: Data, type: String)? {
    if let body {
      let data =
        body.hasPrefix("@") ? try OperationFile.read(String(body.dropFirst())) : Data(body.utf8)
      return (data, contentType ?? "application/json")
    }
    if !file.isEmpty {
      let files = try file.map(NamedText.init).map { named in
        let path = named.value.hasPrefix("@") ? String(named.value.dropFirst()) : named.value
        return (
          named.name,
          MultipartForm.File(
            name: OperationFile.name(of: path), content: try OperationFile.read(path))
        )
      }
      let multipart = MultipartForm(fields: form.map(NamedText.init).map(\.pair), files: files)
      return (multipart.body, multipart.contentType)
    }
    if !form.isEmpty {
      let form = FormBody(form.map(NamedText.init).map(\.pair))
      return (form.body, form.contentType)
    }
    guard !field.isEmpty else { return nil }
    var fields: RecordFields = [:]
    for named in field.map(NamedText.init) { fields[named.name] = Self.value(named.value) }
    return (Data(JSONText.sent(.object(fields)).utf8), "application/json")
  }

  /// A value that is JSON by itself, else the text. Digits that a number would not keep stay text.
  private static func value(_ text: String) -> FieldValue {
    guard let value = try? JSONDecoder().decode(FieldValue.self, from: Data(text.utf8)) else {
      return .text(text)
    }
    if case .number(let number) = value, "\(number)" != text { return .text(text) }
    return value
  }
}

/// `name=value` of a command line.
struct NamedText: Hashable {
  let name: String
  let value: String

  /// The text before the first `=`, and what is behind it.
  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    name = String(parts[0])
    value = parts.count > 1 ? String(parts[1]) : ""
  }

  /// Both.
  var pair: (name: String, value: String) { (name, value) }
}
