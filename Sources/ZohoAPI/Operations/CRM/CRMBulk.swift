/// Jobs over whole modules, their files, and several calls in one.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/bulk-read/overview.html>
extension Resource {
  static let crmBulk: [Resource] = [
    .crm(
      "bulk-read", at: "/read", id: "job_id", scope: "ZohoCRM.bulk.", area: .bulk,
      [
        .create(
          "start", "", "read a whole module into a file; costs 50 credits", body: .json(rows: nil)
        ).asking(for: "READ"),
        .get("state", "{id}", "how far a job is"),
        .get("result", "{id}/result", "download what it read, a zip file", gives: .file),
      ]),
    .crm(
      "bulk-write", at: "/write", id: "job_id", rows: "data", scope: "ZohoCRM.bulk.CREATE",
      area: .bulk,
      [
        .create("start", "", "write an uploaded file; costs 500 credits", body: .json(rows: nil)),
        .get("state", "{id}", "how far a job is", gives: .value),
      ]),
    .crm(
      "bulk-files", at: "/upload", rows: "details", scope: "ZohoFiles.files.ALL", area: .upload,
      [
        .upload(
          "upload", "", "upload a zip file for a bulk write", "X-CRM-ORG!",
          as: "file")
      ]
    ),
    .crm(
      "files", at: "/files", scope: "ZohoCRM.files.",
      [
        .get("download", "", "download a file by its id", "id!", gives: .file),
        .upload("upload", "", "upload a file for a field", "type inline=true|false", as: "file"),
      ]),
    .crm(
      "composite", at: "/__composite_requests", rows: "__composite_requests",
      scope: "ZohoCRM.composite_requests.CUSTOM",
      [.create("send", "", "up to five calls in one", body: .json(rows: nil))]),
  ]
}
