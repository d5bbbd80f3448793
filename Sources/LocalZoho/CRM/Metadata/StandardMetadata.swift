import GRDB

/// Writes what a new organization finds into an empty database. Ids are the same every time.
struct StandardMetadata {
  private static let firstID = 4_150_868_000_000_002_001
  private var lastID = firstID - 1

  static func install(_ db: Database) throws {
    var standard = StandardMetadata()
    for (index, module) in StandardModule.all.enumerated() {
      try standard.install(module, sequence: index + 1, db)
    }
    try standard.installRelatedLists(db)
    try standard.installCustomViews(db)
    try standard.installCurrencies(db)
  }

  mutating func nextID() -> String {
    lastID += 1
    return String(lastID)
  }

  /// Lists are shown in the order they were made.
  var sequence: Int { lastID - Self.firstID }

  private mutating func install(
    _ standard: StandardModule, sequence: Int, _ db: Database
  ) throws {
    let module = CRMModule(
      id: nextID(), apiName: standard.apiName, singularLabel: standard.singular,
      pluralLabel: standard.plural, nameField: standard.nameField,
      duplicateCheckField: standard.duplicateCheckField,
      isAPISupported: standard.isAPISupported, sequence: sequence)
    try module.insert(db)
    let layoutID = nextID()
    var fields = standard.fields
    fields.insert(CRMField("id", "ID", .bigint, readOnly: true), at: 0)
    if module.apiName == "Deals" {
      let stages = try installPipelines(layoutID: layoutID, db)
      for index in fields.indices {
        switch fields[index].apiName {
        case "Stage": fields[index].pickList = stages
        case "Pipeline":
          fields[index].pickList = PickListValue.values(
            StandardPipelines.standard.name, StandardPipelines.renewals.name)
        default: break
        }
      }
    }
    var sections: [String] = []
    for index in fields.indices {
      fields[index].id = nextID()
      fields[index].module = module.apiName
      fields[index].sequence = index + 1
      for value in fields[index].pickList.indices where fields[index].pickList[value].id.isEmpty {
        fields[index].pickList[value].id = nextID()
      }
      if let section = fields[index].section, !sections.contains(section) {
        sections.append(section)
      }
      try fields[index].insert(db)
    }
    if module.isAPISupported {
      let numbered = sections.enumerated().map { index, name in
        CRMLayout.Section(id: nextID(), name: name, sequence: index + 1)
      }
      try CRMLayout(id: layoutID, module: module.apiName, name: "Standard", sections: numbered)
        .insert(db)
    }
    try RecordTables.create(module, fields: fields, db)
  }

  /// Returns the choices of the field `Stage`.
  private mutating func installPipelines(
    layoutID: String, _ db: Database
  ) throws -> [PickListValue] {
    var categories: [String: String] = [:]
    let stages = StandardPipelines.stages.map { stage in
      let forecast = StandardPipelines.forecastCategory(stage.category)
      let categoryID = categories[forecast] ?? nextID()
      categories[forecast] = categoryID
      var value = PickListValue(
        stage.name,
        stage: PickListValue.StageTerms(
          probability: stage.probability, dealCategory: stage.category,
          forecastCategory: forecast, forecastCategoryID: categoryID), colour: stage.colour)
      value.id = nextID()
      return value
    }
    let pipelines = [StandardPipelines.standard, StandardPipelines.renewals]
    for (index, pipeline) in pipelines.enumerated() {
      try CRMPipeline(
        id: nextID(), layoutID: layoutID, name: pipeline.name, isDefault: index == 0,
        stages: pipeline.stages, sequence: index + 1
      ).insert(db)
    }
    return stages
  }
}
