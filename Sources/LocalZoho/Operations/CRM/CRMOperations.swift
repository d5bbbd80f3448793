/// Zoho's list of the operations of CRM v8, out of both of its sets of descriptions (OpenAPI 3.0
/// and 3.1).
enum CRMOperations {
  static let all: [OfficialArea] = [
    recordAreas, leadAreas, relatedRecordAreas, tagAreas, fieldAreas, organizationAreas,
    automationAreas, jobAreas,
  ].flatMap { $0 }
}
