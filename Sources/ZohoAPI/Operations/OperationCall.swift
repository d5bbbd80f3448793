import FoundationEssentials

/// A call of an operation, checked against what Zoho knows and ready to be sent.
///
///     let call = try invoices["void"]?.call(ids: ["4600000000000100001"])
///     let answer = try await client.send(call.request)
public struct OperationCall: Hashable, Sendable {
  /// The operation.
  public let operation: Operation
  /// The path with its ids, percent-encoded.
  public let path: String
  /// The query, names as given.
  public let query: [Named]
  /// Header fields.
  public let headers: [Named]
  /// What is sent, byte for byte; nil for nothing.
  public let body: Data?
  /// The media type of the body.
  public let contentType: String
  /// The scope that a token needs for it.
  public let scope: String

  /// A name and its value.
  public struct Named: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String

    /// A name and its value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// What a call sends.
  public enum Content: Hashable, Sendable {
    /// Nothing.
    case none
    /// A record, or the values of an object: they go where the operation wants them.
    case fields(RecordFields)
    /// A whole body of JSON, sent as it is.
    case json(Data)
    /// A file.
    case file(MultipartForm.File)
  }
}

extension Operation {
  /// A call with these ids, in the order of the path, and these parameters.
  ///
  /// - Throws: What about it is not as Zoho wants it. Nothing is sent.
  public func call(
    ids: [String] = [], query: [OperationCall.Named] = [],
    _ content: OperationCall.Content = .none
  ) throws(OperationProblem) -> OperationCall {
    let wanted = self.ids
    guard ids.count == wanted.count, ids.allSatisfy({ !$0.isEmpty }) else {
      throw .wrongIDs(wanted: wanted, given: ids.count)
    }
    var (path, scope) = (path, scope)
    for (name, id) in zip(wanted, ids) {
      path = path.replacing("{\(name)}", with: PathSegment.of(id), maxReplacements: 1)
      scope = scope.replacing("{\(name)}", with: id)
    }
    try check(query)
    let (body, contentType) = try body(content)
    return OperationCall(
      operation: self, path: path, query: query.filter { !isHeader($0.name) },
      headers: query.filter { isHeader($0.name) }, body: body, contentType: contentType,
      scope: scope)
  }

  private func isHeader(_ name: String) -> Bool {
    parameters.contains { $0.isHeader && $0.goes(by: name) }
  }

  private func check(_ query: [OperationCall.Named]) throws(OperationProblem) {
    for given in query {
      guard let parameter = parameters.first(where: { $0.goes(by: given.name) }) else {
        throw .unknownParameter(given.name, known: parameters.flatMap(\.names))
      }
      guard
        parameter.values.isEmpty || parameter.values.contains(given.value)
          || given.name != parameter.name
      else { throw .unknownValue(given.value, of: given.name, known: parameter.values) }
    }
    for parameter in parameters where parameter.isRequired {
      guard query.contains(where: { parameter.goes(by: $0.name) && !$0.value.isEmpty }) else {
        throw .missingParameter(parameter.name)
      }
    }
  }

  private func body(
    _ content: OperationCall.Content
  ) throws(OperationProblem) -> (Data?, contentType: String) {
    let json = "application/json"
    switch (body, content) {
    case (.none, .none), (.optionalJSON, .none): return (nil, json)
    case (.json, .none): throw .missingBody
    case (.json(let rows), .fields(let fields)): return (try encoded(fields, rows), json)
    case (.optionalJSON, .fields(let fields)): return (try encoded(fields, nil), json)
    case (.json, .json(let data)), (.optionalJSON, .json(let data)):
      try checkJSON(data)
      return (data, json)
    case (.file(let part), .file(let file)):
      let form = MultipartForm(file, as: part)
      return (form.body, form.contentType)
    case (.file, _): throw .missingFile
    case (_, .file): throw .unwantedFile
    case (.none, _): throw .unwantedBody
    }
  }

  /// The fields as one record under the name that takes records, unless they bring that name along.
  private func encoded(
    _ fields: RecordFields, _ rows: String?
  ) throws(OperationProblem) -> Data {
    let whole: RecordFields =
      if let rows, fields[rows] == nil { [rows: .list([.object(fields)])] } else { fields }
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(whole)
    } catch {
      throw .notJSON(reason: "\(error)")
    }
  }

  private func checkJSON(_ data: Data) throws(OperationProblem) {
    do {
      switch try JSONDecoder().decode(FieldValue.self, from: data) {
      case .object, .list, .reference: return
      default: throw OperationProblem.notJSON(reason: "neither an object nor a list")
      }
    } catch let problem as OperationProblem {
      throw problem
    } catch {
      throw .notJSON(reason: words(for: error))
    }
  }
}

extension OperationCall {
  /// What the call may do to the world. An operation that can be told to mail what it makes does so
  /// with `send=true`.
  public var safety: Operation.Safety {
    query.contains(Named("send", "true")) ? .mail : operation.safety
  }

  /// The call as it can be sent.
  public var request: Request<OperationAnswer> { request(at: nil) }

  /// The pages of a list.
  public var list: List<RecordFields> {
    List { cursor in
      let whole = request(at: cursor)
      var page = Request<Page<RecordFields>>(
        whole.product, whole.method, whole.path, query: whole.query, headers: whole.headers,
        needsOrganization: whole.needsOrganization, maximumBytes: whole.maximumBytes
      ) { reply in
        try OperationAnswer(reply, to: operation, at: cursor).page(serverTime: reply.serverTime)
      }
      page.root = whole.root
      return page
    }
  }

  private func request(at cursor: PageCursor?) -> Request<OperationAnswer> {
    var query = query.map { (name: $0.name, value: $0.value) }
    switch cursor {
    case .number(let number): query.append(("page", "\(number)"))
    case .token(let token): query.append(("page_token", token))
    case nil: break
    }
    var headers = headers.map { (name: $0.name.lowercased(), value: $0.value) }
    if body != nil { headers.append(("content-type", contentType)) }
    if operation.area == .upload { headers.append(("feature", "bulk-write")) }
    var request = Request(
      operation.product, operation.method, path, query: query, headers: headers, body: body,
      isWrite: !safety.isReading, needsOrganization: path != "/organizations",
      maximumBytes: operation.answer == .file ? 256 << 20 : 64 << 20
    ) { reply in try OperationAnswer(reply, to: operation, at: cursor ?? .first) }
    if operation.area == .bulk { request.root = BulkJob.root }
    request.isUpload = operation.area == .upload
    request.answersByRecord = operation.product == .crm && !safety.isReading
    return request
  }
}
