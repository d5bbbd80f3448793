import FoundationEssentials

/// What Zoho answered to an operation.
public struct OperationAnswer: Hashable, Sendable {
  /// What came.
  public enum Content: Hashable, Sendable {
    /// Records, in the server's order.
    case rows([RecordFields])
    /// One record, or an object that is none.
    case record(RecordFields)
    /// What became of each record that was sent, in order.
    case outcomes([Outcome])
    /// A file.
    case file(Data)
    /// Only that it was done, in Zoho's words.
    case done(String)
  }

  /// What became of one record.
  public struct Outcome: Hashable, Sendable {
    /// Zoho's code: `SUCCESS`, `MANDATORY_NOT_FOUND`.
    public let code: String
    /// Zoho's words.
    public let message: String
    /// Whether it was taken.
    public let isSuccess: Bool
    /// Its id, where there is one.
    public let id: String?
    /// The answer whole.
    public let fields: RecordFields
  }

  /// What came.
  public let content: Content
  /// Where a list goes on; nil at its end.
  public let next: PageCursor?
  /// The HTTP status.
  public let status: Int

  /// Whether some of what was asked was done and some was not.
  public var isPartial: Bool {
    switch content {
    case .outcomes(let outcomes):
      outcomes.contains(where: \.isSuccess) && outcomes.contains { !$0.isSuccess }
    case .record(let fields): Self.tellsOfFailures(fields)
    default: false
    }
  }

  /// What was refused, record by record.
  public var refusals: [Outcome] {
    guard case .outcomes(let outcomes) = content else { return [] }
    return outcomes.filter { !$0.isSuccess }
  }

  /// Books tells of partly done work in a good answer: `info` with a code or with mails that failed,
  /// or a list `errors`.
  private static func tellsOfFailures(_ fields: RecordFields) -> Bool {
    if case .list(let errors)? = fields["errors"], !errors.isEmpty { return true }
    let info = fields["info"]?.fields ?? fields
    if case .list(let errors)? = info["email_errors_info"], !errors.isEmpty { return true }
    return false
  }
}

extension OperationAnswer {
  /// Reads an answer of an operation.
  ///
  /// - Throws: `ZohoError`, for one of Books that says no in a good status too.
  init(_ reply: Reply, to operation: Operation, at cursor: PageCursor) throws {
    status = reply.status
    guard !reply.isEmpty else {
      content = operation.safety.isReading ? .rows([]) : .done("")
      next = nil
      return
    }
    guard reply.contentType.hasSuffix("json") || reply.body.first == UInt8(ascii: "{") else {
      guard operation.safety.isReading else {
        throw ZohoError.unreadable(
          path: reply.path, status: reply.status, reason: "a file instead of an answer")
      }
      content = .file(reply.body)
      next = nil
      return
    }
    if operation.product == .books { try BooksReply.done(reply) }
    let value = try JSONDecoder().decode(FieldValue.self, from: reply.body)
    guard let whole = value.fields else {
      throw ZohoError.unreadable(
        path: reply.path, status: reply.status, reason: "no object in the answer")
    }
    content = Self.content(whole, operation)
    next = Self.next(after: cursor, whole)
  }

  private static func content(_ whole: RecordFields, _ operation: Operation) -> Content {
    let isWrite = !operation.safety.isReading
    if operation.product == .crm, isWrite, let outcome = Outcome(whole) {
      return .outcomes([outcome])
    }
    switch operation.answer {
    case .rows(let name):
      let found = whole[name] ?? payload(of: whole)
      guard case .list(let values)? = found else {
        return .record(found?.fields ?? whole)
      }
      let rows = values.map { $0.fields ?? ["value": $0] }
      let outcomes = rows.compactMap(Outcome.init)
      return operation.product == .crm && isWrite && outcomes.count == rows.count
        ? .outcomes(outcomes) : .rows(rows)
    case .record(let name):
      switch whole[name] ?? payload(of: whole) {
      case .list(let values)?:
        // Books wraps some single records in a list of one.
        return values.count == 1
          ? .record(values[0].fields ?? whole) : .rows(values.map { $0.fields ?? ["value": $0] })
      case let value?: return .record(value.fields ?? whole)
      case nil: return .record(whole)
      }
    case .done:
      let beside = whole.filter { !envelope.contains($0.key) || $0.key == "info" }
      return beside.isEmpty ? .done(whole["message"]?.text ?? "") : .record(whole)
    case .value, .file: return .record(whole)
    }
  }

  /// What Zoho puts around a payload.
  private static let envelope: Set = [
    "code", "message", "info", "page_context", "status", "instrumentation",
  ]

  /// The only thing in an answer that is not the envelope: Books has several names for some lists.
  private static func payload(of whole: RecordFields) -> FieldValue? {
    let beside = whole.filter { !envelope.contains($0.key) }
    return beside.count == 1 ? beside.first?.value : nil
  }

  private static func next(after cursor: PageCursor, _ whole: RecordFields) -> PageCursor? {
    let info = whole["info"]?.fields ?? [:]
    var context = whole["page_context"]?.fields ?? [:]
    if case .list(let contexts)? = whole["page_context"] { context = contexts.first?.fields ?? [:] }
    guard info["more_records"] == true || context["has_more_page"] == true else { return nil }
    if case .text(let token)? = info["next_page_token"] { return .token(token) }
    guard case .number(let number) = cursor else { return nil }
    return .number(number + 1)
  }

  /// The answer as a page of a list.
  func page(serverTime: Date?) -> Page<RecordFields> {
    let rows: [RecordFields] =
      switch content {
      case .rows(let rows): rows
      case .record(let record): [record]
      default: []
      }
    return Page(rows: rows, next: next, serverTime: serverTime)
  }
}

extension OperationAnswer.Outcome {
  /// The outcome that an object tells of; nil when it is something else.
  init?(_ fields: RecordFields) {
    guard case .text(let code)? = fields["code"], let message = fields["message"]?.text else {
      return nil
    }
    self.code = code
    self.message = message
    isSuccess = fields["status"].map { $0.text == "success" } ?? (code == "SUCCESS")
    id = fields["details"]?.fields?["id"]?.text
    self.fields = fields
  }
}
