import Screen
import ZohoAPI

/// Finds what the command line names in the table, and says what it could have named.
enum OperationNames {
  /// The names of the resources.
  static func resources(of product: Product) -> [String] {
    Resource.all(of: product).map(\.name)
  }

  /// The verbs of the resource that was typed.
  static func verbs(of product: Product, after words: [String]) -> [String] {
    typed(words, product)?.operations.map(\.verb) ?? []
  }

  /// The parameters of the operation that was typed, each with its `=`, and with its values.
  static func parameters(of product: Product, after words: [String]) -> [String] {
    guard let resource = typed(words, product) else { return [] }
    let operation = words.lazy.compactMap { resource[$0] }.first
    return (operation?.parameters ?? []).flatMap { parameter in
      parameter.values.isEmpty
        ? parameter.names.map { $0 + "=" } : parameter.values.map { "\(parameter.name)=\($0)" }
    }
  }

  private static func typed(_ words: [String], _ product: Product) -> Resource? {
    words.lazy.compactMap { Resource.named($0, of: product) }.first
  }

  /// The resource of that name.
  ///
  /// - Throws: `usage` with the nearest name.
  static func resource(_ name: String, in product: Product) throws(HeadlessError) -> Resource {
    guard let resource = Resource.named(name, of: product) else {
      throw HeadlessError(
        .usage,
        "There is no resource \"\(name)\"; the nearest is "
          + nearest(to: name, among: resources(of: product)) + ".")
    }
    return resource
  }

  /// The operation of that verb.
  ///
  /// - Throws: `usage` with the nearest names.
  static func operation(
    _ verb: String, of name: String, in product: Product
  ) throws(HeadlessError) -> ZohoAPI.Operation {
    let resource = try resource(name, in: product)
    guard let operation = resource[verb] else {
      throw HeadlessError(
        .usage,
        "\(resource.name) knows no verb \"\(verb)\"; the nearest is "
          + nearest(to: verb, among: resource.operations.map(\.verb)) + ".")
    }
    return operation
  }
}

extension HeadlessError {
  /// Why a call was not made, and what would be right.
  init(_ problem: OperationProblem, _ operation: ZohoAPI.Operation, command: String) {
    let what = "\(command) \(operation.resource) \(operation.verb)"
    switch problem {
    case .wrongIDs(let wanted, let given):
      let names = wanted.map { "<\($0)>" }.joined(separator: " ")
      self.init(
        .usage,
        wanted.isEmpty
          ? "\(what) takes no ids; \(given) were given."
          : "\(what) takes \(names); \(given) of \(wanted.count) were given.")
    case .unknownParameter(let name, let known):
      self.init(
        .usage,
        known.isEmpty
          ? "\(what) knows no parameter \"\(name)\", and no other. Nothing was sent."
          : "\(what) knows no parameter \"\(name)\"; the nearest is \(nearest(to: name, among: known))."
            + " Zoho may ignore what it does not know, so nothing was sent.",
        details: ["parameter": name])
    case .unknownValue(let value, let name, let known):
      self.init(
        .usage,
        "\(name) knows no \"\(value)\": did you mean \(nearest(to: value, among: known))? "
          + "Nothing was sent.", details: ["parameter": name])
    case .missingParameter(let name):
      self.init(.usage, "\(what) needs --query \(name)=…", details: ["parameter": name])
    case .missingBody: self.init(.usage, "\(what) needs --set or --body.")
    case .unwantedBody: self.init(.usage, "\(what) sends nothing: leave out --set and --body.")
    case .missingFile: self.init(.usage, "\(what) needs --file.")
    case .unwantedFile: self.init(.usage, "\(what) takes no file: use --set or --body.")
    case .notJSON(let reason):
      self.init(.badInput, "The body is not JSON as Zoho takes it: \(reason).")
    }
  }
}
