import Foundation
import Sales
import Testing

@testable import AppCore

/// Reports over a real organization: figures, their records, and files.
@Suite(.serialized, .timeLimit(.minutes(5))) struct ReportSessionTests {
  @Test func everyReportHasFiguresAndEveryBarItsRows() async throws {
    try await Office.open(deals: 60) { (office) async throws in
      let session = try await office.start()
      await session.press("5")
      #expect(session.screen.contains("Qualification"))
      #expect(session.screen.contains("█"))
      for kind in ReportKind.allCases {
        #expect(session.state.reports.kind == kind)
        let bars = try #require(session.state.reports.reports[kind]).bars
        #expect(!bars.isEmpty, "\(kind)")
        for bar in bars.prefix(12) {
          let rows = try office.mirror.read { try $0.reportRows(bar.slice, from: 0, limit: 1000) }
          #expect(rows.count == bar.count)
          #expect(rows.rows.count == bar.count)
          #expect(rows.rows.reduce(Decimal(0)) { $0 + ($1.amount?.amount ?? 0) } == bar.amount)
        }
        await session.press("<enter>")
        let rows = try #require(session.state.reports.rows)
        #expect(rows.window?.count == rows.bar.count)
        await session.press("<esc>]")
      }
    }
  }

  @Test func aBarsDealOpensAndTheReportWaits() async throws {
    try await Office.open { (office) async throws in
      let session = try await office.start()
      await session.press("5<enter>")
      let row = try #require(session.state.reports.rows?.row)
      await session.press("<enter>")
      #expect(session.state.screen == .pipeline)
      #expect(session.screen.contains(String(row.title.prefix(12))))
      await session.press("<esc>5")
      #expect(session.state.reports.rows?.row == row)
    }
  }

  @Test func anInvoiceBehindABarOpens() async throws {
    try await Office.open(deals: 60) { (office) async throws in
      let session = try await office.start()
      await session.press("5]]]]]")
      #expect(session.state.reports.kind == .receivables)
      while session.state.reports.bar?.count == 0 { await session.press("j") }
      await session.press("<enter>")
      let row = try #require(session.state.reports.rows?.row)
      await session.press("<enter>")
      #expect(session.state.screen == .invoices)
      #expect(session.screen.contains("Invoice \(row.title)"))
    }
  }

  @Test func oneOwnersDealsOnly() async throws {
    try await Office.open(deals: 60) { (office) async throws in
      let session = try await office.start()
      await session.press("5")
      let all = session.state.reports.sums.count
      await session.press("o<down><enter>")
      let owner = try #require(session.state.reports.owner)
      #expect(session.screen.contains(owner.name))
      let own = session.state.reports.sums.count
      #expect(own < all)
      let rows = try office.mirror.read { reader in
        try session.state.reports.bars.flatMap {
          try reader.reportRows($0.slice, from: 0, limit: 1000).rows
        }
      }
      #expect(rows.allSatisfy { $0.detail == owner.name })
    }
  }

  @Test func whatIsShownGoesToAFile() async throws {
    try await Office.open { (office) async throws in
      let session = try await office.start()
      await session.press("5Ec")
      let path = try #require(session.statusLine.split(separator: " ").last).description
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let bars = session.state.reports.bars
      #expect(text.split(separator: "\r\n").count == bars.count + 1)
      #expect(text.hasPrefix("heading,label,currency,count,amount"))
      await session.press("<enter>Ej")
      let rowsPath = try #require(session.statusLine.split(separator: " ").last).description
      let rows = try String(contentsOfFile: rowsPath, encoding: .utf8)
      #expect(rows.hasPrefix("[\n"))
      #expect(
        rows.split(separator: "\n").count == (session.state.reports.rows?.window?.count ?? 0) + 2)
    }
  }
}
