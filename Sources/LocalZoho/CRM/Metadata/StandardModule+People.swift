extension StandardModule {
  static let leads = StandardModule(
    apiName: "Leads", singular: "Lead", plural: "Leads", nameField: "Full_Name",
    duplicateCheckField: "Email",
    fields: [
      CRMField("Company", "Company", .text, length: 200, required: true, in: "Lead Information")
    ] + person("Lead") + [
      CRMField("Designation", "Title", .text, length: 100, in: "Lead Information"),
      CRMField("Website", "Website", .website, in: "Lead Information"),
      CRMField(
        "Lead_Source", "Lead Source", .picklist, values: leadSources, in: "Lead Information"),
      CRMField(
        "Lead_Status", "Lead Status", .picklist,
        values: PickListValue.values(
          "Attempted to Contact", "Contact in Future", "Contacted", "Junk Lead", "Lost Lead",
          "Not Contacted", "Pre-Qualified", "Not Qualified"), in: "Lead Information"),
      CRMField("Industry", "Industry", .picklist, values: industries, in: "Lead Information"),
      CRMField("No_of_Employees", "No. of Employees", .integer, in: "Lead Information"),
      CRMField("Annual_Revenue", "Annual Revenue", .currency, in: "Lead Information"),
      CRMField("Street", "Street", .text, in: "Address Information"),
      CRMField("City", "City", .text, length: 100, in: "Address Information"),
      CRMField("State", "State", .text, length: 100, in: "Address Information"),
      CRMField("Zip_Code", "Zip Code", .text, length: 30, in: "Address Information"),
      CRMField("Country", "Country", .text, length: 100, in: "Address Information"),
    ] + [description()] + money("Lead") + common("Lead"))

  static let contacts = StandardModule(
    apiName: "Contacts", singular: "Contact", plural: "Contacts", nameField: "Full_Name",
    duplicateCheckField: "Email",
    fields: person("Contact") + [
      CRMField(
        "Account_Name", "Account Name", .lookup, to: "Accounts", in: "Contact Information"),
      CRMField("Title", "Title", .text, length: 100, in: "Contact Information"),
      CRMField("Department", "Department", .text, length: 50, in: "Contact Information"),
      CRMField(
        "Lead_Source", "Lead Source", .picklist, values: leadSources, in: "Contact Information"),
      CRMField("Date_of_Birth", "Date of Birth", .date, in: "Contact Information"),
      CRMField("Reporting_To", "Reporting To", .lookup, to: "Contacts", in: "Contact Information"),
      CRMField("Mailing_Street", "Mailing Street", .text, in: "Address Information"),
      CRMField("Mailing_City", "Mailing City", .text, in: "Address Information"),
      CRMField("Mailing_State", "Mailing State", .text, in: "Address Information"),
      CRMField("Mailing_Zip", "Mailing Zip", .text, length: 30, in: "Address Information"),
      CRMField("Mailing_Country", "Mailing Country", .text, in: "Address Information"),
      CRMField("Other_Street", "Other Street", .text, in: "Address Information"),
      CRMField("Other_City", "Other City", .text, in: "Address Information"),
      CRMField("Other_State", "Other State", .text, in: "Address Information"),
      CRMField("Other_Zip", "Other Zip", .text, length: 30, in: "Address Information"),
      CRMField("Other_Country", "Other Country", .text, in: "Address Information"),
    ] + [description()] + common("Contact"))

  private static func person(_ section: String) -> [CRMField] {
    let section = "\(section) Information"
    return [
      CRMField(
        "Salutation", "Salutation", .picklist, length: 20,
        values: PickListValue.values("Mr.", "Mrs.", "Ms.", "Dr.", "Prof."), in: section),
      CRMField("First_Name", "First Name", .text, length: 40, in: section),
      CRMField("Last_Name", "Last Name", .text, length: 80, required: true, in: section),
      CRMField("Full_Name", "Full Name", .text, length: 160, readOnly: true),
      CRMField("Email", "Email", .email, unique: true, in: section),
      CRMField("Secondary_Email", "Secondary Email", .email, in: section),
      CRMField("Phone", "Phone", .phone, in: section),
      CRMField("Mobile", "Mobile", .phone, in: section),
      CRMField("Email_Opt_Out", "Email Opt Out", .boolean, default: "false", in: section),
    ]
  }
}
