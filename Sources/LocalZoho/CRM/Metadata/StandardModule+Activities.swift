extension StandardModule {
  static let tasks = StandardModule(
    apiName: "Tasks", singular: "Task", plural: "Tasks", nameField: "Subject",
    fields: [
      CRMField("Subject", "Subject", .text, required: true, in: "Task Information"),
      CRMField("Due_Date", "Due Date", .date, in: "Task Information"),
      CRMField(
        "Status", "Status", .picklist,
        values: PickListValue.values(
          "Not Started", "Deferred", "In Progress", "Completed", "Waiting for input"),
        default: "Not Started", in: "Task Information"),
      CRMField(
        "Priority", "Priority", .picklist,
        values: PickListValue.values("High", "Highest", "Low", "Lowest", "Normal"),
        default: "High", in: "Task Information"),
      CRMField("Closed_Time", "Closed Time", .datetime, readOnly: true),
      CRMField("Remind_At", "Remind At", .jsonobject, in: "Task Information"),
      CRMField(
        "Send_Notification_Email", "Send Notification Email", .boolean, default: "false",
        in: "Task Information"),
    ] + related("Task") + [description()] + common("Task"))

  static let events = StandardModule(
    apiName: "Events", singular: "Meeting", plural: "Meetings", nameField: "Event_Title",
    fields: [
      CRMField("Event_Title", "Title", .text, required: true, in: "Meeting Information"),
      CRMField("Venue", "Location", .text, in: "Meeting Information"),
      CRMField("All_day", "All day", .boolean, default: "false", in: "Meeting Information"),
      CRMField("Start_DateTime", "From", .datetime, required: true, in: "Meeting Information"),
      CRMField("End_DateTime", "To", .datetime, required: true, in: "Meeting Information"),
      CRMField("Participants", "Participants", .jsonarray, in: "Meeting Information"),
      CRMField("Remind_At", "Reminder", .jsonobject, in: "Meeting Information"),
    ] + related("Meeting") + [description()] + common("Meeting"))

  static let calls = StandardModule(
    apiName: "Calls", singular: "Call", plural: "Calls", nameField: "Subject",
    fields: [
      CRMField("Subject", "Subject", .text, in: "Call Information"),
      CRMField(
        "Call_Type", "Call Type", .picklist, required: true,
        values: PickListValue.values("Inbound", "Outbound", "Missed"), in: "Call Information"),
      CRMField(
        "Call_Start_Time", "Call Start Time", .datetime, required: true, in: "Call Information"),
      CRMField("Call_Duration", "Call Duration", .text, length: 15, in: "Call Information"),
      CRMField(
        "Call_Duration_in_seconds", "Call Duration (in seconds)", .integer, readOnly: true),
      CRMField(
        "Call_Purpose", "Call Purpose", .picklist,
        values: PickListValue.values(
          "Prospecting", "Administrative", "Negotiation", "Demo", "Project", "Desk"),
        in: "Call Information"),
      CRMField("Call_Agenda", "Call Agenda", .text, in: "Call Information"),
      CRMField(
        "Call_Result", "Call Result", .picklist,
        values: PickListValue.values(
          "Interested", "Not interested", "No response/Busy", "Requested more info",
          "Requested call back", "Invalid number"), in: "Call Information"),
      CRMField(
        "Outgoing_Call_Status", "Outgoing Call Status", .picklist,
        values: PickListValue.values("Completed", "Scheduled", "Overdue", "Cancelled"),
        in: "Call Information"),
    ] + related("Call") + [description()] + common("Call"))

  private static func related(_ section: String) -> [CRMField] {
    [
      CRMField(
        "Who_Id", "Contact Name", .lookup, to: "Contacts", in: "\(section) Information"),
      CRMField("What_Id", "Related To", .relatedTo, in: "\(section) Information"),
      CRMField("$se_module", "Related Module", .text, length: 50),
    ]
  }
}
