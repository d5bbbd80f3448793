import FoundationEssentials
import Sales
import Testing

@Suite struct RecordValueTests {
  @Test(arguments: [
    (RecordValue.empty, "null"), (.bool(true), "true"), (.text("a"), #""a""#),
    (.list(["a", "b"]), #"["a","b"]"#),
  ])
  func aValueIsWrittenAsThePlainestJSON(_ value: RecordValue, _ json: String) throws {
    #expect(String(decoding: try JSONEncoder().encode(value), as: UTF8.self) == json)
    #expect(try JSONDecoder().decode(RecordValue.self, from: Data(json.utf8)) == value)
  }

  @Test func amountsStayExact() throws {
    let amount = try #require(Decimal(string: "22500.10"))
    let json = try JSONEncoder().encode(["Amount": RecordValue.number(amount)])
    #expect(
      try JSONDecoder().decode([String: RecordValue].self, from: json)["Amount"] == .number(amount))
  }

  @Test func aLookUpKeepsItsName() throws {
    let look = RecordValue.reference(id: "17", name: "Acme")
    let json = try JSONEncoder().encode(look)
    #expect(try JSONDecoder().decode(RecordValue.self, from: json) == look)
  }

  @Test func anEditOfAnOlderJournalIsStillRead() throws {
    let json = #"{"module":"Contacts","id":"1","name":"Jane","fields":{"Phone":"12","Fax":null}}"#
    let edit = try JSONDecoder().decode(RecordEdit.self, from: Data(json.utf8))
    #expect(edit.fields == ["Phone": "12", "Fax": .empty])
    #expect(edit.base == nil)
    #expect(edit.reversed(version: nil) == nil, "nobody knows what was there")
  }

  @Test func emptyTextsAndLookUpsByIdMeanTheSame() {
    #expect(RecordValue.text("").isSame(as: .empty))
    #expect(RecordValue.list([]).isSame(as: .empty))
    #expect(RecordValue.reference(id: "1", name: "A").isSame(as: .reference(id: "1", name: "B")))
    #expect(!RecordValue.reference(id: "1", name: "A").isSame(as: .reference(id: "2", name: "A")))
    #expect(RecordValue.number(5).isSame(as: .text("5")))
    #expect(!RecordValue.bool(false).isSame(as: .empty))
  }

  @Test func takingBackPutsWhatWasThere() {
    let edit = RecordEdit(
      module: "Contacts", id: "1", name: "Jane", fields: ["Phone": "2", "Fax": "3"], version: "v1",
      base: ["Phone": "1", "Fax": .empty])
    #expect(
      edit.reversed(version: "v2")
        == RecordEdit(
          module: "Contacts", id: "1", name: "Jane", fields: ["Phone": "1", "Fax": .empty],
          version: "v2", base: ["Phone": "2", "Fax": "3"]))
  }
}
