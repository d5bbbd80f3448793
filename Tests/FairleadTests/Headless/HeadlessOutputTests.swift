import FoundationEssentials
import Testing
import ZohoAPI

@testable import fairlead

/// How results are written.
struct HeadlessOutputTests {
  private let rows: [RecordFields] = [
    [
      "id": "1", "Name": "=cmd|'x'", "Amount": .number(Decimal(string: "-1234.50") ?? 0),
      "Account": .reference(id: "415", name: "Böhm, \"Söhne\""),
    ],
    ["id": "22", "Name": "日本\u{1B}[2J", "Amount": .null, "Tags": .list(["a", "b"])],
  ]

  private func written(_ format: OutputFormat, _ rest: RowWriter.Rest = .none) -> String {
    var text = ""
    let writer = RowWriter(format, columns: ["id", "Name", "Amount", "Account.id"]) { text += $0 }
    writer.add(rows)
    writer.finish(rest)
    return text
  }

  @Test func aTableAlignsAndDisarmsWhatDrivesATerminal() {
    #expect(
      written(.table) == """
        id  Name       Amount   Account.id
        1   =cmd|'x'   -1234.5  415
        22  日本^[[2J

        """)
  }

  @Test func csvDisarmsFormulasButNotNumbers() {
    #expect(
      written(.csv) == "id,Name,Amount,Account.id\r\n1,'=cmd|'x',-1234.5,415\r\n"
        + "22,日本\u{1B}[2J,,\r\n")
  }

  @Test func jsonKeepsEveryFieldAndSaysWhetherThereIsMore() {
    #expect(
      written(.json, .some(hint: "Ask on.")) == #"""
        {"data":[
        {"id":"1","Name":"=cmd|'x'","Amount":-1234.5,"Account":{"name":"Böhm, \"Söhne\"","id":"415"}},
        {"id":"22","Name":"日本\u001b[2J","Amount":null,"Tags":["a","b"]}
        ],"info":{"count":2,"more":true,"hint":"Ask on."}}

        """#)
  }

  @Test func ndjsonIsALineForEachRow() {
    #expect(written(.ndjson).split(separator: "\n").count == 2)
  }

  @Test func anEmptyListIsALlTheSameAList() {
    var text = ""
    RowWriter(.json, columns: []) { text += $0 }.finish()
    #expect(text == "{\"data\":[],\"info\":{\"count\":0,\"more\":false}}\n")
    text = ""
    RowWriter(.csv, columns: ["id", "=x"]) { text += $0 }.finish()
    #expect(text == "id,'=x\r\n")
  }

  @Test(arguments: [
    ("1", "1"), ("0.10", "0.1"),
    ("79228162514264337593543950.335", "79228162514264337593543950.335"),
  ])
  func numbersKeepTheirDigits(text: String, written: String) throws {
    let number = try #require(Decimal(string: text))
    #expect(JSONText.value(.number(number)) == written)
  }

  @Test func noMarkTurnsTheReadingDirection() {
    #expect(JSONText.string("a\u{202E}b\u{9B}\u{2028}") == #""a\u202eb\u009b\u2028""#)
    #expect(JSONText.string("👩‍👧 \"\\\n\t") == "\"👩‍👧 \\\"\\\\\\n\\t\"")
  }

  @Test func ofALookUpOnlyTheIDIsSent() {
    let value = FieldValue.object(["Owner": .reference(id: "1", name: "Jane"), "A": .list([.null])])
    #expect(JSONText.sent(value) == #"{"A":[null],"Owner":{"id":"1"}}"#)
  }

  @Test func outputFormsExcludeEachOther() {
    #expect(throws: (any Error).self) { try OutputOptions.parse(["--json", "--csv"]) }
    #expect(throws: (any Error).self) { try OutputOptions.parse(["--output", "yaml"]) }
  }

  @Test func aTableIsForTerminalsOnlyAndErrorsFollowTheChoice() throws {
    let plain = try OutputOptions.parse([])
    #expect(plain.format(isTerminal: true) == .table)
    #expect(plain.format(isTerminal: false) == .json)
    #expect(!plain.errorsAreJSON)
    #expect(try OutputOptions.parse(["--json"]).errorsAreJSON)
    #expect(try OutputOptions.parse(["--csv", "--json-errors"]).errorsAreJSON)
    #expect(try !OutputOptions.parse(["--output", "csv"]).errorsAreJSON)
  }
}
