/// Quotes and sales orders: records with line items.
extension StandardModule {
  static let quotes = StandardModule(
    apiName: "Quotes", singular: "Quote", plural: "Quotes", nameField: "Subject",
    duplicateCheckField: "Subject",
    fields: [
      CRMField("Quote_Number", "Quote Number", .bigint, readOnly: true),
      CRMField("Subject", "Subject", .text, length: 120, required: true, in: "Quote Information"),
      CRMField(
        "Quote_Stage", "Quote Stage", .picklist,
        values: PickListValue.values(
          "Draft", "Negotiation", "Delivered", "On Hold", "Confirmed", "Closed Won",
          "Closed Lost"), default: "Draft", in: "Quote Information"),
      CRMField("Valid_Till", "Valid Until", .date, in: "Quote Information"),
      CRMField("Team", "Team", .text, length: 50, in: "Quote Information"),
      CRMField("Carrier", "Carrier", .picklist, values: carriers, in: "Quote Information"),
    ] + parties("Quote") + items("Quoted_Items", "Quoted Items") + address("Billing")
      + address("Shipping")
      + [terms, description()] + money("Quote") + common("Quote"))

  static let salesOrders = StandardModule(
    apiName: "Sales_Orders", singular: "Sales Order", plural: "Sales Orders",
    nameField: "Subject", duplicateCheckField: "Subject",
    fields: [
      CRMField("SO_Number", "SO Number", .bigint, readOnly: true),
      CRMField(
        "Subject", "Subject", .text, length: 120, required: true, in: "Sales Order Information"),
      CRMField(
        "Status", "Status", .picklist,
        values: PickListValue.values("Created", "Approved", "Delivered", "Cancelled"),
        default: "Created", in: "Sales Order Information"),
      CRMField("Due_Date", "Due Date", .date, in: "Sales Order Information"),
      CRMField(
        "Purchase_Order", "Purchase Order", .text, length: 100, in: "Sales Order Information"),
      CRMField(
        "Quote_Name", "Quote Name", .lookup, to: "Quotes", in: "Sales Order Information"),
      CRMField("Carrier", "Carrier", .picklist, values: carriers, in: "Sales Order Information"),
    ] + parties("Sales Order") + items("Ordered_Items", "Ordered Items") + address("Billing")
      + address("Shipping") + [terms, description()] + money("Sales Order")
      + common("Sales Order"))

  /// The field with the line items of a module; nil for modules without.
  static func itemsField(of module: String) -> String? {
    switch module {
    case "Quotes": "Quoted_Items"
    case "Sales_Orders": "Ordered_Items"
    default: nil
    }
  }

  private static let carriers = PickListValue.values("FedEX", "UPS", "USPS", "DHL", "BlueDart")

  private static let terms = CRMField(
    "Terms_and_Conditions", "Terms and Conditions", .textarea, in: "Terms and Conditions")

  private static func parties(_ section: String) -> [CRMField] {
    let section = "\(section) Information"
    return [
      CRMField("Deal_Name", "Deal Name", .lookup, to: "Deals", in: section),
      CRMField("Account_Name", "Account Name", .lookup, to: "Accounts", in: section),
      CRMField("Contact_Name", "Contact Name", .lookup, to: "Contacts", in: section),
    ]
  }

  private static func items(_ apiName: String, _ label: String) -> [CRMField] {
    [
      CRMField(apiName, label, .subform, required: true, in: label),
      CRMField("Sub_Total", "Sub Total", .currency, readOnly: true, in: label),
      CRMField("Discount", "Discount", .currency, in: label),
      CRMField("Tax", "Tax", .currency, in: label),
      CRMField("Adjustment", "Adjustment", .currency, in: label),
      CRMField("Grand_Total", "Grand Total", .currency, readOnly: true, in: label),
    ]
  }
}
