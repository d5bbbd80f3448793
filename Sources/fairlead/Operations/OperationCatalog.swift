import Screen
import ZohoAPI

/// The table of a product's operations, as help shows it.
struct OperationCatalog {
  let product: Product
  let command: String

  /// Shows the resources, or the verbs of one of them.
  ///
  /// - Throws: `usage` when there is no such resource.
  func show(_ name: String?, _ output: Output) throws(HeadlessError) {
    guard let name else {
      let rows = output.rows(columns: ["resource", "verbs"])
      rows.add(
        Resource.all(of: product).map { resource in
          [
            "resource": .text(resource.name),
            "verbs": .text(resource.operations.map(\.verb).joined(separator: " ")),
          ]
        })
      output.finish(rows)
      if output.format == .table {
        output.tell("fairlead \(command) RESOURCE shows what verbs do.")
      }
      return
    }
    let resource = try OperationNames.resource(name, in: product)
    guard output.format == .table else {
      let rows = output.rows(columns: ["verb", "does", "method", "path", "ids", "query"])
      rows.add(resource.operations.map(facts))
      return output.finish(rows)
    }
    for operation in resource.operations { output.print(text(operation)) }
  }

  /// An operation for people: its line, then what it can be told.
  private func text(_ operation: ZohoAPI.Operation) -> String {
    let words = [operation.verb] + operation.ids.map { "<\($0)>" }
    var text = "\(words.joined(separator: " "))\n    \(operation.purpose)"
    if let warning = operation.safety.words { text += " (\(warning))" }
    text += "\n"
    for parameter in operation.parameters { text += "    --query \(parameter.words)\n" }
    if let takes = operation.body.words { text += "    \(takes)\n" }
    return text
  }

  private func facts(_ operation: ZohoAPI.Operation) -> RecordFields {
    [
      "verb": .text(operation.verb), "does": .text(operation.purpose),
      "method": .text(operation.method.rawValue), "path": .text(operation.path),
      "ids": .list(operation.ids.map(FieldValue.text)),
      "query": .list(operation.parameters.flatMap(\.names).map(FieldValue.text)),
      "scope": .text(operation.scope), "safety": .text(operation.safety.rawValue),
    ]
  }
}

extension Parameter {
  /// The parameter as help writes it: `total=…, also _less_than …`.
  var words: String {
    var text = name + (family == .prefix ? "…" : "") + "="
    text += values.isEmpty ? "…" : values.joined(separator: "|")
    let suffixes = names.dropFirst().map { $0.dropFirst(name.count) }
    if !suffixes.isEmpty { text += ", also with " + suffixes.joined(separator: " ") }
    return isRequired ? text + " (needed)" : text
  }
}

extension ZohoAPI.Operation.Safety {
  /// What one should know before; nil where there is nothing.
  var words: String? {
    switch self {
    case .reads, .repeatable: nil
    case .once: "twice makes two"
    case .deletes: "takes away; needs --yes"
    case .mail: "sends mail; needs --yes"
    case .money: "moves money; needs --yes"
    }
  }
}

extension ZohoAPI.Operation.Body {
  /// What is to be sent; nil for nothing.
  var words: String? {
    switch self {
    case .none: nil
    case .json(let rows):
      rows.map { "--set or --body; --set fills one record of \"\($0)\"" } ?? "--set or --body"
    case .optionalJSON: "--set or --body, if not the usual"
    case .file: "--file"
    }
  }
}
