/// What is known of a lock, as fields of a module of its own.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-locking-information.html
enum LockingInformation {
  static let module = CRMModule(
    id: "4150868000000018000", apiName: "Locking_Information__s",
    singularLabel: "Locking Information", pluralLabel: "Locking Information",
    nameField: "Locked_Reason__s", isAPISupported: false, sequence: 0)

  static let fields: [CRMField] = [
    CRMField("Locked_For__s", "Locked For", .jsonobject),
    CRMField("Locked_Reason__s", "Locked Reason", .textarea, required: true),
    CRMField("Locked_By__s", "Locked By", .ownerlookup, readOnly: true),
    CRMField("Locked_Time__s", "Locked Time", .datetime, readOnly: true),
    CRMField("Lock_Source__s", "Lock Source", .text, readOnly: true),
    CRMField("Feature_Type__s", "Feature Type", .text, readOnly: true),
    CRMField(
      "Record_Locking_Configuration_Id__s", "Record Locking Configuration", .bigint,
      readOnly: true),
    CRMField("Record_Locking_Rule_Id__s", "Record Locking Rule", .bigint, readOnly: true),
  ].enumerated().map { index, field in
    var field = field
    field.id = String(4_150_868_000_000_018_100 + index)
    field.module = "Locking_Information__s"
    field.sequence = index + 1
    return field
  }
}
