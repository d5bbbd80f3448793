extension StandardModule {
  static let notes = StandardModule(
    apiName: "Notes", singular: "Note", plural: "Notes", nameField: "Note_Title",
    fields: [
      CRMField("Note_Title", "Note Title", .text, length: 120, in: "Note Information"),
      CRMField(
        "Note_Content", "Note Content", .textarea, length: 65_535, in: "Note Information"),
      CRMField("Parent_Id", "Parent ID", .parent, required: true, in: "Note Information"),
      CRMField("$se_module", "Parent Module", .text, length: 50),
    ] + common("Note"))

  /// One row for each stage that a deal entered; `Modified_Time` is when it did.
  static let stageHistory = StandardModule(
    apiName: "Stage_History", singular: "Stage History", plural: "Stage History",
    nameField: "Stage", isAPISupported: false,
    fields: [
      CRMField("Deal_Id", "Deal", .lookup, to: "Deals"),
      CRMField("Stage", "Stage", .text),
      CRMField("Moved_To__s", "Moved To", .text),
      CRMField("Amount", "Amount", .currency),
      CRMField("Probability", "Probability (%)", .integer, length: 3),
      CRMField("Expected_Revenue", "Expected Revenue", .currency),
      CRMField("Close_Date", "Closing Date", .date),
      // Both names are met in the field: the one of older organizations, the one of newer.
      CRMField("Stage_Duration", "Stage Duration", .integer),
      CRMField(
        "Stage_Duration_Calendar_Days", "Stage Duration (Calendar Days)", .integer,
        readOnly: true),
      CRMField("Modified_By", "Modified By", .ownerlookup, readOnly: true),
      CRMField("Modified_Time", "Modified Time", .datetime, readOnly: true),
      CRMField("Created_Time", "Created Time", .datetime, readOnly: true),
    ])
}
