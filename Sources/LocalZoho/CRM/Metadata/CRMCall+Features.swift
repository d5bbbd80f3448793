import GRDB

/// What the organization has, and what this server answers.
extension CRMCall {
  static let featureRoutes = [
    CRMRoute("GET", "__features", "features.READ") { try $0.features() },
    CRMRoute("GET", "__features/{feature}", "features.READ") { try $0.features() },
    CRMRoute("GET", "__apis", "apis.READ") { $0.servedCalls() },
  ]

  /// https://www.zoho.com/crm/developer/docs/api/v8/features-api.html
  private func features() throws -> ZohoReply {
    let module = try request.query["module"].map { name in
      guard let module = metadata.module(name), module.isAPISupported else {
        throw Refusal.crm(
          400, "INVALID_MODULE", "the module name given seems to be invalid",
          details: ["param_name": "module"])
      }
      return module
    }
    let own = try CRMField.filter(Column("isCustom") == true).fetchAll(db)
      .filter { module == nil || $0.module == module?.apiName }
    let active = try User.all(db).count { $0.status == "active" }
    let seats = try Organization.current(db).seats
    let features: [(name: String, label: String, used: Int, limit: Int)] = [
      ("custom_field", "Custom Fields", own.count, 300),
      ("unique_field", "Unique Fields", own.count { $0.isUnique }, 10),
      ("user_licenses", "User Licenses", active, seats),
      ("tags", "Tags", try tagCount(module), CRMTag.mostOfModule),
      // The organization has not bought any.
      ("data_enrichment", "Data Enrichment", 0, 0),
    ]
    var names = request.query["api_names"].map { self.names($0) }
    if let feature = parameters["feature"] { names = [feature] }
    let wanted = features.filter { names?.contains($0.name) ?? true }
    guard !wanted.isEmpty else {
      throw Refusal.crm(
        400, "INVALID_DATA", "the feature name given seems to be invalid",
        details: ["param_name": "api_names"])
    }
    let described = wanted.map { feature -> JSONValue in
      [
        "api_name": .string(feature.name), "parent_feature": nil,
        "details": [
          "available_count": ["total": JSONValue(max(0, feature.limit - feature.used))],
          "limits": [
            "total": JSONValue(feature.limit), "edition_limit": JSONValue(feature.limit),
          ], "used_count": ["total": JSONValue(feature.used)],
        ], "components": [], "module_supported": JSONValue(feature.name != "user_licenses"),
        "feature_label": .string(feature.label),
      ]
    }
    return .json(
      200,
      [
        "__features": .array(described),
        "info": [
          "per_page": 200, "count": JSONValue(described.count), "page": 1, "more_records": false,
        ],
      ])
  }

  private func tagCount(_ module: CRMModule?) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM crm_tags WHERE :module IS NULL OR module = :module",
      arguments: ["module": module?.apiName]) ?? 0
  }

  /// The table of routes, in Zoho's words: one entry a path.
  /// https://www.zoho.com/crm/developer/docs/api/v8/apis.html
  private func servedCalls() -> ZohoReply {
    let paths = Dictionary(grouping: CRMRoutes.all) { $0.pattern.joined(separator: "/") }
    return .json(
      200,
      [
        "__apis": .array(
          paths.sorted { $0.key < $1.key }.map { path, routes in
            [
              "path": .string("/crm/v8/\(path)"),
              "operation_types": .array(
                routes.map {
                  [
                    "method": .string($0.method), "oauth_scope": .string("ZohoCRM.\($0.scope)"),
                    "max_credits": 1, "min_credits": 1,
                  ]
                }),
            ]
          })
      ])
  }
}
