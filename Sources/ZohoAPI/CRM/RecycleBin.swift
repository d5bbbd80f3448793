import FoundationEssentials

/// A record in the recycle bin.
public struct BinnedRecord: Hashable, Sendable, Codable {
  /// Its id.
  public let id: String
  /// What people called it.
  public let name: String
  /// Its module, when CRM says so.
  public let module: String?
  /// When it was deleted, by the server's clock.
  public let time: Date?
  /// Who deleted it.
  public let by: String?
}

extension List where Row == BinnedRecord {
  /// The records in the recycle bin; they stay for sixty days.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-recycle-bin-records.html>
  public static func recycleBin() -> List<BinnedRecord> {
    crm("/settings/recycle_bin", name: "recycle_bin") { (record: PlainRecord, _) in
      let fields = record.fields
      return BinnedRecord(
        id: fields["id"]?.text ?? "", name: fields["display_name"]?.text ?? "",
        module: fields["module"]?.fields?["api_name"]?.text ?? fields["module"]?.text,
        time: fields["deleted_time"]?.text.flatMap(ZohoTime.parse), by: fields["deleted_by"]?.text)
    }
  }
}

extension Request where Response == Void {
  /// Brings a record back from the recycle bin.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/restore-recycle-bin-records.html>
  public static func restore(_ id: String) -> Self {
    Request(
      .crm, .post, "/settings/recycle_bin/\(PathSegment.of(id))/actions/restore"
    ) { reply in _ = try OnlyRow.of(reply, "recycle_bin") }
  }
}
