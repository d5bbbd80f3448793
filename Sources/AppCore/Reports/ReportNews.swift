import Sales
import Screen

/// What happened on the reports screen besides keys.
public enum ReportNews: Hashable, Sendable {
  /// A report, or why there is none.
  case loaded(ReportQuery, Result<Report, Failure>)
  /// A part of the records behind a bar.
  case rowsLoaded(ReportSlice, Result<Window<ReportRow>, Failure>)
  /// Everybody who works on deals, to choose from.
  case ownersLoaded([Reference<User>])
  /// What was shown is in a file at that path.
  case exported(Result<String, Failure>)
}

/// Work that the reports screen wants done.
public enum ReportWork: Hashable, Sendable {
  /// Add up a report. Answered by `loaded`.
  case load(ReportQuery)
  /// Read the records behind a bar from a place on. Answered by `rowsLoaded`.
  case loadRows(ReportSlice, from: Int, limit: Int)
  /// Read who works on deals. Answered by `ownersLoaded`.
  case loadOwners
  /// Write what is shown into a file. Answered by `exported`.
  case export(ReportExport, ReportExport.Format)
}

/// What of the reports screen goes into a file: exactly what is shown.
public enum ReportExport: Hashable, Sendable {
  /// The bars of a report, as a table.
  case bars(Report)
  /// The records behind a bar, all of them; the names of stages by id.
  case rows(ReportSlice, kind: ReportKind, stages: [Stage.ID: String])

  /// The notation of the file.
  public enum Format: String, Hashable, Sendable {
    /// Comma-separated values, as RFC 4180 describes them.
    case csv
    /// One array of objects.
    case json
  }

  /// The report it comes from.
  public var kind: ReportKind {
    switch self {
    case .bars(let report): report.query.kind
    case .rows(_, let kind, _): kind
    }
  }
}
