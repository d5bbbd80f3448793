/// A call below `/crm/v8`.
typealias CRMRoute = Route<CRMCall>

/// Every call that the CRM knows.
enum CRMRoutes {
  static let all: [CRMRoute] = Route.wordsFirst(
    CRMCall.settingsRoutes + CRMCall.organizationRoutes + CRMCall.userRoutes
      + CRMCall.coqlRoutes + CRMCall.recordRoutes + CRMCall.noteRoutes
      + CRMCall.cloneRoutes + CRMCall.tagRoutes + CRMCall.recordTagRoutes
      + CRMCall.ownerRoutes + CRMCall.massUpdateRoutes + CRMCall.conversionRoutes
      + CRMCall.blueprintRoutes + CRMCall.lockingRoutes + CRMCall.recycleBinRoutes
      + CRMCall.timelineRoutes
      + CRMCall.fieldRoutes + CRMCall.moduleRoutes + CRMCall.pipelineRoutes
      + CRMCall.roleRoutes + CRMCall.profileRoutes + CRMCall.userChangeRoutes
      + CRMCall.currencyRoutes + CRMCall.featureRoutes + CRMCall.layoutRoutes
      + CRMCall.dependencyRoutes + CRMCall.preferenceRoutes + CRMCall.variableRoutes
      + CRMCall.globalPickListRoutes + CRMCall.userGroupRoutes
      + CRMCall.lockingConfigurationRoutes
      + filesJobsAndMessages)

  private static let filesJobsAndMessages =
    CRMCall.fileRoutes + CRMCall.attachmentRoutes + CRMCall.bulkReadRoutes
    + CRMCall.bulkWriteRoutes + CRMCall.watchRoutes + CRMCall.compositeRoutes
    + CRMCall.contactRoleRoutes + CRMCall.dealContactRoutes + CRMCall.linkRoutes
    + CRMCall.mailRoutes + CRMCall.sharingRoutes + CRMCall.photoRoutes

  /// What begins a path and is no module; modules are written with a capital.
  private static let words = Set(
    all.compactMap(\.pattern.first).filter { $0.first?.isUppercase == false && $0.first != "{" })

  typealias Match = (route: CRMRoute, parameters: [String: String])

  /// The routes of that path, for whatever method.
  static func matches(_ path: [String]) -> [Match] {
    let matches = all.compactMap { route in route.parameters(of: path).map { (route, $0) } }
      .filter { $0.1["module"].map(isModule) ?? true }
    // `Deals/search` is no record, whatever the method.
    let known = matches.filter { $0.1["id"].map { Int64($0) != nil } ?? true }
    return known.isEmpty ? matches : known
  }

  static func isModule(_ segment: String) -> Bool { !words.contains(segment) }
}

extension CRMCall {
  /// Answers the call with the route that `match` found for it.
  func answer(_ match: CRMRoutes.Match?, among matches: [CRMRoutes.Match]) throws -> ZohoReply {
    if let first = path.first, CRMRoutes.isModule(first),
      metadata.module(first)?.isAPISupported != true
    {
      throw Refusal.crmUnknownModule(0)
    }
    guard !matches.isEmpty else { throw Refusal.crmUnknownPath }
    guard let match else { throw Refusal.crmWrongMethod }
    let scope = scope(of: match.route)
    try caller.require(scope.hasPrefix("Zoho") ? scope : "ZohoCRM." + scope)
    return try match.route.answer(self)
  }

  private func scope(of route: CRMRoute) -> String {
    guard route.scope.contains("{"), let module = parameters["module"].flatMap(metadata.module)
    else { return route.scope }
    return route.scope.split(separator: ".").map {
      $0 == "{module}" ? module.scopeName : String($0)
    }
    .joined(separator: ".")
  }
}
