import FoundationEssentials
import Sales

extension Request where Response == [WriteResult] {
  /// Sets a field to the same value in many records, 500 at most.
  ///
  /// CRM takes one field, for deals up to three; look-ups, mail addresses and long texts not at all.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/mass-update.html>
  public static func massUpdate(
    _ ids: [String], of module: String, _ fields: RecordFields
  ) -> Self {
    var request = action(
      "mass_update", module,
      ["data": .list([.object(fields)]), "ids": .list(ids.map(FieldValue.text))], count: ids.count)
    let most = module == "Deals" ? 3 : 1
    if fields.isEmpty || fields.count > most {
      request.problem = "\(fields.count) fields: CRM sets 1 to \(most) of \(module) at once"
    }
    return request
  }

  /// Gives records to another user, 500 at most.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/change-owner.html>
  ///
  /// - Parameters:
  ///   - notifies: Whether CRM mails the new owner.
  ///   - related: What goes along: `Tasks`, `Events`, `Calls`.
  public static func changeOwner(
    of ids: [String], in module: String, to owner: User.ID, notifies: Bool = false,
    related: [String] = []
  ) -> Self {
    action(
      "change_owner", module,
      [
        "owner": .reference(id: owner.rawValue, name: nil), "notify": .bool(notifies),
        "ids": .list(ids.map(FieldValue.text)),
        "related_modules": .list(related.map { .object(["api_name": .text($0)]) }),
      ], count: ids.count)
  }
}
