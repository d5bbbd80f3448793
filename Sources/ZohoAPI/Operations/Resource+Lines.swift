extension Resource {
  /// The operations of Books about one resource.
  ///
  /// - Parameters:
  ///   - path: Where it is: `/creditnotes`; as its name says when left out.
  ///   - id: What Books calls its id.
  ///   - one: The name under which a single one comes.
  ///   - many: The name under which several come; with an s behind `one` when left out.
  ///   - scope: The area of the scope: `invoices` makes `ZohoBooks.invoices.CREATE` for a `POST`.
  static func books(
    _ name: String, at path: String? = nil, id: String, one: String, many: String? = nil,
    scope: String, _ lines: [Line]...
  ) -> Resource {
    let path = path ?? "/" + name.filter { $0 != "-" }
    return Resource(
      product: .books, name: name,
      operations: lines.joined().map { line in
        Operation(
          line, .books, name, path: line.path(at: path, id: id), one: one, many: many ?? one + "s",
          scope: "ZohoBooks.\(scope).\(line.access)")
      })
  }

  /// The operations of CRM about one resource.
  ///
  /// - Parameters:
  ///   - rows: The name under which records go and come.
  ///   - scope: The scope. One that ends with a dot gets the end that the method asks for:
  ///     `ZohoCRM.settings.tags.` makes `ZohoCRM.settings.tags.READ` for a `GET`.
  static func crm(
    _ name: String, at path: String, id: String = "id", rows: String = "data", scope: String,
    area: Area = .api, _ lines: [Line]...
  ) -> Resource {
    Resource(
      product: .crm, name: name,
      operations: lines.joined().map { line in
        Operation(
          line, .crm, name, area: area, path: line.path(at: path, id: id), one: rows, many: rows,
          scope: line.whole ?? (scope.hasSuffix(".") ? scope + line.access : scope))
      })
  }
}

extension Line {
  /// The last part of the scope that the line needs.
  fileprivate var access: String {
    if let scope { return scope }
    return switch method {
    case .get: "READ"
    case .post: safety == .reads ? "READ" : "CREATE"
    case .put, .patch: "UPDATE"
    case .delete: "DELETE"
    }
  }

  /// The whole scope, where the line names one.
  fileprivate var whole: String? { scope?.contains(".") == true ? scope : nil }

  fileprivate func path(at base: String, id: String) -> String {
    let whole = path.first == "/" ? path : path.isEmpty ? base : "\(base)/\(path)"
    return whole.replacing("{id}", with: "{\(id)}")
  }
}

extension Operation {
  /// The operation that a line of a table stands for.
  fileprivate init(
    _ line: Line, _ product: Product, _ resource: String, area: Area = .api, path: String,
    one: String, many: String, scope: String
  ) {
    self.product = product
    self.resource = resource
    verb = line.verb
    method = line.method
    self.area = area
    self.path = path
    purpose = line.purpose
    parameters = Parameter.list(line.parameters)
    body =
      switch line.body {
      case .record: .json(rows: product == .crm ? one : nil)
      case .body(let body): body
      }
    answer =
      switch line.answer {
      case .answer(let answer): answer
      case .rows: .rows(many)
      case .record: product == .crm ? .rows(one) : .record(one)
      case .outcome: product == .crm ? .rows(one) : .done
      }
    self.scope = scope
    safety = line.safety
  }
}
