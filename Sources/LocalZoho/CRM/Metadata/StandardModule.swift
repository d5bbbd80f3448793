/// What a new organization finds: a module with its fields.
struct StandardModule {
  var apiName: String
  var singular: String
  var plural: String
  var nameField: String
  var duplicateCheckField: String?
  var isAPISupported = true
  var fields: [CRMField]

  static let all = [
    leads, contacts, accounts, deals, tasks, events, calls, products, notes, stageHistory,
  ]

  /// The fields that every record has, after those of its own.
  static func common(_ section: String) -> [CRMField] {
    [
      CRMField("Owner", "\(section) Owner", .ownerlookup, in: "\(section) Information"),
      CRMField("Created_By", "Created By", .ownerlookup, readOnly: true),
      CRMField("Modified_By", "Modified By", .ownerlookup, readOnly: true),
      CRMField("Created_Time", "Created Time", .datetime, readOnly: true),
      CRMField("Modified_Time", "Modified Time", .datetime, readOnly: true),
      CRMField("Last_Activity_Time", "Last Activity Time", .datetime, readOnly: true),
      CRMField("Tag", "Tag", .jsonarray),
    ]
  }

  /// For modules with amounts of money.
  static func money(_ section: String) -> [CRMField] {
    [
      CRMField(
        "Currency", "Currency", .picklist, length: 3,
        values: PickListValue.values("GBP", "EUR", "USD"),
        in: "\(section) Information"),
      CRMField(
        "Exchange_Rate", "Exchange Rate", .double, places: CRMCurrency.ratePlaces,
        in: "\(section) Information"),
    ]
  }

  static func address(_ prefix: String) -> [CRMField] {
    ["Street", "City", "State", "Code", "Country"].map {
      CRMField("\(prefix)_\($0)", "\(prefix) \($0)", .text, in: "Address Information")
    }
  }

  static func description(_ length: Int = 32_000) -> CRMField {
    CRMField(
      "Description", "Description", .textarea, length: length, in: "Description Information")
  }

  static let leadSources = PickListValue.values(
    "Advertisement", "Cold Call", "Employee Referral", "External Referral", "Online Store",
    "Partner", "Public Relations", "Sales Email Alias", "Seminar Partner", "Internal Seminar",
    "Trade Show", "Web Download", "Web Research", "Chat", "X (Twitter)", "Facebook")

  static let industries = PickListValue.values(
    "ASP (Application Service Provider)", "Data/Telecom OEM", "ERP (Enterprise Resource Planning)",
    "Government/Military", "Large Enterprise", "ManagementISV", "MSP (Management Service Provider)",
    "Network Equipment Enterprise", "Non-management ISV", "Optical Networking", "Service Provider",
    "Small/Medium Enterprise", "Storage Equipment", "Storage Service Provider",
    "Systems Integrator",
    "Wireless Industry", "Communications", "Consulting", "Education", "Financial Services",
    "Manufacturing", "Real Estate", "Technology", "Retail", "Medical", "Marketing", "Software",
    "Employment", "Entertainment", "Services", "Telecommunications")
}
