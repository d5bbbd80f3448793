import FoundationEssentials

/// `GET /settings/…`, what the organization is made of.
extension CRMCall {
  static let settingsRoutes = [
    CRMRoute("GET", "settings/modules", "settings.modules.READ") { try $0.modules() },
    CRMRoute("GET", "settings/modules/{name}", "settings.modules.READ") { try $0.oneModule() },
    CRMRoute("GET", "settings/fields", "settings.fields.READ") { try $0.fields() },
    CRMRoute("GET", "settings/fields/{id}", "settings.fields.READ") { try $0.fields() },
    CRMRoute("GET", "settings/layouts", "settings.layouts.READ") { try $0.layouts() },
    CRMRoute("GET", "settings/layouts/{id}", "settings.layouts.READ") { try $0.layouts() },
    CRMRoute("GET", "settings/pipeline", "settings.pipeline.READ") { try $0.pipelines() },
    CRMRoute("GET", "settings/pipeline/{id}", "settings.pipeline.READ") { try $0.pipelines() },
    CRMRoute("GET", "settings/related_lists", "settings.related_lists.READ") {
      try $0.relatedLists()
    },
    CRMRoute("GET", "settings/related_lists/{id}", "settings.related_lists.READ") {
      try $0.relatedLists()
    },
    CRMRoute("GET", "settings/custom_views", "settings.custom_views.READ") {
      try $0.customViews()
    },
    CRMRoute("GET", "settings/custom_views/{id}", "settings.custom_views.READ") {
      try $0.customViews()
    },
  ]

  private func modules() throws -> ZohoReply {
    .json(
      200,
      [
        "modules": .array(
          metadata.modules.filter(\.isAPISupported).map { .object(MetadataReplies.module($0)) })
      ])
  }

  private func oneModule() throws -> ZohoReply {
    let name = parameters["name"]
    guard
      let module = metadata.modules.first(where: {
        ($0.apiName == name || $0.id == name) && $0.isAPISupported
      })
    else { throw Refusal.crmUnknownModule(2) }
    return .json(200, ["modules": [MetadataReplies(metadata).wholeModule(module)]])
  }

  /// Whether the path names this one, or none.
  private func isWanted(_ id: String) -> Bool { parameters["id"].map { $0 == id } ?? true }

  func settingsModule() throws -> CRMModule {
    let name = try parameter("module")
    guard let module = metadata.module(name), module.isAPISupported else {
      throw Refusal.crm(
        400, "INVALID_MODULE", "the module name given seems to be invalid",
        details: ["param_name": "module"])
    }
    return module
  }

  private func fields() throws -> ZohoReply {
    // A module that no call reaches by its name; its fields are asked for like those of others.
    guard request.query["module"] != LockingInformation.module.apiName else {
      let replies = MetadataReplies(metadata)
      return .json(
        200,
        [
          "fields": .array(
            LockingInformation.fields.map { replies.field($0, of: LockingInformation.module) })
        ])
    }
    let module = try settingsModule()
    let type = request.query["type"] ?? "all"
    guard ["all", "used", "unused"].contains(type) else {
      throw Refusal.crmInvalidParameter("type")
    }
    var fields = metadata.fields(of: module.apiName).filter { !$0.apiName.hasPrefix("$") }
    if type == "unused" { fields = [] }
    if let id = parameters["id"] { fields = fields.filter { $0.id == id || $0.apiName == id } }
    guard !fields.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["fields": .array(fields.map { replies.field($0, of: module) })])
  }

  private func layouts() throws -> ZohoReply {
    let module = try settingsModule()
    let layouts = metadata.layouts.filter {
      $0.module == module.apiName && isWanted($0.id)
    }
    guard !layouts.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["layouts": .array(layouts.map { replies.layout($0, of: module) })])
  }

  private func pipelines() throws -> ZohoReply {
    let layoutID = try pipelineLayout()
    let pipelines = metadata.pipelines.filter {
      $0.layoutID == layoutID && isWanted($0.id)
    }
    guard !pipelines.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["pipeline": .array(pipelines.map(replies.pipeline))])
  }

  /// The layout that `layout_id` names.
  func pipelineLayout() throws -> String {
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
    return layoutID
  }

  private func relatedLists() throws -> ZohoReply {
    let module = try settingsModule()
    let lists = metadata.relatedLists.filter {
      $0.module == module.apiName && isWanted($0.id)
    }
    guard !lists.isEmpty else { return .empty(204) }
    let replies = MetadataReplies(metadata)
    return .json(200, ["related_lists": .array(lists.map(replies.relatedList))])
  }

  private func customViews() throws -> ZohoReply {
    let module = try settingsModule()
    let page = try number("page", 1...Int(Int32.max), usual: 1)
    let perPage = try number("per_page", 1...200, usual: 200)
    let views = metadata.customViews.filter {
      $0.module == module.apiName && isWanted($0.id)
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
