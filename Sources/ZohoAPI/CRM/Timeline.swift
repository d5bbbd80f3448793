import FoundationEssentials

/// Something that happened to a record.
public struct TimelineEntry: Hashable, Sendable, Codable {
  /// A field that changed.
  public struct Change: Hashable, Sendable, Codable {
    /// The field's API name.
    public let field: String
    /// What people see.
    public let label: String
    /// What it held before.
    public let old: String?
    /// What it held afterwards.
    public let new: String?
  }

  /// Its id.
  public let id: String
  /// When, by the server's clock.
  public let time: Date
  /// What, in Zoho's words: `updated`, `transition_executed`, `owner_reassigned`.
  public let action: String
  /// By what way: `crm_ui`, `crm_api`, `workflow`.
  public let source: String
  /// Who did it.
  public let by: String?
  /// What changed.
  public let changes: [Change]
}

extension List where Row == TimelineEntry {
  /// What happened to a record, latest first: the best evidence of who did what.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/timeline-of-a-record.html>
  public static func timeline(of id: String, in module: String) -> List<TimelineEntry> {
    crm(
      "/\(PathSegment.of(module))/\(PathSegment.of(id))/__timeline", name: "__timeline",
      query: [("sort_by", "audited_time"), ("sort_order", "desc")]
    ) { (record: TimelineRecord, _) in record.entry }
  }
}

private struct TimelineRecord: Decodable, Sendable {
  let entry: TimelineEntry

  enum CodingKeys: String, CodingKey {
    case id, action, source
    case time = "audited_time"
    case by = "done_by"
    case changes = "field_history"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let changes = try container.decodeIfPresent([FieldValue].self, forKey: .changes) ?? []
    guard let time = try container.time(.time) else {
      throw DecodingError.keyNotFound(
        CodingKeys.time, .init(codingPath: decoder.codingPath, debugDescription: "no time"))
    }
    entry = TimelineEntry(
      id: try container.id(.id) ?? "", time: time, action: try container.text(.action) ?? "",
      source: try container.text(.source) ?? "",
      by: try container.decodeIfPresent(FieldValue.self, forKey: .by)?.text,
      changes: changes.compactMap(\.fields).map { row in
        let value = row["_value"]?.fields ?? [:]
        return TimelineEntry.Change(
          field: row["api_name"]?.text ?? "", label: row["field_label"]?.text ?? "",
          old: value["old"]?.text, new: value["new"]?.text)
      })
  }
}
