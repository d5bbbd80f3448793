extension StandardModule {
  static let accounts = StandardModule(
    apiName: "Accounts", singular: "Account", plural: "Accounts", nameField: "Account_Name",
    duplicateCheckField: "Account_Name",
    fields: [
      CRMField(
        "Account_Name", "Account Name", .text, length: 200, required: true,
        in: "Account Information"),
      CRMField("Phone", "Phone", .phone, in: "Account Information"),
      CRMField("Fax", "Fax", .text, length: 30, in: "Account Information"),
      CRMField("Website", "Website", .website, in: "Account Information"),
      CRMField("Account_Number", "Account Number", .text, length: 40, in: "Account Information"),
      CRMField(
        "Account_Type", "Account Type", .picklist,
        values: PickListValue.values(
          "Analyst", "Competitor", "Customer", "Distributor", "Integrator", "Investor", "Other",
          "Partner", "Press", "Prospect", "Reseller", "Supplier", "Vendor"),
        in: "Account Information"),
      CRMField("Industry", "Industry", .picklist, values: industries, in: "Account Information"),
      CRMField("Employees", "Employees", .integer, in: "Account Information"),
      CRMField("Annual_Revenue", "Annual Revenue", .currency, in: "Account Information"),
      CRMField(
        "Parent_Account", "Parent Account", .lookup, to: "Accounts", in: "Account Information"),
    ] + address("Billing") + address("Shipping") + [description()] + money("Account")
      + common("Account"))

  static let deals = StandardModule(
    apiName: "Deals", singular: "Deal", plural: "Deals", nameField: "Deal_Name",
    duplicateCheckField: "Deal_Name",
    fields: [
      CRMField(
        "Deal_Name", "Deal Name", .text, length: 120, required: true, in: "Deal Information"),
      CRMField("Account_Name", "Account Name", .lookup, to: "Accounts", in: "Deal Information"),
      CRMField("Contact_Name", "Contact Name", .lookup, to: "Contacts", in: "Deal Information"),
      CRMField("Amount", "Amount", .currency, in: "Deal Information"),
      CRMField("Closing_Date", "Closing Date", .date, in: "Deal Information"),
      CRMField("Pipeline", "Pipeline", .picklist, values: [], in: "Deal Information"),
      CRMField(
        "Stage", "Stage", .picklist, required: true, values: [], in: "Deal Information"),
      CRMField("Probability", "Probability (%)", .integer, length: 3, in: "Deal Information"),
      CRMField("Expected_Revenue", "Expected Revenue", .currency, readOnly: true),
      CRMField(
        "Type", "Type", .picklist,
        values: PickListValue.values("Existing Business", "New Business"), in: "Deal Information"),
      CRMField(
        "Lead_Source", "Lead Source", .picklist, values: leadSources, in: "Deal Information"),
      CRMField("Next_Step", "Next Step", .text, length: 100, in: "Deal Information"),
      CRMField(
        "Reason_For_Loss__s", "Reason For Loss", .picklist,
        values: PickListValue.values(
          "Expectation Mismatch", "Price", "Unqualified Customer", "Lack of response",
          "Missed Follow Ups", "Wrong Target", "Competition", "Future Interest", "Other"),
        in: "Deal Information"),
      CRMField("Stage_Modified_Time", "Stage Modified Time", .datetime, readOnly: true),
    ] + [description()] + money("Deal") + common("Deal"))

  static let products = StandardModule(
    apiName: "Products", singular: "Product", plural: "Products", nameField: "Product_Name",
    duplicateCheckField: "Product_Name",
    fields: [
      CRMField(
        "Product_Name", "Product Name", .text, length: 200, required: true,
        in: "Product Information"),
      CRMField(
        "Product_Code", "Product Code", .text, length: 40, unique: true, in: "Product Information"),
      CRMField(
        "Product_Active", "Product Active", .boolean, default: "true", in: "Product Information"),
      CRMField(
        "Product_Category", "Product Category", .picklist,
        values: PickListValue.values("Hardware", "Software", "CRM Applications"),
        in: "Product Information"),
      CRMField("Unit_Price", "Unit Price", .currency, in: "Price Information"),
      CRMField("Commission_Rate", "Commission Rate", .currency, in: "Price Information"),
      CRMField("Taxable", "Taxable", .boolean, default: "true", in: "Price Information"),
      CRMField("Qty_in_Stock", "Quantity in Stock", .double, in: "Stock Information"),
    ] + [description()] + money("Product") + common("Product"))
}
