import FoundationEssentials
import Sales
import Screen

/// A table as a file has it: what the screen shows, every figure exact.
public struct ReportText: Hashable, Sendable {
  /// A value of a row.
  enum Value: Hashable {
    case text(String)
    case number(String)
    case nothing
  }

  private let columns: [String]
  private let rows: [[Value]]

  /// The bars of a report, all of them.
  public init(_ report: Report) {
    columns = ["heading", "label", "currency", "count", "amount", "weighted", "won", "closed"]
    rows = report.bars.map { bar in
      [
        bar.category.heading.map { .text($0.string) } ?? .nothing,
        .text(bar.category.label.string),
        bar.currency.map { .text($0.code) } ?? .nothing,
        .number("\(bar.count)"),
        bar.currency == nil ? .nothing : .number(bar.amount.description),
        bar.currency == nil
          ? .nothing : bar.weighted.map { .number($0.description) } ?? .nothing,
        bar.share.map { .number("\($0.part)") } ?? .nothing,
        bar.share.map { .number("\($0.whole)") } ?? .nothing,
      ]
    }
  }

  /// The records behind a bar; stages by their names.
  public init(_ records: [ReportRow], stages: [Stage.ID: String]) {
    columns = ["id", "title", "company", "stage", "detail", "day", "currency", "amount"]
    rows = records.map { row in
      [
        .text(row.subject.id), .text(row.title), .text(row.party),
        row.stage.map { .text(stages[$0] ?? $0.rawValue) } ?? .nothing, .text(row.detail),
        row.day.map { .text($0.description) } ?? .nothing,
        row.amount.map { .text($0.currency.code) } ?? .nothing,
        row.amount.map { .number($0.amount.description) } ?? .nothing,
      ]
    }
  }

  /// The table in a notation.
  public func text(_ format: ReportExport.Format) -> String {
    switch format {
    case .csv: csv
    case .json: json
    }
  }

  /// Lines end as RFC 4180 wants it.
  private var csv: String {
    let lines =
      [columns.joined(separator: ",")]
      + rows.map { row in row.map(Self.field).joined(separator: ",") }
    return lines.map { $0 + "\r\n" }.joined()
  }

  /// A value between commas. Text that a spreadsheet would take for a formula gets an apostrophe before
  /// it; a number is no formula, whatever its sign.
  private static func field(_ value: Value) -> String {
    switch value {
    case .nothing: return ""
    case .number(let digits): return digits
    case .text(let text):
      let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
      let guarded = isFormula ? "'" + text : text
      guard guarded.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else {
        return guarded
      }
      return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
    }
  }

  private var json: String {
    let objects = rows.map { row in
      let members = zip(columns, row).map { column, value in
        Self.literal(.text(column)) + ": " + Self.literal(value)
      }
      return "  {" + members.joined(separator: ", ") + "}"
    }
    return "[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "]\n" : "\n]\n")
  }

  /// A value as RFC 8259 writes it.
  private static func literal(_ value: Value) -> String {
    switch value {
    case .nothing: return "null"
    case .number(let digits): return digits
    case .text(let text):
      var result = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        default:
          if scalar.value < 0x20 {
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          } else {
            result.unicodeScalars.append(scalar)
          }
        }
      }
      return result + "\""
    }
  }
}

extension ReportRow.Subject {
  /// The record's id at Zoho.
  var id: String {
    switch self {
    case .deal(let id): id.rawValue
    case .invoice(let id): id.rawValue
    case .payment(let id): id.rawValue
    }
  }
}
