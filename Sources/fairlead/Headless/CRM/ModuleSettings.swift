import LocalMirror
import Sales
import Screen
import ZohoAPI

/// What an organization lets one fill in in a module, in its own words.
struct ModuleSettings: Sendable {
  /// The module's API name.
  let module: String
  /// Its fields.
  var fields: [FieldMetadata]
  /// Who may own a record.
  var users: [User]
  /// The pipelines with their stages; empty but for deals.
  var pipelines: [Pipeline]

  /// The field of that API name.
  ///
  /// - Throws: `badInput` with the nearest name when there is none.
  func field(_ name: String) throws(HeadlessError) -> FieldMetadata {
    if let field = fields.first(where: { $0.apiName == name }) { return field }
    throw HeadlessError(.badInput, "\(module) has no field \(name); \(nearestWords(to: name)).")
  }

  private func nearestWords(to name: String) -> String {
    if let same = fields.first(where: { $0.label.lowercased() == name.lowercased() }) {
      return "\"\(same.label)\" is \(same.apiName)"
    }
    return "the nearest is \(nearest(to: name, among: fields.map(\.apiName)))"
  }
}

extension HeadlessSession {
  /// Asks Zoho for the settings of a module, and keeps them for dry runs.
  func settings(of module: String) async throws(HeadlessError) -> ModuleSettings {
    var settings = ModuleSettings(
      module: module, fields: try await send(.fields(of: module)), users: try await users(),
      pipelines: [])
    if module == DealModule.module {
      do throws(ZohoError) {
        settings.pipelines = try await client.pipelines()
      } catch {
        throw HeadlessError(error, isWrite: false)
      }
    }
    keep(settings)
    return settings
  }

  /// The settings of a module as the local copy has them, without asking anyone; nil where it does not
  /// have them.
  func knownSettings(of module: String) throws -> ModuleSettings? {
    try files().mirror.read { reader in
      let fields = try reader.fields(of: module).map { FieldMetadata($0) }
      guard !fields.isEmpty else { return nil }
      return ModuleSettings(
        module: module, fields: fields, users: try reader.users(),
        pipelines: try reader.pipelines())
    }
  }

  /// Everybody who may own a record.
  func users() async throws(HeadlessError) -> [User] {
    do throws(ZohoError) {
      var users: [User] = []
      for try await page in pages(List<User>.users()) { users += page.rows }
      return users
    } catch {
      throw HeadlessError(error, isWrite: false)
    }
  }

  /// Puts settings into the local copy, for dry runs. It is a cache: what it cannot take is told, and
  /// harms nothing else.
  private func keep(_ settings: ModuleSettings) {
    do {
      try files().mirror.write { writer in
        try writer.replace(
          fields: settings.fields.map { $0.kept(in: settings.module) }, of: settings.module)
        try writer.replace(users: settings.users)
        if !settings.pipelines.isEmpty { try writer.replace(pipelines: settings.pipelines) }
      }
    } catch {
      output.tell("warning: the settings were not kept for dry runs: \(error)")
    }
  }
}

extension FieldMetadata {
  /// A field as the local copy has it, which does not know everything that Zoho does.
  fileprivate init(_ field: ModuleField) {
    self.init(
      known: field.apiName, label: field.label, type: field.dataType,
      isMandatory: field.isRequired, isReadOnly: field.isReadOnly,
      choices: field.choices.map { ($0.stored, $0.shown) })
  }

  /// The field as the local copy takes it.
  fileprivate func kept(in module: String) -> ModuleField {
    ModuleField(
      module: module, apiName: apiName, label: label, dataType: type, isRequired: isMandatory,
      isReadOnly: isReadOnly,
      choices: choices.filter(\.isUsed).map { .init(stored: $0.value, shown: $0.label) })
  }
}
