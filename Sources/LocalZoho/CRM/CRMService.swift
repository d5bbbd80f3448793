/// Zoho CRM v8. https://www.zoho.com/crm/developer/docs/api/v8/
struct CRMService: Sendable {
  static let migrations = MetadataTables.migrations

  let store: ZohoStore
  let cache = CRMMetadataCache()

  init(store: ZohoStore) { self.store = store }

  /// Answers a call below `/crm`.
  /// - Throws: ``Refusal`` where the CRM says no; any other error is the server's own fault.
  func handle(_ request: ZohoRequest, caller: Caller) throws -> ZohoReply {
    throw Refusal.crmUnknownPath
  }
}
