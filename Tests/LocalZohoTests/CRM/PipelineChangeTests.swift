import Testing

@testable import LocalZoho

@Suite struct PipelineChangeTests {
  private struct Deals {
    var layout: String
    var stages: [String: String]
  }

  private func deals(_ crm: CRMHarness) throws -> Deals {
    let layout = try crm.get("settings/layouts?module=Deals").json.at("layouts", "0", "id")
    let fields = try crm.get("settings/fields?module=Deals").json["fields"]?.arrayValue ?? []
    let stage = fields.first { $0["api_name"] == "Stage" }
    let choices = (stage?["pick_list_values"]?.arrayValue ?? []).compactMap { choice in
      choice["id"]?.stringValue.flatMap { id in
        choice["actual_value"]?.stringValue.map { ($0, id) }
      }
    }
    return Deals(
      layout: try #require(layout?.stringValue),
      stages: Dictionary(choices) { first, _ in first })
  }

  private func pipelines(_ crm: CRMHarness, _ layout: String) throws -> [JSONValue] {
    try crm.get("settings/pipeline?layout_id=\(layout)").json["pipeline"]?.arrayValue ?? []
  }

  @Test func aPipelineIsMadeUsedEmptiedAndDeleted() throws {
    let crm = try CRMHarness()
    let known = try deals(crm)
    let path = "settings/pipeline?layout_id=\(known.layout)"
    let first = try #require(known.stages["Qualification"])
    let last = try #require(known.stages["Closed Won"])
    let made = try crm.call(
      "POST", path,
      """
      {"pipeline":[{"display_value":"Repairs","maps":[
       {"id":"\(last)","sequence_number":2},{"id":"\(first)","sequence_number":1}]}]}
      """)
    let id = try #require(made.json.at("pipeline", "0", "details", "id")?.stringValue)
    #expect(made.status == 201)
    #expect(made.json.at("pipeline", "0", "message") == "pipeline created")
    let shown = try pipelines(crm, known.layout)
    #expect(shown.map { $0["actual_value"] } == ["Standard", "Renewals", "Repairs"])
    #expect(
      shown[2]["maps"]?.arrayValue?.map { $0["actual_value"] } == [
        "Qualification", "Closed Won",
      ])
    let deal = try crm.insert(
      "Deals", #"{"Deal_Name":"Fix","Pipeline":"Repairs","Stage":"Qualification"}"#)
    let renamed = try crm.call(
      "PUT", "settings/pipeline/\(id)?layout_id=\(known.layout)",
      #"{"pipeline":[{"display_value":"Service"}]}"#)
    #expect(renamed.json.at("pipeline", "0", "message") == "pipeline updated")
    #expect(try crm.get("Deals/\(deal)").data[0]["Pipeline"] == "Service")
    let delete = "{\"pipeline\":[{\"id\":\"\(id)\",\"_delete\":{\"permanent\":null}}]}"
    let used = try crm.call("PATCH", path, delete)
    #expect(used.json.at("pipeline", "0", "code") == "CANNOT_DELETE")
    let target = try #require(shown[0]["id"]?.stringValue)
    let moved = try crm.call(
      "POST", "settings/pipeline/actions/transfer?layout_id=\(known.layout)",
      """
      {"transfer_pipeline":[{"pipeline":{"from":"\(id)","to":"\(target)"},
       "stages":[{"from":"\(first)","to":"\(first)"}]}]}
      """)
    #expect(moved.json.at("transfer_pipeline", "0", "code") == "SUCCESS")
    #expect(try crm.get("Deals/\(deal)").data[0]["Pipeline"] == "Standard")
    let gone = try crm.call("PATCH", path, delete)
    #expect(gone.json.at("pipeline", "0", "message") == "pipeline deleted")
    #expect(try pipelines(crm, known.layout).count == 2)
  }

  @Test func pipelinesThatAreRefused() throws {
    let crm = try CRMHarness()
    let path = "settings/pipeline?layout_id=\(try deals(crm).layout)"
    func problem(_ body: String) throws -> [JSONValue?] {
      let answer = try crm.call("POST", path, body).json.at("pipeline", "0")
      return [answer?["code"], answer?.at("details", "json_path")]
    }
    #expect(
      try problem(#"{"pipeline":[{"maps":[]}]}"#) == [
        "MANDATORY_NOT_FOUND", "$.pipeline[0].display_value",
      ])
    #expect(
      try problem(#"{"pipeline":[{"display_value":"Standard"}]}"#) == [
        "DUPLICATE_DATA", "$.pipeline[0].display_value",
      ])
    #expect(
      try problem(#"{"pipeline":[{"display_value":"A","maps":[{"id":"7"}]}]}"#) == [
        "INVALID_DATA", "$.pipeline[0].maps[0].id",
      ])
    #expect(
      try crm.call("POST", "settings/pipeline", "{}").json.at("details", "param_name")
        == "layout_id")
  }
}
