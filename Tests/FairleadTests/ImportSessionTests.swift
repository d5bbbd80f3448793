import ArgumentParser
import Foundation
import Testing
import ZohoAPI

@testable import fairlead

@Suite(.timeLimit(.minutes(5))) struct ImportSessionTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "import-\(UUID().uuidString)", directoryHint: .isDirectory)

  private var results: String { folder.appending(path: "deals.csv.results.csv").path }

  /// Runs the command on a file of that text; answers its exit status.
  private func run(_ text: String, _ options: [String] = [], _ crm: FakeCRM) async throws -> Int32 {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "deals.csv")
    try Data(text.utf8).write(to: file)
    let command = try ImportDeals.parse(
      [file.path, "--map", "name=Deal_Name", "--map", "stage=Stage"] + options)
    do {
      let (table, assignments) = try command.read()
      try await ImportSession(command, crm.client).run(table, assignments)
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch let error as ImportError {
      return error.status
    }
  }

  private func written(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test func theFileOfResultsSaysWhatBecameOfEachRow() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let crm = FakeCRM()
    let status = try await run(
      "name,stage\nOne,Qualification\nBad,Won\n=Two(),Qualification\n", ["--skip-bad"], crm)
    #expect(status == 3)
    #expect(
      try written(results) == """
        line,Deal_Name,status,id,message\r
        2,One,created,415086800000001000,\r
        3,Bad,bad,,"Stage: the pipeline Standard has no ""Won\"""\r
        4,'=Two(),created,415086800000001001,\r

        """)
    let mode = try FileManager.default.attributesOfItem(atPath: results)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(!FileManager.default.fileExists(atPath: results + ".part"))
  }

  @Test func oneBadRowKeepsEverythingBack() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let crm = FakeCRM()
    #expect(try await run("name,stage\nOne,Qualification\nBad,Won\n", [], crm) == 65)
    #expect(crm.writes == [])
    #expect(
      try written(results) == """
        line,Deal_Name,status,id,message\r
        2,One,not sent,,\r
        3,Bad,bad,,"Stage: the pipeline Standard has no ""Won\"""\r

        """)
  }

  @Test func aDryRunSendsNothingAndLeavesNoFile() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let crm = FakeCRM()
    #expect(try await run("name,stage\nOne,Qualification\n", ["--dry-run"], crm) == 0)
    #expect(crm.writes == [])
    #expect(!FileManager.default.fileExists(atPath: results))
  }

  @Test func allGoodIsZeroAlsoTheSecondTime() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let crm = FakeCRM()
    #expect(try await run("name,stage\nOne,Qualification\n", [], crm) == 0)
    #expect(try await run("name,stage\nOne,Qualification\n", [], crm) == 0)
    #expect(crm.dealNames == ["One"])
    #expect(try written(results).contains("2,One,already there,415086800000001000,"))
  }

  @Test func lostRowsAreThree() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let crm = FakeCRM(.refuses(["One"]))
    #expect(try await run("name,stage\nOne,Qualification\n", [], crm) == 3)
  }

  @Test func twoImportsOfTheSameRowsDoNotRunAtOnce() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let held = try ResultFile(results)
    let crm = FakeCRM()
    #expect(try await run("name,stage\nOne,Qualification\n", [], crm) == 73)
    #expect(crm.writes == [])
    try held.finish()
    #expect(try await run("name,stage\nOne,Qualification\n", [], crm) == 0)
  }

  @Test func anUnknownColumnIsBadInput() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      try await run("name,stage\nOne,Qualification\n", ["--map", "x=Amount"], FakeCRM()) == 65)
  }

  @Test(arguments: [
    ["--map", "name"], ["--set", "Stage"], ["--replace", "stage=Won"], ["--dates", "ymd"],
    ["--decimal", ";"], ["--output", "./deals.csv"],
  ])
  func optionsOfTheWrongFormAreRefused(options: [String]) {
    #expect(throws: (any Error).self) { try ImportDeals.parse(["deals.csv"] + options) }
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("\nx", "\"'\nx\""), ("＝1", "'＝1"), ("a=b", "a=b"), ("a,b", "\"a,b\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\""), ("", ""),
  ])
  func valuesOfTheResultsNeverStartAFormula(text: String, value: String) {
    #expect(ResultFile.value(text) == value)
  }
}
