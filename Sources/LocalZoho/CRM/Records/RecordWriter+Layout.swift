import GRDB

/// What the record's layout asks beyond its fields.
extension RecordWriter {
  /// - Throws: ``RowOutcome`` for a field the layout requires, a choice it does not offer, or one that
  ///   does not go with the choice in another list.
  func checkLayout(
    _ draft: RecordDraft, given: Set<String>, isNew: Bool, index: Int
  ) throws {
    guard
      let layout = call.metadata.layouts.first(where: { Int64($0.id) == draft.number("Layout") })
    else { return }
    for name in layout.terms?.required ?? []
    where draft[name].isNull && (isNew || given.contains(name)) {
      throw RowOutcome.missing(name, row: index)
    }
    for field in fields where given.contains(field.apiName) {
      guard let offered = layout.terms?.pickLists[field.apiName],
        try !choices(draft, field.apiName).allSatisfy(offered.contains)
      else { continue }
      throw RowOutcome.failure(.notInPickList(supported: offered), field.apiName, row: index)
    }
    for dependency in dependencies[layout.id] ?? []
    where given.contains(dependency.parent) || given.contains(dependency.child) {
      try check(dependency, draft, index)
    }
  }

  private func check(_ dependency: PickListDependency, _ draft: RecordDraft, _ index: Int) throws {
    let parents = try choices(draft, dependency.parent)
    let allowed = parents.flatMap { dependency.allowed[$0] ?? [] }
    guard !parents.isEmpty, parents.allSatisfy({ dependency.allowed[$0] != nil }),
      try !choices(draft, dependency.child).allSatisfy(allowed.contains)
    else { return }
    throw RowOutcome.failure(
      "MAPPING_MISMATCH", "the given value is not mapped to the value of the parent field",
      [
        "mapped_field": .string(dependency.parent), "api_name": .string(dependency.child),
        "json_path": .string("$.data[\(index)].\(dependency.child)"),
        "supported_values": .array(allowed.map(JSONValue.string)),
      ])
  }

  /// What is chosen in a list: one, or several.
  private func choices(_ draft: RecordDraft, _ apiName: String) throws -> [String] {
    guard let text = draft.text(apiName) else { return [] }
    let isMultiple =
      fields.first { $0.apiName == apiName }?.dataType == .multiselectpicklist
    guard isMultiple else { return [text] }
    return (try JSONValue(parsing: text).arrayValue ?? []).compactMap(\.stringValue)
  }
}
