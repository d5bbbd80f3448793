import ZohoAPI

/// One call of an operation for the command line: asked for, sent, shown.
struct OperationRun {
  let session: HeadlessSession
  /// The word of the product, for what to type next.
  let command: String
  let call: OperationCall

  private var operation: ZohoAPI.Operation { call.operation }

  /// Whether it may be sent.
  ///
  /// - Throws: `notAllowed` where nothing may be written, `usage` when nobody said yes to something
  ///   dangerous.
  func check(saidYes: Bool) throws(HeadlessError) {
    guard !call.safety.isReading else { return }
    try session.allowWrite()
    guard call.safety.isDangerous, !saidYes else { return }
    let warning = call.safety.words?.split(separator: ";").first ?? ""
    throw HeadlessError(
      .usage,
      "Nothing was sent. \(operation.resource) \(operation.verb): \(operation.purpose). "
        + "It \(warning). Say --yes to do it, or --dry-run to see the call.")
  }

  /// Sends it: a read with a second try, a write once.
  func answer() async throws(HeadlessError) -> OperationAnswer {
    do throws(ZohoError) {
      let request = call.request
      return try await session.gateway.send(request, request.isWrite ? .write : .interactive)
    } catch {
      throw failure(error)
    }
  }

  /// Writes the rows of every page.
  func writeAll() async throws(HeadlessError) {
    let rows = session.output.rows()
    do throws(ZohoError) {
      var pages = session.pages(call.list).makeAsyncIterator()
      while let page = try await pages.next() {
        rows.add(page.rows)
        if page.next != nil { session.output.tell("\(grouped(rows.count)) rows") }
      }
    } catch {
      throw failure(error)
    }
    session.output.finish(rows)
  }

  /// Writes what came back.
  ///
  /// - Throws: `someFailed` when some records were done and some were not, `refused` when none was.
  func write(_ answer: OperationAnswer, _ file: OperationFile) throws(HeadlessError) {
    let output = session.output
    switch answer.content {
    case .file(let data): try file.write(data, output)
    case .done(let words): output.done(words.isEmpty ? "Done." : words, ["message": .text(words)])
    case .record(let record):
      output.show(record)
      guard answer.isPartial else { return }
      throw HeadlessError(.someFailed, "Some was done and some was not; the answer says what.")
    case .rows(let rows) where rows.isEmpty && (operation.readsOne || operation.answer == .file):
      throw HeadlessError(.notFound, "There is nothing at \(call.path).")
    case .rows(let rows) where rows.count == 1 && operation.readsOne: output.show(rows[0])
    case .rows(let rows):
      let writer = output.rows()
      writer.add(rows)
      let hint =
        operation.paging == .none ? "This call gives no more." : "--all writes every page."
      output.finish(writer, answer.next == nil ? .none : .some(hint: hint))
    case .outcomes(let outcomes):
      let results = session.results(columns: ["code", "id", "message", "field"])
      for outcome in outcomes { results.add(outcome.row, isGood: outcome.isSuccess) }
      try results.finish()
      // A Blueprint takes a transition without its mandatory fields, and waits for them.
      guard outcomes.contains(where: { $0.message == "transition saved partially" }) else { return }
      throw HeadlessError(
        .someFailed, "Zoho keeps it half done: the record has not moved, a field is missing.")
    }
  }

  /// What a failure means, with the scope that is missing and with how to look for what was lost.
  private func failure(_ error: ZohoError) -> HeadlessError {
    let failure = HeadlessError(error, isWrite: !call.safety.isReading)
    var lines = failure.lines
    var details = failure.details
    if case .scopeMissing(let said) = error {
      if !said.contains(call.scope) { lines.append("The call needs the scope \(call.scope).") }
      details["scope"] = call.scope
    }
    if failure.status == .uncertain, let look { lines.append("Look with: \(look)") }
    return HeadlessError(failure.status, lines, details: details)
  }

  /// The command that shows what became of a write.
  private var look: String? {
    let found = Resource.named(operation.resource, of: operation.product)
    let verbs = ["show", "list", "state", "of"]
    guard let reading = verbs.lazy.compactMap({ found?[$0] }).first(where: canFollow) else {
      return nil
    }
    let ids = ids.prefix(reading.ids.count)
    return (["fairlead", command, reading.resource, reading.verb] + ids).joined(separator: " ")
  }

  /// Whether a reading call wants no other ids than this call has.
  private func canFollow(_ reading: ZohoAPI.Operation) -> Bool {
    operation.ids.starts(with: reading.ids)
  }

  private var ids: [String] {
    let parts = operation.path.split(separator: "/")
    return zip(parts, call.path.split(separator: "/")).filter { $0.0.first == "{" }
      .map { String($0.1) }
  }
}

extension OperationAnswer.Outcome {
  /// The outcome as a row.
  fileprivate var row: RecordFields {
    let details = fields["details"]?.fields ?? [:]
    return [
      "code": .text(code), "id": id.map(FieldValue.text) ?? .null, "message": .text(message),
      "field": details["api_name"] ?? .null, "details": .object(details),
    ]
  }
}
