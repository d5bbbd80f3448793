import FoundationEssentials
import GRDB

/// Does the work of a Bulk Write job: each row goes the way of any other write.
struct BulkImport {
  let job: BulkJob
  let call: CRMCall
  let pace: BulkPace

  static let largestFile = 512 << 20

  /// The job, finished.
  func run() throws -> BulkJob {
    let order = try BulkWriteOrder(try job.body(), call)
    let content =
      try Data.fetchOne(
        call.db, sql: "SELECT content FROM crm_uploads WHERE id = ?", arguments: [order.upload])
      ?? Data()
    let entries: [ZipArchive.Entry]
    do {
      entries = try ZipArchive.entries(of: content, limit: Self.largestFile)
    } catch is ZipArchive.Problem {
      return try failed("FILE_TOO_LARGE", name: "")
    }
    guard let file = entries.first(where: { $0.name.lowercased().hasSuffix(".csv") }) else {
      return try failed("FILE_NOT_SUPPORTED", name: entries.first?.name ?? "")
    }
    var rows = CSV.rows(of: file.data)
    guard !rows.isEmpty else { return try failed("INVALID_FORMAT", name: file.name) }
    let header = rows.removeFirst()
    guard rows.count <= pace.rowsPerFile else {
      return try failed("LIMIT_EXCEEDED", name: file.name, total: rows.count)
    }
    let mappings = order.mappings ?? headerMappings(header, order.module)
    let writer = try RecordWriter(order.module, call)
    let shown = mappings.compactMap(\.index).filter(header.indices.contains).prefix(3)
    var report = Data()
    CSV.append(shown.map { header[$0] } + ["STATUS", "RECORD_ID", "ERRORS"], to: &report)
    var counts = ["ADDED": 0, "UPDATED": 0, "SKIPPED": 0]
    for row in rows {
      let (status, id, error) = try write(row, order, mappings, header, writer)
      counts[status, default: 0] += 1
      CSV.append(
        shown.map { row.indices.contains($0) ? row[$0] : "" }
          + [status, id.map(String.init) ?? "", error], to: &report)
    }
    var finished = job
    finished.isFinished = true
    finished.fileName = "\(job.id).zip"
    finished.content = try ZipArchive.packed([
      ZipArchive.Entry(name: "\(order.module.apiName)-\(file.name)", data: report)
    ])
    finished.outcome =
      outcome(
        "COMPLETED", file.name, added: counts["ADDED"] ?? 0, updated: counts["UPDATED"] ?? 0,
        skipped: counts["SKIPPED"] ?? 0, total: rows.count
      ).text
    return finished
  }

  private func write(
    _ row: [String], _ order: BulkWriteOrder, _ mappings: [BulkMapping], _ header: [String],
    _ writer: RecordWriter
  ) throws -> (status: String, id: Int64?, error: String) {
    do {
      var object = JSONObject()
      for mapping in mappings where mapping.field.apiName != "id" {
        object[mapping.field.apiName] = try mapping.value(
          row, ignoringEmpty: order.ignoresEmpty || order.operation == .insert, call)
      }
      if let found = try record(of: row, order, mappings, writer) {
        try writer.update(found, .object(object), index: 0)
        return ("UPDATED", found, "")
      }
      if order.operation == .update {
        let column = mappings.first { $0.field.apiName == order.findBy }
        return ("SKIPPED", nil, error("RESOURCE_NOT_FOUND", column, header))
      }
      return ("ADDED", try writer.insert(.object(object), index: 0), "")
    } catch RowOutcome.refused(let refusal, _) {
      let name = refusal["details"]?["api_name"]?.stringValue
      let column = mappings.first { $0.field.apiName == name }
      let code = refusal["code"]?.stringValue ?? "CANNOT_PROCESS"
      guard column == nil, let name else { return ("SKIPPED", nil, error(code, column, header)) }
      return ("SKIPPED", nil, "\(code)-\(name)")
    }
  }

  /// The record that the row names; nil when there is none, or the row is for a new one.
  private func record(
    of row: [String], _ order: BulkWriteOrder, _ mappings: [BulkMapping], _ writer: RecordWriter
  ) throws -> Int64? {
    guard let findBy = order.findBy,
      let mapping = mappings.first(where: { $0.field.apiName == findBy }),
      let index = mapping.index, row.indices.contains(index), !row[index].isEmpty
    else { return nil }
    if findBy == "id" {
      guard let id = Int64(row[index]) else { return nil }
      return try writer.draft(id) == nil ? nil : id
    }
    guard let value = FieldComparison.value(row[index], mapping.field) else { return nil }
    return try writer.find(findBy, value)?.id
  }

  private func error(_ code: String, _ mapping: BulkMapping?, _ header: [String]) -> String {
    guard let index = mapping?.index, header.indices.contains(index) else { return code }
    return "\(code)-\(header[index])"
  }

  /// Without mappings the header names the fields; names nobody knows are passed over.
  private func headerMappings(_ header: [String], _ module: CRMModule) -> [BulkMapping] {
    header.enumerated().compactMap { index, name in
      call.metadata.field(name == "Id" ? "id" : name, of: module.apiName).map {
        BulkMapping($0, index: index)
      }
    }
  }

  private func failed(_ code: String, name: String, total: Int = 0) throws -> BulkJob {
    var finished = job
    finished.isFinished = true
    var outcome = outcome("FAILED", name, added: 0, updated: 0, skipped: total, total: total)
    outcome["code"] = .string(code)
    finished.outcome = JSONValue.object(outcome).text
    return finished
  }

  private func outcome(
    _ status: String, _ name: String, added: Int, updated: Int, skipped: Int, total: Int
  ) -> JSONObject {
    [
      "status": .string(status),
      "file": [
        "status": .string(status == "COMPLETED" ? "COMPLETED" : "SKIPPED"), "name": .string(name),
        "added_count": JSONValue(added), "skipped_count": JSONValue(skipped),
        "updated_count": JSONValue(updated), "total_count": JSONValue(total),
      ],
    ]
  }
}

extension JSONObject {
  fileprivate var text: String { JSONValue.object(self).text }
}
