extension BooksOperations {
  /// Modules of the organization's own.
  static let customModuleAreas: [OfficialArea] = [
    customModules
  ]

  private static let customModules = OfficialArea(
    .books, "custom-modules",
    [
      .unknown("GET", "/books/v3/{module_name}"),
      .unknown("POST", "/books/v3/{module_name}"),
      .unknown("PUT", "/books/v3/{module_name}"),
      .unknown("DELETE", "/books/v3/{module_name}"),
      .unknown("GET", "/books/v3/{module_name}/{module_id}"),
      .unknown("PUT", "/books/v3/{module_name}/{module_id}"),
      .unknown("DELETE", "/books/v3/{module_name}/{module_id}"),
    ])
}
