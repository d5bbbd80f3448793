/// Which choices of one pick list a layout allows beside a choice of another.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-map-dependency.html
struct PickListDependency {
  var parent: String
  var child: String
  /// The child's choices by those of the parent; a parent's choice that is not here allows all.
  var allowed: [String: [String]]

  /// The active ones of a module, by the ids of its layouts.
  static func all(of module: CRMModule, _ call: CRMCall) throws -> [String: [PickListDependency]] {
    let table = SettingsTable(call)
    var found: [String: [PickListDependency]] = [:]
    for layout in call.metadata.layouts where layout.module == module.apiName {
      found[layout.id] = try table.all(.dependency, of: layout.id).compactMap {
        PickListDependency($0.content)
      }
    }
    return found
  }

  /// Nil when it is switched off.
  private init?(_ content: JSONObject) {
    guard content["active"] != false,
      let parent = content["parent"]?["api_name"]?.stringValue,
      let child = content["child"]?["api_name"]?.stringValue
    else { return nil }
    self.parent = parent
    self.child = child
    allowed = [:]
    for value in content["pick_list_values"]?.arrayValue ?? [] {
      guard let name = value["actual_value"]?.stringValue else { continue }
      allowed[name] = (value["maps"]?.arrayValue ?? []).compactMap {
        $0["actual_value"]?.stringValue
      }
    }
  }
}
