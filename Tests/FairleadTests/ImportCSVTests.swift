import Foundation
import Testing

@testable import fairlead

@Suite struct ImportCSVTests {
  @Test func aPlainFile() throws {
    let file = try CSVFile.sample("name,amount\nAcme,12\nGlobex,7\n")
    #expect(file.columns == ["name", "amount"])
    #expect(
      file.rows == [
        CSVRow(line: 2, values: ["Acme", "12"]), CSVRow(line: 3, values: ["Globex", "7"]),
      ])
  }

  @Test func aByteOrderMarkAndWindowsLineEnds() throws {
    let file = try CSVFile.sample("\u{FEFF}name,amount\r\nAcme,12\r\nGlobex,7")
    #expect(file.columns == ["name", "amount"])
    #expect(file.rows.map(\.line) == [2, 3])
    #expect(file.rows[1].values == ["Globex", "7"])
  }

  @Test func quotesCommasAndLineBreaksInAValue() throws {
    let file = try CSVFile.sample(
      "name,note\n\"Acme, \"\"Inc\"\"\",\"first\nsecond\"\nGlobex,x\n")
    #expect(file.rows[0].values == [#"Acme, "Inc""#, "first\nsecond"])
    #expect(file.rows[1] == CSVRow(line: 4, values: ["Globex", "x"]))
  }

  @Test func blankLinesAreNoRowsButCountAsLines() throws {
    let file = try CSVFile.sample("\nname,amount\n\nAcme,12\n   \nGlobex,7\n\n")
    #expect(file.rows.map(\.line) == [4, 6])
  }

  @Test func emptyLastValues() throws {
    #expect(try CSVFile.sample("a,b\n1,").rows[0].values == ["1", ""])
    #expect(try CSVFile.sample("a,b\n,\n").rows[0].values == ["", ""])
  }

  @Test func rowsWithTooFewOrTooManyValuesAreToldByLine() throws {
    let file = try CSVFile.sample("a,b\n1\n1,2\n1,2,3\n")
    #expect(file.rows.map(\.line) == [3])
    #expect(
      file.badRows == [
        BadRow(line: 2, reasons: ["1 value(s) for 2 columns"]),
        BadRow(line: 4, reasons: ["3 value(s) for 2 columns"]),
      ])
  }

  @Test(arguments: ["a,b\n5\" pipe,2\nx,y\n", "a,b\n\"5\"x,2\nx,y\n"])
  func aStrayQuoteSpoilsItsOwnRowOnly(text: String) throws {
    let file = try CSVFile.sample(text)
    #expect(file.badRows.map(\.line) == [2])
    #expect(file.rows == [CSVRow(line: 3, values: ["x", "y"])])
  }

  @Test func otherDelimiters() throws {
    #expect(try CSVFile.sample("a;b\n1,5;2\n").rows[0].values == ["1,5", "2"])
    #expect(try CSVFile.sample("a\tb\n1\t2\n").rows[0].values == ["1", "2"])
  }

  @Test(arguments: [
    ("", "deals.csv is empty."), ("\n \n", "deals.csv is empty."),
    ("a,b\n", "deals.csv has a header and no rows."),
    ("a,b,a\n1,2,3\n", "deals.csv, line 1: there are two columns \"a\". Rename one."),
    (
      "a,b\n1,2\n3,\"4\n5,6\n",
      "deals.csv, line 3: a quote is opened in this row and never closed."
    ),
  ])
  func filesThatAreOfNoUse(text: String, complaint: String) async {
    #expect(await complaints { _ = try CSVFile.sample(text) } == [complaint])
  }

  @Test func bytesThatAreNotUTF8AreToldByLine() async {
    let latin = Data("name\nAcme\nCaf".utf8) + [0xE9, 0x0A]
    #expect(
      await complaints { _ = try CSVFile(latin, name: "deals.csv") }
        == ["deals.csv, line 3: not UTF-8. Save the file as UTF-8."])
    let utf16 = Data([0xFF, 0xFE, 0x61, 0x00])
    #expect(
      await complaints { _ = try CSVFile(utf16, name: "deals.csv") }
        == ["deals.csv is UTF-16. Save it as UTF-8."])
  }

  @Test func aFileThatIsNotThere() async {
    let found = await complaints { _ = try CSVFile(path: "/nowhere/deals.csv") }
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("/nowhere/deals.csv cannot be read"))
  }
}

@Suite struct ImportJoinTests {
  private let accounts = "account,sector\nAcme,technolgy\nGlobex,retail\n"

  @Test func columnsOfAnotherFileComeWithTheSharedOne() throws {
    var table = ImportTable(try .sample("name,account\nOne,Globex\nTwo,\n"))
    try table.join(try .sample(accounts, name: "accounts.csv"), replacing: [])
    #expect(table.columns == ["name", "account", "sector"])
    #expect(table.rows.map(\.values) == [["One", "Globex", "retail"], ["Two", "", ""]])
    #expect(table.warnings == [])
  }

  @Test func valuesWithoutAPartnerAreNamedWithTheirRows() throws {
    var table = ImportTable(try .sample("name,account\nOne,Glob Ex\nTwo,Glob Ex\nThree,Acme\n"))
    try table.join(try .sample(accounts, name: "accounts.csv"), replacing: [])
    #expect(
      table.warnings == [
        "accounts.csv has no account \"Glob Ex\" (2 rows); the nearest is \"Globex\""
      ])
  }

  @Test func replacementsReachBothFiles() throws {
    let replacements = ["account:GX=Globex", "sector:retail=Retail"].compactMap(Replacement.init)
    var table = ImportTable(try .sample("name,account\nOne,GX\n"))
    table.replace(replacements)
    try table.join(try .sample(accounts, name: "accounts.csv"), replacing: replacements)
    #expect(table.rows[0].values == ["One", "Globex", "Retail"])
    #expect(table.checkUse(of: replacements) == [])
    #expect(table.warnings == [])
  }

  @Test func valuesCanChangePlaces() throws {
    var table = ImportTable(try .sample("stage\nA\nB\n"))
    table.replace(["stage:A=B", "stage:B=A"].compactMap(Replacement.init))
    #expect(table.rows.map(\.values) == [["B"], ["A"]])
  }

  @Test func aReplacementInAColumnThatNoFileHasIsRefused() throws {
    var table = ImportTable(try .sample("stage\nWon\n"))
    #expect(
      table.checkUse(of: ["stag:Won=Closed Won"].compactMap(Replacement.init)) == [
        "--replace: there is no column \"stag\"; the nearest is \"stage\"."
      ])
  }

  @Test func aReplacementOfAValueThatNeverOccursIsTold() throws {
    var table = ImportTable(try .sample("stage\nWon\nLost\n"))
    let replacements = ["stage:Wonn=Closed Won"].compactMap(Replacement.init)
    table.replace(replacements)
    #expect(table.checkUse(of: replacements) == [])
    #expect(
      table.warnings == [
        "stage is never \"Wonn\", so nothing was replaced; the nearest value is \"Won\""
      ])
  }

  @Test(arguments: [
    (
      "sector\nretail\n",
      "accounts.csv has no column in common with the rows; its columns are sector."
    ),
    (
      "account,name\nAcme,One\n",
      "accounts.csv has the columns account, name in common with the rows. "
        + "Rename all but the one that joins them."
    ),
    (
      "account,sector\nAcme,a\nAcme,b\n",
      "accounts.csv, line 3: \"Acme\" stands on line 2 too."
    ),
  ])
  func filesThatCannotBeJoined(text: String, complaint: String) async {
    let found = await complaints {
      var table = ImportTable(try .sample("name,account\nOne,Acme\n"))
      try table.join(try .sample(text, name: "accounts.csv"), replacing: [])
    }
    #expect(found == [complaint])
  }
}
