import GRDB

/// https://www.zoho.com/crm/developer/docs/api/v8/create-pipelines.html
extension CRMCall {
  static let pipelineRoutes = [
    CRMRoute("POST", "settings/pipeline", "settings.pipeline.CREATE") {
      try $0.createPipelines()
    },
    CRMRoute("PUT", "settings/pipeline", "settings.pipeline.UPDATE") { try $0.updatePipelines() },
    CRMRoute("PATCH", "settings/pipeline", "settings.pipeline.UPDATE") {
      try $0.updatePipelines()
    },
    CRMRoute("PUT", "settings/pipeline/{id}", "settings.pipeline.UPDATE") {
      try $0.updatePipelines()
    },
    CRMRoute("PATCH", "settings/pipeline/{id}", "settings.pipeline.UPDATE") {
      try $0.updatePipelines()
    },
    CRMRoute("POST", "settings/pipeline/actions/transfer", "settings.pipeline.CREATE") {
      try $0.transferPipeline()
    },
  ]

  private func createPipelines() throws -> ZohoReply {
    let layout = try pipelineLayout()
    return try settingOutcomes("pipeline", settingRows("pipeline", atMost: 1), success: 201) {
      row, path in
      let name = try path.text("display_value", of: row, atMost: 50)
      guard !metadata.pipelines.contains(where: { $0.name == name }) else {
        throw path.duplicate("display_value")
      }
      guard let maps = row["maps"]?.arrayValue, !maps.isEmpty else { throw path.missing("maps") }
      let pipeline = CRMPipeline(
        id: try RecordIDs.next(.crm, db), layoutID: layout, name: name,
        isDefault: row["default"] == true, stages: try stages(maps, path),
        sequence: (metadata.pipelines.map(\.sequence).max() ?? 0) + 1)
      if pipeline.isDefault { try clearDefault(of: layout) }
      try pipeline.insert(db)
      if var field = metadata.field("Pipeline", of: "Deals") {
        var choice = PickListValue(name)
        choice.id = try RecordIDs.next(.crm, db)
        field.pickList.append(choice)
        try field.update(db)
      }
      try logSetting(.created, "pipeline", pipeline.id, ["display_value": .string(name)])
      return .success("pipeline created", details: ["id": .string(pipeline.id)])
    }
  }

  private func clearDefault(of layout: String) throws {
    try db.execute(
      sql: "UPDATE crm_pipelines SET isDefault = 0 WHERE layoutID = ?", arguments: [layout])
  }

  /// The stages that a body names by id, in the order of their numbers.
  private func stages(_ maps: [JSONValue], _ path: SettingPath) throws -> [String] {
    let known = metadata.field("Stage", of: "Deals")?.pickList ?? []
    let placed = try maps.enumerated().map { index, map -> (Int, String) in
      guard let id = map["id"]?.idText else { throw path.missing("maps[\(index)].id") }
      guard let stage = known.first(where: { $0.id == id }) else {
        throw path.unknownID("maps[\(index)].id")
      }
      return (map["sequence_number"]?.intValue ?? index + 1, stage.actualValue)
    }
    return placed.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
      .map(\.element.1)
  }

  private func updatePipelines() throws -> ZohoReply {
    let layout = try pipelineLayout()
    return try settingOutcomes("pipeline", settingRows("pipeline", atMost: 1), success: 200) {
      row, path in
      guard let id = parameters["id"] ?? row["id"]?.idText else { throw path.missing("id") }
      guard
        var pipeline = metadata.pipelines.first(where: { $0.id == id && $0.layoutID == layout })
      else { throw path.unknownID("id") }
      if row["_delete"] != nil {
        try delete(pipeline, path)
        return .success("pipeline deleted", details: ["id": .string(id)])
      }
      if let name = try path.optionalText("display_value", of: row, atMost: 50),
        name != pipeline.name
      {
        guard !metadata.pipelines.contains(where: { $0.name == name }) else {
          throw path.duplicate("display_value")
        }
        try rename(pipeline, to: name)
        pipeline.name = name
      }
      if let maps = row["maps"]?.arrayValue {
        let removed = maps.filter { $0["_delete"] != nil }
        let gone = Set(removed.isEmpty ? [] : try stages(removed, path))
        try refuseUsed(gone, in: pipeline, path)
        let named = try stages(maps.filter { $0["_delete"] == nil }, path)
        pipeline.stages =
          named + pipeline.stages.filter { !named.contains($0) && !gone.contains($0) }
      }
      if row["default"] == true {
        try clearDefault(of: layout)
        pipeline.isDefault = true
      }
      try pipeline.update(db)
      try logSetting(.changed, "pipeline", id, ["display_value": .string(pipeline.name)])
      return .success("pipeline updated", details: ["id": .string(id)])
    }
  }

  private func rename(_ pipeline: CRMPipeline, to name: String) throws {
    try db.execute(
      sql: "UPDATE crm_Deals SET \"Pipeline\" = ? WHERE \"Pipeline\" = ?",
      arguments: [name, pipeline.name])
    try db.execute(
      sql: "UPDATE crm_blueprints SET pipeline = ? WHERE pipeline = ?",
      arguments: [name, pipeline.name])
    guard var field = metadata.field("Pipeline", of: "Deals") else { return }
    for index in field.pickList.indices where field.pickList[index].actualValue == pipeline.name {
      field.pickList[index].actualValue = name
      field.pickList[index].displayValue = name
    }
    try field.update(db)
  }

  private func dealCount(_ pipeline: String, stage: String? = nil) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT COUNT(*) FROM crm_Deals
        WHERE "Pipeline" = :pipeline AND (:stage IS NULL OR "Stage" = :stage)
        """, arguments: ["pipeline": pipeline, "stage": stage]) ?? 0
  }

  private func refuseUsed(
    _ stages: Set<String>, in pipeline: CRMPipeline, _ path: SettingPath
  ) throws {
    for stage in stages where try dealCount(pipeline.name, stage: stage) > 0 {
      throw path.failure(
        "CANNOT_DELETE", "the stage is in use", "maps", ["value": .string(stage)])
    }
  }

  private func delete(_ pipeline: CRMPipeline, _ path: SettingPath) throws {
    guard !pipeline.isDefault, try dealCount(pipeline.name) == 0 else {
      throw RowOutcome.failure(
        "CANNOT_DELETE", "the pipeline is in use", ["id": .string(pipeline.id)])
    }
    try pipeline.delete(db)
    if var field = metadata.field("Pipeline", of: "Deals") {
      field.pickList.removeAll { $0.actualValue == pipeline.name }
      try field.update(db)
    }
    try logSetting(.deleted, "pipeline", pipeline.id, ["display_value": .string(pipeline.name)])
  }

  /// Moves all deals of a pipeline to another, stage by stage.
  private func transferPipeline() throws -> ZohoReply {
    let layout = try pipelineLayout()
    let rows = try settingRows("transfer_pipeline", atMost: 1)
    return try settingOutcomes("transfer_pipeline", rows, success: 200) { row, path in
      func pipeline(_ side: String) throws -> CRMPipeline {
        guard let id = row["pipeline"]?[side]?.idText else {
          throw path.missing("pipeline.\(side)")
        }
        let found = metadata.pipelines.first { $0.id == id && $0.layoutID == layout }
        guard let found else { throw path.unknownID("pipeline.\(side)") }
        return found
      }
      let source = try pipeline("from")
      let target = try pipeline("to")
      let choices = metadata.field("Stage", of: "Deals")?.pickList ?? []
      var mapped: [String: String] = [:]
      for (index, pair) in (row["stages"]?.arrayValue ?? []).enumerated() {
        let ends = ["from", "to"].map { side in
          choices.first { $0.id == pair[side]?.idText }?.actualValue
        }
        guard let from = ends[0] else { throw path.unknownID("stages[\(index)].from") }
        guard let to = ends[1], target.stages.contains(to) else {
          throw path.unknownID("stages[\(index)].to")
        }
        mapped[from] = to
      }
      for stage in source.stages where mapped[stage] == nil {
        guard !target.stages.contains(stage) else { continue }
        guard try dealCount(source.name, stage: stage) == 0 else { throw path.missing("stages") }
      }
      let moved = try transfer(source, target, mapped)
      let job = try keepJob("transfer_pipeline", "Deals", ["Updated_Count": JSONValue(moved)])
      return .success("transfer pipeline scheduled", details: ["job_id": .string(job)])
    }
  }

  private func transfer(
    _ source: CRMPipeline, _ target: CRMPipeline, _ mapped: [String: String]
  ) throws -> Int {
    guard let deals = metadata.module("Deals") else { return 0 }
    var writer = try RecordWriter(deals, self)
    writer.isTransition = true
    let found = try Row.fetchAll(
      db, sql: "SELECT id, \"Stage\" FROM crm_Deals WHERE \"Pipeline\" = ? ORDER BY id",
      arguments: [source.name])
    for deal in found {
      let stage: String = deal["Stage"] ?? ""
      try writer.update(
        deal["id"],
        ["Pipeline": .string(target.name), "Stage": .string(mapped[stage] ?? stage)], index: 0)
    }
    return found.count
  }
}
