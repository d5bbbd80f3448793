import FoundationEssentials

/// A lock on a record.
public struct RecordLock: Hashable, Sendable, Codable {
  /// The id, with which it is taken off.
  public let id: String
  /// Why.
  public let reason: String?
  /// Who locked it.
  public let owner: String?
}

extension Request where Response == RecordLock? {
  /// The lock on a record; nil when it is not locked.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-record-locking-info.html>
  public static func lock(on id: String, of module: String) -> Self {
    Request(
      .crm, .get, .locks(id, module),
      query: [("fields", "Locked_Reason__s,Locked_By__s,Locked_Time__s")]
    ) { reply in
      try CRMRows.all(reply, "data") { (record: PlainRecord) in
        RecordLock(
          id: record.fields["id"]?.text ?? "", reason: record.fields["Locked_Reason__s"]?.text,
          owner: record.fields["Locked_By__s"]?.text)
      }.first
    }
  }
}

extension Request where Response == WrittenRecord {
  /// Locks a record.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/lock-record.html>
  public static func lock(_ id: String, of module: String, reason: String) -> Self {
    Request(
      .crm, .post, .locks(id, module),
      json: WriteBody(data: [["Locked_Reason__s": .text(reason)]])
    ) { reply in try WriteResult.only(reply) }
  }

  /// Takes a lock off a record.
  ///
  /// - Parameter lock: The lock's id, from `lock(on:of:)`.
  public static func unlock(_ id: String, of module: String, lock: String) -> Self {
    Request(.crm, .delete, .locks(id, module) + "/" + PathSegment.of(lock)) { reply in
      try WriteResult.only(reply)
    }
  }
}

extension String {
  fileprivate static func locks(_ id: String, _ module: String) -> String {
    "/\(PathSegment.of(module))/\(PathSegment.of(id))/Locking_Information__s"
  }
}
