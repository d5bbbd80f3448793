import FoundationEssentials
import GRDB

/// Up to five calls in one, with or without a common fate.
/// https://www.zoho.com/crm/developer/docs/api/v8/composite-api.html
extension CRMCall {
  static let compositeRoutes = [
    CRMRoute("POST", "__composite_requests", "composite_requests.CUSTOM") { try $0.composite() }
  ]

  private static let mostSteps = 5

  /// What became of one step.
  private enum Fate {
    case answered(ZohoReply)
    case refused(code: String, message: String, details: JSONObject)

    var hasFailed: Bool {
      if case .answered(let reply) = self { reply.status >= 400 } else { true }
    }
  }

  private func composite() throws -> ZohoReply {
    let body = try body()
    let rollsBack = body["rollback_on_fail"]?.boolValue ?? false
    let isParallel = ["parallel_execution", "concurrent_execution"].first {
      body[$0]?.boolValue == true
    }
    if rollsBack, let isParallel {
      throw Refusal.crm(
        400, "AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing the request",
        details: [
          "ambiguity_due_to": .array(
            ["rollback_on_fail", isParallel].map {
              ["api_name": .string($0), "json_path": "$.\($0)"]
            })
        ])
    }
    let steps = try steps(body)
    var fates: [Fate?] = []
    if rollsBack {
      try db.inSavepoint {
        fates = try run(steps, stopping: true)
        return fates.contains { $0?.hasFailed != false } ? .rollback : .commit
      }
    } else {
      fates = try run(steps, stopping: false)
    }
    return reply(steps, fates, rollsBack: rollsBack)
  }

  private func steps(_ body: JSONObject) throws -> [CompositeStep] {
    let name = "__composite_requests"
    let path: JSONObject = ["api_name": .string(name), "json_path": "$.\(name)"]
    guard let list = body[name] else {
      throw Refusal.crm(400, "MANDATORY_NOT_FOUND", "required field not found", details: path)
    }
    guard let values = list.arrayValue, !values.isEmpty else {
      var details = path
      details["expected_data_type"] = "jsonarray"
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    guard values.count <= Self.mostSteps else {
      var details = path
      details["maximum_length"] = JSONValue(Self.mostSteps)
      throw Refusal.crm(400, "INVALID_DATA", "invalid data", details: details)
    }
    let steps = try values.enumerated().map { try CompositeStep($1, index: $0) }
    for (index, step) in steps.enumerated()
    where steps[..<index].contains(where: { $0.id == step.id }) {
      throw Refusal.crm(
        400, "DUPLICATE_DATA", "duplicate data",
        details: [
          "api_name": "sub_request_id", "json_path": "$.\(name)[\(index)].sub_request_id",
        ])
    }
    return steps
  }

  /// Runs each step once those that it refers to have answered.
  private func run(_ steps: [CompositeStep], stopping: Bool) throws -> [Fate?] {
    var fates = [Fate?](repeating: nil, count: steps.count)
    var answers: [String: JSONValue] = [:]
    let known = Set(steps.map(\.id))
    while let index = steps.indices.first(where: { place in
      fates[place] == nil
        && steps[place].references.intersection(known).allSatisfy { answers[$0] != nil }
    }) {
      let fate = try run(steps[index], index: index, answers)
      fates[index] = fate
      var answer = JSONValue.object([:])
      if case .answered(let reply) = fate, let body = try? JSONValue(parsing: reply.body) {
        answer = body
      }
      answers[steps[index].id] = answer
      if stopping, fate.hasFailed { return fates }
    }
    // What is left waits for itself.
    let waiting = steps.indices.filter { fates[$0] == nil }
    for index in waiting {
      fates[index] = .refused(
        code: "LOOPING_FOUND", message: "Looping found in the references",
        details: [
          "dependent_data": .array(
            waiting.map { place in
              [
                "sub_request_id": .string(steps[place].id),
                "referred_sub_request_ids": .array(
                  steps[place].references.sorted().map(JSONValue.string)),
              ]
            })
        ])
    }
    return fates
  }

  private func run(
    _ step: CompositeStep, index: Int, _ answers: [String: JSONValue]
  ) throws -> Fate {
    let asked: ZohoRequest
    do {
      asked = try step.request(answers, baseURL: request.baseURL)
    } catch let unknown as CompositeReference.Unknown {
      return .refused(
        code: "INVALID_REFERENCE", message: "The given reference is invalid",
        details: [
          "api_name": "sub_request_id", "json_path": "$.__composite_requests[\(index)]",
          "reference": .string(unknown.text),
        ])
    }
    var fate = Fate.answered(.empty(204))
    do {
      // A call that is refused leaves nothing behind, as it would by itself.
      try db.inSavepoint {
        fate = .answered(try answer(asked))
        return .commit
      }
    } catch let refusal as Refusal {
      fate = .answered(refusal.reply)
    }
    return fate
  }

  private func answer(_ asked: ZohoRequest) throws -> ZohoReply {
    var asked = asked
    asked.path = CRMService.path(asked.path)
    let path = Array(asked.path.dropFirst(2))
    guard asked.path.prefix(2) == ["crm", "v8"], !path.isEmpty else {
      throw Refusal.crmUnknownPath
    }
    let matches = CRMRoutes.matches(path)
    let match = matches.first { $0.route.method == asked.method }
    var call = try CRMCall(
      asked, caller, parameters: match?.parameters ?? [:], db, metadata, now: now)
    call.bulkPace = bulkPace
    return try call.answer(match, among: matches)
  }

  private func reply(_ steps: [CompositeStep], _ fates: [Fate?], rollsBack: Bool) -> ZohoReply {
    let failed = rollsBack ? fates.firstIndex { $0?.hasFailed == true } : nil
    var ran = 0
    let rows = steps.indices.map { index -> JSONValue in
      let fate: Fate
      switch fates[index] {
      case nil:
        fate = .refused(
          code: "PROCESSING_STOPPED", message: "Processing stopped as a sub request failed",
          details: [:])
      case .answered?:
        if let failed, index != failed {
          fate = .refused(
            code: "ROLLBACK_PERFORMED", message: "rolled back as a sub request failed",
            details: ["rollbacked_by_sub_request_index": JSONValue(failed)])
        } else {
          fate = fates[index] ?? .answered(.empty(204))
        }
      case let other?: fate = other
      }
      if case .answered = fate { ran += 1 }
      return Self.row(steps[index], fate)
    }
    let status = ran == steps.count ? 200 : ran == 0 ? 400 : 207
    return .json(status, ["__composite_requests": .array(rows)])
  }

  private static func row(_ step: CompositeStep, _ fate: Fate) -> JSONValue {
    var row: JSONObject = [:]
    switch fate {
    case .answered(let reply):
      let headers = JSONObject(reply.headers.map { ($0.name, JSONValue.string($0.value)) })
      row["code"] = "SUCCESS"
      row["details"] = [
        "response": [
          "status_code": JSONValue(reply.status), "headers": .object(headers),
          "body": (try? JSONValue(parsing: reply.body)) ?? .object([:]),
        ]
      ]
      row["message"] = "completed"
      row["status"] = "success"
    case .refused(let code, let message, let details):
      row["code"] = .string(code)
      row["details"] = .object(details)
      row["message"] = .string(message)
      row["status"] = "error"
    }
    row["sub_request_id"] = .string(step.id)
    return .object(row)
  }
}
