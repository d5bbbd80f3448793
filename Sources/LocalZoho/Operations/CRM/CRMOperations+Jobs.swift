extension CRMOperations {
  /// Queries, files and jobs over many records.
  static let jobAreas: [OfficialArea] = [
    coql, bulkRead, bulkWrite, files, compositeRequests,
  ]

  private static let coql = OfficialArea(
    .crm, "coql",
    [
      .served("POST", "/crm/v8/coql")
    ])

  private static let bulkRead = OfficialArea(
    .crm, "bulk-read",
    [
      .served("POST", "/crm/bulk/v8/read"),
      .served("GET", "/crm/bulk/v8/read/{job_id}"),
      .served("GET", "/crm/bulk/v8/read/{job_id}/result"),
    ])

  private static let bulkWrite = OfficialArea(
    .crm, "bulk-write",
    [
      .served("POST", "/crm/v8/upload"),
      .served("POST", "/crm/bulk/v8/write"),
      .served("GET", "/crm/bulk/v8/write/{job_id}"),
    ])

  private static let files = OfficialArea(
    .crm, "files",
    [
      .served("GET", "/crm/v8/files"),
      .served("POST", "/crm/v8/files"),
    ])

  private static let compositeRequests = OfficialArea(
    .crm, "composite-requests",
    [
      .served("POST", "/crm/v8/__composite_requests")
    ])
}
