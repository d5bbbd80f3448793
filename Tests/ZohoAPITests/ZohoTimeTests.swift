import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

@Suite("Zoho's times and numbers")
struct ZohoTimeTests {
  @Test(arguments: [
    ("2026-10-01T09:30:00+05:30", 1_790_827_200), ("2026-10-01T09:30:00+0530", 1_790_827_200),
    ("2013-11-18T02:17:40-0800", 1_384_769_860), ("2026-10-01T04:00:00Z", 1_790_827_200),
    ("2026-10-01T04:00:00.123Z", 1_790_827_200), ("1970-01-01T00:00:00+00:00", 0),
    ("2026-10-01 04:00", 1_790_827_200), ("2026-10-01", 1_790_812_800),
    ("1969-12-31T23:59:59-00:00", -1), ("2024-02-29T23:59:60+00:00", 1_709_251_200),
  ])
  func areRead(text: String, seconds: Int) {
    #expect(ZohoTime.parse(text) == Date(timeIntervalSince1970: Double(seconds)))
  }

  @Test(arguments: [
    "", " ", "now", "2026-02-30T00:00:00Z", "2026-10-01T24:00:00Z", "2026-10-01T09:30:00+",
    "2026-10-01T09:30:00+99:00", "2026-10-01T09:30:00Zx", "2026-10-0１T09:30:00Z", "2026-1-1",
    "٢٠٢٦-10-01",
  ])
  func areRefusedWhenTheyAreNone(text: String) {
    #expect(ZohoTime.parse(text) == nil)
  }

  @Test func areWrittenInUTC() {
    let date = Date(timeIntervalSince1970: 1_790_827_205.9)
    #expect(ZohoTime.crm(date) == "2026-10-01T04:00:05+00:00")
    #expect(ZohoTime.books(date) == "2026-10-01T04:00:05+0000")
  }

  @Test func keepTheirPlusInAQuery() {
    #expect(
      QueryText.suffix([("t", "2026-10-01T04:00:05+0000"), ("q", "a&b=ü")])
        == "?t=2026-10-01T04%3A00%3A05%2B0000&q=a%26b%3D%C3%BC")
  }

  @Test(arguments: [
    ("1234567890123.45", "1234567890123.45"), ("-0.10", "-0.1"), ("12abc", nil), ("", nil),
    ("1.2.3", nil), ("--1", nil), ("1e5", nil), ("NaN", nil),
    (String(repeating: "9", count: 400), nil),
  ])
  func areExactOrNothing(text: String, number: String?) {
    #expect(ExactNumber.parse(text) == number.flatMap { Decimal(string: $0) })
  }

  @Test func ofARecordGoOutAsTheyCameIn() throws {
    let json = """
      {"Amount":1234567890123.45,"Big":9007199254740993,"Done":true,"Name":"a/b","None":null,\
      "Owner":{"id":"4150868000005746001"},"Rate":0.1,"Tags":["x",1.10]}
      """
    let fields = try JSONDecoder().decode(RecordFields.self, from: Data(json.utf8))
    #expect(fields["Owner"] == .reference(id: "4150868000005746001", name: nil))
    #expect(fields["Amount"] == Decimal(string: "1234567890123.45").map(FieldValue.number))
    let request: Request<WrittenRecord> = .insert(fields, into: "Deals")
    #expect(
      request.body.map { String(decoding: $0, as: UTF8.self) }
        == #"{"data":["# + json.replacing("1.10", with: "1.1") + "]}")
  }
}
