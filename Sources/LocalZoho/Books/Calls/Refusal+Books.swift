/// What Books says when it says no. Clients go by the code; it means what it means in its module.
extension Refusal {
  static func booksInvalid(_ name: String) -> Refusal {
    .books(400, 2, "Invalid value passed for \(name)")
  }

  static func booksTooLong(_ name: String, limit: Int) -> Refusal {
    .books(400, 4, "Please ensure that the \(name) has less than \(limit) characters.")
  }

  static func booksMissing(_ what: String) -> Refusal {
    .books(404, 1002, "\(what) does not exist.")
  }

  static func booksDuplicateCustomValue(_ label: String) -> Refusal {
    .books(400, 120_302, "The value of the custom field \"\(label)\" already exists.")
  }

  /// What other things depend on stays.
  static func booksInUse(_ what: String) -> Refusal {
    .books(400, 1003, "The \(what) cannot be deleted as it is used in transactions.")
  }

  static let booksMalformedJSON = Refusal.books(400, 1038, "JSON is not well formed")

  static func booksForeignOrganization(_ id: String) -> Refusal {
    .books(
      400, 6041, "This user is not associated with the CompanyID/CompanyName: \(id).")
  }
}
