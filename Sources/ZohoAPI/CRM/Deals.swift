import FoundationEssentials
import Sales

/// A record together with the mark by which CRM tells whether it has changed since.
public struct Versioned<Record: Hashable & Sendable>: Hashable, Sendable {
  /// The record.
  public let record: Record
  /// Its `Modified_Time` as CRM wrote it, for `If-Unmodified-Since`; nil when CRM did not say.
  public let version: String?

  /// A record as of a version.
  public init(record: Record, version: String?) {
    self.record = record
    self.version = version
  }
}

extension List where Row == Deal {
  /// The deals of the organization, least recently changed first.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-records.html>
  ///
  /// - Parameters:
  ///   - currency: The home currency, for amounts of records that name none.
  ///   - modifiedSince: Only what changed after that instant of the server's clock; nil for all.
  public static func deals(currency: Currency, modifiedSince: Date? = nil) -> List<Deal> {
    module("Deals", fields: DealRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince) {
      (record: DealRecord, _) in record.deal(home: currency)
    }
  }
}

extension Request where Response == Versioned<Deal>? {
  /// One deal with its version; nil when there is none of that id.
  ///
  /// - Parameter currency: The home currency, for a record that names none.
  public static func deal(_ id: Deal.ID, currency: Currency) -> Self {
    Request(
      .crm, .get, "/Deals/" + PathSegment.of(id.rawValue),
      query: [("fields", DealRecord.CodingKeys.fieldNames.joined(separator: ","))]
    ) { reply in
      try CRMRows.all(reply, "data") { (record: DealRecord) in
        Versioned(record: record.deal(home: currency), version: record.modifiedTimeText)
      }.first
    }
  }
}

extension Request where Response == [Versioned<Deal>] {
  /// Deals by id with their versions, 100 at most. Those that are not there are missing in the answer.
  ///
  /// - Parameter currency: The home currency, for records that name none.
  public static func deals(_ ids: [Deal.ID], currency: Currency) -> Self {
    Request(
      .crm, .get, "/Deals",
      query: [
        ("ids", ids.map(\.rawValue).joined(separator: ",")),
        ("fields", DealRecord.CodingKeys.fieldNames.joined(separator: ",")),
      ]
    ) { reply in
      try CRMRows.all(reply, "data") { (record: DealRecord) in
        Versioned(record: record.deal(home: currency), version: record.modifiedTimeText)
      }
    }
  }
}

extension List where Row == StageChange {
  /// The stages a deal has been through, in the server's order (related list `Stage_History`).
  public static func stageHistory(of deal: Deal.ID) -> List<StageChange> {
    crm(
      "/Deals/\(PathSegment.of(deal.rawValue))/Stage_History",
      query: [("fields", StageHistoryRecord.CodingKeys.fieldNames.joined(separator: ","))]
    ) { (record: StageHistoryRecord, _) in
      StageChange(stage: Stage.ID(record.stage), time: record.time, by: record.by?.name)
    }
  }
}

/// A row of `Stage_History`. Where the stage is a look-up, its name counts.
struct StageHistoryRecord: Decodable, Sendable {
  let stage: String
  let time: Date
  let by: Lookup?

  enum CodingKeys: String, CodingKey, CaseIterable {
    case stage = "Stage"
    case time = "Modified_Time"
    case by = "Modified_By"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if let text = try? container.decode(String.self, forKey: .stage) {
      stage = text
    } else {
      stage = try container.decode(Lookup.self, forKey: .stage).name ?? ""
    }
    guard let time = try container.time(.time) else {
      throw DecodingError.keyNotFound(
        CodingKeys.time, .init(codingPath: decoder.codingPath, debugDescription: "no time"))
    }
    self.time = time
    by = try container.decodeIfPresent(Lookup.self, forKey: .by)
  }
}
