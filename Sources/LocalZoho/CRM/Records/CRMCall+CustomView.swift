import GRDB

extension CRMCall {
  /// The view that `cvid` names; nil when the parameter is absent.
  func customView(of module: CRMModule) throws -> CRMCustomView? {
    guard let id = request.query["cvid"] else { return nil }
    guard
      let view = metadata.customViews.first(where: { $0.id == id && $0.module == module.apiName })
    else { throw Refusal.crmInvalidParameter("cvid") }
    return view
  }

  func addCondition(of view: CRMCustomView, to filter: inout RecordFilter) {
    switch view.filter {
    case .all: break
    case .mine: filter.add("r.\"Owner\" = ?", userID.databaseValue)
    case .openDeals: addStages("Open", to: &filter)
    case .wonDeals: addStages("Closed Won", to: &filter)
    }
  }

  private func addStages(_ category: String, to filter: inout RecordFilter) {
    let stages = metadata.field("Stage", of: "Deals")?.pickList ?? []
    let names = stages.filter { $0.stage?.dealCategory == category }.map(\.actualValue)
    filter.conditions.append(
      "r.\"Stage\" IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
    filter.arguments += names.map(\.databaseValue)
  }
}
