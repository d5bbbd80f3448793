import FoundationEssentials
import GRDB

/// Does the work of a Bulk Read job: a zip archive with one file.
struct BulkExport {
  let job: BulkJob
  let call: CRMCall
  let pace: BulkPace

  /// The job, finished.
  func run() throws -> BulkJob {
    let body = try job.body()
    let query = try BulkQuery(body, call)
    let page = body["page"]?.intValue ?? 1
    var count = 0
    var hasMore = false
    var file = Data()
    if query.fileType == "csv" { CSV.append(["Id"] + query.fields, to: &file) }
    let expressions = ["r.id"] + query.columns.map(\.sql)
    let rows = try Row.fetchCursor(
      call.db,
      sql: """
        SELECT \(expressions.joined(separator: ", ")) FROM \(query.source.sql)
        WHERE \(query.filter.sql) ORDER BY r.id LIMIT ? OFFSET ?
        """,
      arguments: StatementArguments(
        query.filter.arguments + [
          (pace.rowsPerPage + 1).databaseValue, ((page - 1) * pace.rowsPerPage).databaseValue,
        ]))
    var events = CalendarFile()
    while let row = try rows.next() {
      if count == pace.rowsPerPage {
        hasMore = true
        break
      }
      count += 1
      var values = [String(row[0] as Int64)]
      for (index, column) in query.columns.enumerated() {
        values.append(try Self.text(row[index + 1], column.field))
      }
      if query.fileType == "csv" {
        CSV.append(values, to: &file)
      } else {
        events.append(Dictionary(zip(["id"] + query.fields, values)) { first, _ in first })
      }
    }
    var finished = job
    finished.isFinished = true
    finished.fileName = "\(job.id).zip"
    finished.content = try ZipArchive.packed([
      ZipArchive.Entry(
        name: "\(job.id).\(query.fileType)", data: query.fileType == "csv" ? file : events.data)
    ])
    if hasMore {
      finished.nextPageToken = OpaqueID.of("page after \(job.id)")
    }
    finished.outcome =
      JSONValue.object([
        "page": JSONValue(page), "per_page": JSONValue(pace.rowsPerPage),
        "count": JSONValue(count), "more_records": JSONValue(hasMore),
      ]).text
    return finished
  }

  /// A value as Zoho's files have it: lookups are bare ids, several choices are joined by `;`.
  private static func text(_ value: DatabaseValue, _ field: CRMField) throws -> String {
    guard !value.isNull else { return "" }
    switch field.dataType.storage {
    case .text, .date: return String.fromDatabaseValue(value) ?? ""
    case .number:
      return Int64.fromDatabaseValue(value).map {
        ScaledNumber.text($0, places: field.decimalPlaces)
      } ?? ""
    case .boolean: return Bool.fromDatabaseValue(value) == true ? "true" : "false"
    case .datetime:
      return Int64.fromDatabaseValue(value).map {
        Timestamp.crm(Date(timeIntervalSince1970: Double($0)))
      } ?? ""
    case .id: return Int64.fromDatabaseValue(value).map(String.init) ?? ""
    case .json:
      let text = String.fromDatabaseValue(value) ?? ""
      guard let choices = try JSONValue(parsing: text).arrayValue?.map(\.stringValue),
        !choices.contains(nil)
      else { return text }
      return choices.compactMap { $0 }.joined(separator: ";")
    }
  }
}

/// Meetings as an iCalendar file (RFC 5545).
struct CalendarFile {
  private var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//LocalZoho//CRM//EN"]

  mutating func append(_ event: [String: String]) {
    lines += ["BEGIN:VEVENT", "UID:\(event["id"] ?? "")"]
    for (property, field) in [("DTSTART", "Start_DateTime"), ("DTEND", "End_DateTime")] {
      guard let time = event[field].flatMap(Timestamp.read) else { continue }
      let text = Timestamp.crm(time).prefix(19).filter { $0 != "-" && $0 != ":" }
      lines.append("\(property):\(text)Z")
    }
    for (property, field) in [
      ("SUMMARY", "Event_Title"), ("LOCATION", "Venue"), ("DESCRIPTION", "Description"),
    ] {
      guard let text = event[field], !text.isEmpty else { continue }
      lines.append("\(property):\(Self.escaped(text))")
    }
    lines.append("END:VEVENT")
  }

  var data: Data { Data(((lines + ["END:VCALENDAR", ""]).joined(separator: "\r\n")).utf8) }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "\\", ",", ";": escaped += "\\\(character)"
      case "\n", "\r\n": escaped += "\\n"
      default: escaped.append(character)
      }
    }
  }
}
