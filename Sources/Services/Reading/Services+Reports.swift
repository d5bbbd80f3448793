import AppCore
import FoundationEssentials
import LocalMirror
import Sales

extension Services {
  /// Does what the reports screen asks for.
  func perform(_ work: ReportWork) {
    switch work {
    case .load(let query):
      post(.reports(.loaded(query, reading { try $0.report(query) })))
    case .loadRows(let slice, let start, let limit):
      let rows = reading { try $0.reportRows(slice, from: start, limit: limit) }
      post(.reports(.rowsLoaded(slice, rows)))
    case .loadOwners:
      for action in answer({ reader in
        let users = try reader.users().map { Reference(id: $0.id, name: $0.name) }
        return [.reports(.ownersLoaded(users))]
      }) {
        post(action)
      }
    case .export(let export, let format):
      post(.reports(.exported(exported(export, format))))
    }
  }

  /// Writes what is shown into a new file, and answers its path.
  private func exported(
    _ export: ReportExport, _ format: ReportExport.Format
  ) -> Result<String, Failure> {
    let text: Result<ReportText, Failure> =
      switch export {
      case .bars(let report): .success(ReportText(report))
      case .rows(let slice, _, let stages):
        reading { reader in
          let rows = try reader.reportRows(slice, from: 0, limit: .max).rows
          return ReportText(rows, stages: stages)
        }
      }
    return text.flatMap { text in
      let name = "\(export.kind.rawValue)-\(clock.today()).\(format.rawValue)"
      return Result {
        try files.save(Data(text.text(format).utf8), name, files.downloads)
      }.mapError { Failure($0) }
    }
  }
}
