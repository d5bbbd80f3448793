import FoundationEssentials

/// `GET /settings/…`, what the organization is made of.
extension CRMCall {
  func settings(_ path: [String]) throws -> ZohoReply {
    guard request.method == "GET" else { throw Refusal.crmWrongMethod }
    switch (path.first, path.count) {
    case ("modules", 1):
      try caller.require("ZohoCRM.settings.modules.READ")
      return .json(
        200,
        [
          "modules": .array(
            metadata.modules.filter(\.isAPISupported).map { .object(MetadataReplies.module($0)) })
        ])
    case ("modules", 2):
      try caller.require("ZohoCRM.settings.modules.READ")
      guard
        let module = metadata.modules.first(where: {
          ($0.apiName == path[1] || $0.id == path[1]) && $0.isAPISupported
        })
      else { throw Refusal.crmUnknownModule(2) }
      return .json(200, ["modules": [MetadataReplies(metadata).wholeModule(module)]])
    case ("fields", 1), ("fields", 2): return try fields(path.dropFirst().first)
    case ("layouts", 1), ("layouts", 2): return try layouts(path.dropFirst().first)
    case ("pipeline", 1), ("pipeline", 2): return try pipelines(path.dropFirst().first)
    case ("related_lists", 1), ("related_lists", 2):
      return try relatedLists(path.dropFirst().first)
    case ("custom_views", 1), ("custom_views", 2):
      return try customViews(path.dropFirst().first)
    default: throw Refusal.crmUnknownPath
    }
  }

  private func settingsModule() throws -> CRMModule {
    let name = try parameter("module")
    guard let module = metadata.module(name), module.isAPISupported else {
      throw Refusal.crm(
        400, "INVALID_MODULE", "the module name given seems to be invalid",
        details: ["param_name": "module"])
    }
    return module
  }

  private func fields(_ id: String?) throws -> ZohoReply {
    try caller.require("ZohoCRM.settings.fields.READ")
    let module = try settingsModule()
    let type = request.query["type"] ?? "all"
    guard ["all", "used", "unused"].contains(type) else {
      throw Refusal.crmInvalidParameter("type")
    }
    var fields = metadata.fields(of: module.apiName).filter { !$0.apiName.hasPrefix("$") }
    if type == "unused" { fields = [] }
    if let id { fields = fields.filter { $0.id == id || $0.apiName == id } }
    guard !fields.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["fields": .array(fields.map { replies.field($0, of: module) })])
  }

  private func layouts(_ id: String?) throws -> ZohoReply {
    try caller.require("ZohoCRM.settings.layouts.READ")
    let module = try settingsModule()
    let layouts = metadata.layouts.filter {
      $0.module == module.apiName && (id == nil || $0.id == id)
    }
    guard !layouts.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["layouts": .array(layouts.map { replies.layout($0, of: module) })])
  }

  private func pipelines(_ id: String?) throws -> ZohoReply {
    try caller.require("ZohoCRM.settings.pipeline.READ")
    guard let layoutID = request.query["layout_id"], !layoutID.isEmpty else {
      throw Refusal.crm(
        400, "REQUIRED_PARAM_MISSING", "One of the expected parameter is missing",
        details: ["param": "layout_id", "param_name": "layout_id"])
    }
    guard metadata.layouts.contains(where: { $0.id == layoutID && $0.module == "Deals" }) else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the id given seems to be invalid",
        details: ["param_name": "layout_id"])
    }
    let pipelines = metadata.pipelines.filter {
      $0.layoutID == layoutID && (id == nil || $0.id == id)
    }
    guard !pipelines.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["pipeline": .array(pipelines.map(replies.pipeline))])
  }

  private func relatedLists(_ id: String?) throws -> ZohoReply {
    try caller.require("ZohoCRM.settings.related_lists.READ")
    let module = try settingsModule()
    let lists = metadata.relatedLists.filter {
      $0.module == module.apiName && (id == nil || $0.id == id)
    }
    guard !lists.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["related_lists": .array(lists.map(replies.relatedList))])
  }

  private func customViews(_ id: String?) throws -> ZohoReply {
    try caller.require("ZohoCRM.settings.custom_views.READ")
    let module = try settingsModule()
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let views = metadata.customViews.filter {
      $0.module == module.apiName && (id == nil || $0.id == id)
    }
    let shown = views.dropFirst((page - 1) * perPage).prefix(perPage)
    guard !shown.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(
      200,
      [
        "custom_views": .array(shown.map { replies.customView($0, of: module) }),
        "info": [
          "per_page": JSONValue(perPage), "count": JSONValue(shown.count),
          "default": JSONValue(views.first(where: \.isDefault)?.id), "page": JSONValue(page),
          "more_records": JSONValue(views.count > page * perPage),
          "translation": [
            "public_views": "Public Views", "other_users_views": "Other Users' Views",
            "shared_with_me": "Shared With Me", "created_by_me": "Created By Me",
          ],
        ],
      ])
  }
}
