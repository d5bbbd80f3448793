/// What Books answers to the calls of a kind of document.
struct DocumentWords: Sendable {
  var created: String
  var updated: String
  var deleted: String
  var shown = "success"
  var listed = "success"
  var mailed = ""
  var mailedMany = ""
  var billingAddress = "Billing address updated"
  /// The member of the reply that has a changed billing address.
  var billingAddressName = "address"
  var shippingAddress = "Shipping address updated"
  var attached = ""
  var attachmentUpdated = ""
  var attachmentDeleted = ""
  var documentDeleted = "The document has been deleted successfully."
  var templateChosen = ""
  var comments = "success"
  var commentAdded = "Comments added."
  var commentUpdated = "Comment has been updated."
  /// The HTTP statuses of what was made.
  var mailedStatus = 200
  var attachedStatus = 200
  var commentAddedStatus = 200
}
