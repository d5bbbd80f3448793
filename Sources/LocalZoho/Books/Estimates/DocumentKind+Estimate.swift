extension DocumentKind {
  /// https://www.zoho.com/books/api/v3/estimates/
  static let estimate: DocumentKind = DocumentKind(
    name: "estimate", title: "Estimate", path: "estimates", one: "estimate", many: "estimates",
    idName: "estimate_id", numberName: "estimate_number", scope: "estimates",
    numbering: .series(prefix: "EST-"), code: 5000, secondDay: SecondDay(name: "expiry_date"),
    entity: .estimate,
    calls: [
      .mail, .mailMany, .papers, .comments, .commentChanges, .billingAddress, .shippingAddress,
      .templates, .templateChoice, .customFields, .updateByField,
    ],
    words: DocumentWords(
      created: "The estimate has been created", updated: "Estimate information has been updated.",
      deleted: "The estimate has been deleted.", mailed: "Your estimate has been sent.",
      mailedMany: "Mission accomplished! We've sent all the estimates.",
      commentAdded: "Comments added", commentUpdated: "Comment has been updated successfully."),
    statuses: DocumentStatuses(
      initial: "draft", mailed: "sent",
      all: [
        "draft", "pending_approval", "approved", "sent", "invoiced", "accepted", "declined",
        "expired",
      ],
      sql: { today in
        """
        CASE WHEN d.state = 'sent' AND d.due_date <> '' AND d.due_date < \(today) THEN 'expired'
        ELSE d.state END
        """
      },
      steps: [
        .init(
          path: "status/sent", to: "sent", from: ["draft", "approved", "accepted", "declined"],
          message: "Estimate status has been changed to Sent"),
        .init(
          path: "status/accepted", to: "accepted", from: ["sent", "expired", "declined"],
          message: "Estimate status has been changed to Accepted.",
          effect: { document, _, writing in
            try document.set("accepted_date", .string(writing.call.today.description))
            try document.set("declined_date", "")
          }),
        .init(
          path: "status/declined", to: "declined", from: ["sent", "expired", "accepted"],
          message: "Estimate status has been changed to Declined.",
          effect: { document, _, writing in
            try document.set("declined_date", .string(writing.call.today.description))
            try document.set("accepted_date", "")
          }),
        .init(
          path: "submit", to: "pending_approval", from: ["draft"],
          message: "The estimate has been successfully submitted for approval"),
        .init(
          path: "approve", to: "approved", from: ["pending_approval"],
          message: "You have approved the estimate."),
      ], frozen: ["invoiced"]),
    particulars: [
      Particular("accept_retainer", .truth, initial: false),
      Particular("retainer_percentage", .number, initial: 0),
      Particular("project_id", .id), Particular("accepted_date", .day),
      Particular("declined_date", .day),
    ],
    row: [
      "estimate_id", "zcrm_potential_id", "zcrm_potential_name", "customer_name", "customer_id",
      "status", "estimate_number", "reference_number", "date", "currency_id", "currency_code",
      "total", "created_time", "last_modified_time", "accepted_date", "declined_date",
      "expiry_date", "has_attachment", "is_viewed_by_client", "client_viewed_time", "is_emailed",
    ], mailMember: nil)
}
