import FoundationEssentials

/// How the user has arranged views: kept by name on disk, across restarts.
///
/// A view is any value that can be coded. It reads its own with `value(of:)`, and keeps a changed one
/// with `AppState.keep(_:as:)`:
///
///     let table = state.views.value(of: "invoices", as: InvoiceTable.self) ?? InvoiceTable()
///     return state.keep(table, as: "invoices")
public struct ViewSettings: Hashable, Sendable {
  /// What is kept of each view, as JSON, by its name.
  public private(set) var contents: [String: String]

  /// What was kept.
  public init(contents: [String: String] = [:]) {
    self.contents = contents
  }

  /// How a view was left; nil when it never was, or when an older program kept it in another form.
  public func value<Value: Decodable>(of name: String, as type: Value.Type = Value.self) -> Value? {
    contents[name].flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
  }

  /// Keeps how a view is, and answers it as it goes on disk.
  mutating func set<Value: Encodable>(_ value: Value, of name: String) -> String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(value) else { return nil }
    let content = String(decoding: data, as: UTF8.self)
    contents[name] = content
    return content
  }
}

extension AppState {
  /// Keeps how a view is arranged, across restarts.
  mutating func keep<Value: Encodable>(_ value: Value, as name: String) -> [Effect] {
    guard let content = views.set(value, of: name) else {
      tell("How \(name) is arranged could not be kept for the next start", kind: .failure)
      return []
    }
    return [.keepView(name, content)]
  }
}
