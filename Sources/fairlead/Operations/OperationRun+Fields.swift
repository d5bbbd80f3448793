import ZohoAPI

extension OperationRun {
  /// Names that a record of any module may carry and that are no fields of it.
  private static let beside: Set = ["id", "Layout", "Tag"]

  /// Checks names of fields against the module that the path names. CRM takes no notice of a field it
  /// does not know, neither in a record nor in what is asked for.
  ///
  /// - Parameters:
  ///   - names: The names that were typed; of a path such as `Account_Name.id` the first part counts.
  ///   - asking: Whether Zoho may be asked for the fields; else those known here have to do.
  /// - Throws: `badInput` with the nearest name.
  func checkFields(
    _ names: [String], of module: String, asking: Bool
  ) async throws {
    let typed = names.map { String($0.prefix { $0 != "." }) }
      .filter { !$0.hasPrefix("$") && !Self.beside.contains($0) }
    guard !typed.isEmpty else { return }
    let known: ModuleSettings?
    if asking {
      known = ModuleSettings(
        module: module, fields: try await session.send(.fields(of: module)), users: [],
        pipelines: [])
    } else {
      known = try session.knownSettings(of: module)
    }
    for name in typed { _ = try known?.field(name) }
  }
}
