import FoundationEssentials
import Sales

/// A record that CRM has taken.
public struct WrittenRecord: Hashable, Sendable, Codable {
  /// Its id.
  public let id: String
  /// Its new `Modified_Time` as CRM wrote it, when it said so.
  public let version: String?
  /// What an upsert did: `insert` or `update`.
  public let action: String?
}

/// What became of one record of several.
public enum WriteResult: Hashable, Sendable {
  /// It was taken.
  case written(WrittenRecord)
  /// It was not, for a reason that concerns it alone.
  case refused(ZohoError)
}

extension Request where Response == WrittenRecord {
  /// Changes fields of a record; the others stay.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/update-records.html>
  ///
  /// - Parameters:
  ///   - version: The record's version the change is based on. CRM refuses it with `alreadyModified`
  ///     when the record has changed since.
  ///   - runsWorkflows: Whether the organization's rules run on it, as they do on a change by hand.
  public static func update(
    _ id: String, of module: String, _ fields: RecordFields, version: String?,
    runsWorkflows: Bool = true
  ) -> Self {
    Request(
      .crm, .put, "/\(PathSegment.of(module))/\(PathSegment.of(id))",
      headers: version.map { [("if-unmodified-since", $0)] } ?? [],
      json: WriteBody(data: [fields], trigger: runsWorkflows ? nil : [])
    ) { reply in try WriteResult.only(reply) }
  }

  /// Changes fields of a deal, such as `["Stage": "Closed Won"]`.
  public static func updateDeal(
    _ id: Deal.ID, _ fields: RecordFields, version: String?
  ) -> Self {
    update(id.rawValue, of: "Deals", fields, version: version)
  }

  /// Makes one record.
  public static func insert(_ fields: RecordFields, into module: String) -> Self {
    Request(
      .crm, .post, "/\(PathSegment.of(module))", json: WriteBody(data: [fields])
    ) { reply in try WriteResult.only(reply) }
  }

  /// Deletes a record; it stays in the recycle bin for sixty days.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/delete-records.html>
  public static func delete(_ id: String, of module: String) -> Self {
    Request(
      .crm, .delete, "/\(PathSegment.of(module))/\(PathSegment.of(id))"
    ) { reply in try WriteResult.only(reply) }
  }
}

extension Request where Response == [WriteResult] {
  /// Makes records, 100 at most, each with its own result, in the order given.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html>
  public static func insert(
    _ records: [RecordFields], into module: String, runsWorkflows: Bool = true
  ) -> Self {
    batch(
      .post, "/\(PathSegment.of(module))",
      WriteBody(data: records, trigger: runsWorkflows ? nil : []))
  }

  /// Changes records, each named by its member `id`, 100 at most, each with its own result, in the
  /// order given. CRM compares no versions here.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/update-records.html>
  public static func update(_ records: [RecordFields], of module: String) -> Self {
    batch(.put, "/\(PathSegment.of(module))", WriteBody(data: records))
  }

  /// Makes records or changes those that have the same values in the fields named, 100 at most.
  ///
  /// Only fields marked unique may be named. Beware that CRM goes by a module's own key when none
  /// is: deals of the same name would be overwritten.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/upsert-records.html>
  public static func upsert(
    _ records: [RecordFields], into module: String, matching fields: [String],
    runsWorkflows: Bool = true
  ) -> Self {
    batch(
      .post, "/\(PathSegment.of(module))/upsert",
      WriteBody(
        data: records, trigger: runsWorkflows ? nil : [], duplicateCheckFields: fields))
  }

  /// Deletes records, 100 at most.
  public static func delete(_ ids: [String], of module: String) -> Self {
    var request = Request(
      .crm, .delete, "/\(PathSegment.of(module))",
      query: [("ids", ids.joined(separator: ","))]
    ) { reply in try WriteResult.all(reply, expected: ids.count) }
    request.answersByRecord = true
    return request
  }

  static func batch(_ method: Method, _ path: String, _ body: WriteBody) -> Self {
    var request = Request(.crm, method, path, json: body) { reply in
      try WriteResult.all(reply, expected: body.data.count)
    }
    request.answersByRecord = true
    return request
  }
}

/// What CRM takes: records under `data`. No `trigger` runs every rule, an empty one none.
struct WriteBody: Encodable, Sendable {
  let data: [RecordFields]
  var trigger: [String]?
  var duplicateCheckFields: [String]?

  enum CodingKeys: String, CodingKey {
    case data, trigger
    case duplicateCheckFields = "duplicate_check_fields"
  }
}

extension WriteResult {
  /// The result of a write of one record, or its refusal thrown.
  static func only(_ reply: Reply) throws -> WrittenRecord {
    switch try all(reply, expected: 1)[0] {
    case .written(let record): return record
    case .refused(let error): throw error
    }
  }

  /// The results in the order of the records sent. Fewer or more than were sent make no sense.
  static func all(
    _ reply: Reply, expected: Int, under name: String = "data"
  ) throws -> [WriteResult] {
    let rows = try Envelope<[WriteRow]>.read(reply, [name]).content(reply, [name])
    guard rows.count == expected else {
      throw ZohoError.unreadable(
        path: reply.path, status: reply.status,
        reason: "\(rows.count) results for \(expected) records")
    }
    return try rows.map { row in
      guard row.code == "SUCCESS" else {
        let said = ReplyMessage(
          code: row.code, message: row.message ?? "",
          details: row.details.map(ReplyMessage.flat) ?? [:], isInRows: true)
        return .refused(
          ZohoError(
            said, status: reply.status, from: .crm, retryAfter: reply.retryAfter, isRecord: true)
        )
      }
      let details = row.details?.fields ?? [:]
      guard let id = details["id"]?.text else {
        throw ZohoError.unreadable(
          path: reply.path, status: reply.status, reason: "a success without an id")
      }
      return .written(
        WrittenRecord(
          id: id, version: details["Modified_Time"]?.text, action: row.action))
    }
  }
}

/// One record's own answer.
private struct WriteRow: Decodable {
  let code: String
  let message: String?
  let action: String?
  let details: FieldValue?
}
