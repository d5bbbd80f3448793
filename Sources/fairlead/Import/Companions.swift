import ZohoAPI

/// The accounts or products that rows name, each once.
struct Companions {
  let module: String
  let key: Target
  private(set) var all: [ImportPlan.Companion] = []
  private var places: [String: Int] = [:]

  init(module: String, key: Target) {
    self.module = module
    self.key = key
  }

  /// Where a row says something else of one than an earlier row did.
  func contradictions(_ fields: RecordFields?, _ texts: [Target: String]) -> [String] {
    guard let fields, let name = texts[key], let place = places[Self.folded(name)] else {
      return []
    }
    let known = all[place]
    return fields.sorted { $0.key < $1.key }.compactMap { field, value in
      guard field != key.field, let earlier = known.fields[field], earlier != value else {
        return nil
      }
      return "\(Target(module: module, field: field)) of \(name) is \(value.text ?? ""), but "
        + "\(earlier.text ?? "") on line \(known.line)"
    }
  }

  /// Takes what a row says. Zoho takes names that differ in case only for one, and so do we.
  mutating func add(_ fields: RecordFields?, _ texts: [Target: String], _ line: Int) {
    guard let fields, let name = texts[key] else { return }
    if let place = places[Self.folded(name)] {
      all[place].fields.merge(fields) { earlier, _ in earlier }
    } else {
      places[Self.folded(name)] = all.count
      all.append(ImportPlan.Companion(name: name, line: line, fields: fields))
    }
  }

  /// The name as it is compared.
  static func folded(_ name: String) -> String { name.lowercased() }
}
