import FoundationEssentials
import Sales
import Testing

@testable import ZohoAPI

/// Answers that no honest server sends. Reading one ends in an error or in fewer rows, never in a trap.
@Suite("Hostile answers", .timeLimit(.minutes(5)))
struct HostileAnswerTests {
  /// Reads a body as everything there is to read; nobody looks at the result.
  private func readAsEverything(_ body: Data, status: Int = 200) {
    let reply = Reply(
      HTTPResponse(status: status, headers: [("content-type", "application/json")], body: body),
      path: "/x")
    let euro = Currency("EUR")
    let first = PageCursor.first
    _ = try? List<Deal>.deals(currency: euro).page(first).read(reply)
    _ = try? List<Contact>.contacts().page(first).read(reply)
    _ = try? List<Account>.accounts().page(first).read(reply)
    for kind in Activity.Kind.allCases {
      _ = try? List<Activity>.activities(kind).page(first).read(reply)
    }
    _ = try? List<Note>.notes().page(first).read(reply)
    _ = try? List<RecordFields>.records(of: "Deals", fields: []).page(first).read(reply)
    _ = try? Request<[FieldMetadata]>.fields(of: "Deals").read(reply)
    _ = try? Request<[PipelineSettings]>.pipelines(layout: "1").read(reply)
    _ = try? Request<[WriteResult]>.insert([[:]], into: "Deals").read(reply)
    _ = try? List<Invoice>.invoices().page(first).read(reply)
    _ = try? Request<InvoiceDetail>.invoice("1").read(reply)
    _ = try? Request<InvoiceMail>.mail(for: "1").read(reply)
    _ = try? List<Payment>.payments(currency: euro).page(first).read(reply)
    _ = try? List<Customer>.customers().page(first).read(reply)
    _ = try? Request<[CustomField]>.customFields(of: "invoice").read(reply)
    _ = try? TokenReply.read(reply)
    _ = ZohoError(reply, from: .books)
  }

  @Test(arguments: [
    "", " ", "null", "[]", "{}", "0", "\"", "{\"data\":null}", "{\"data\":{}}", "{\"data\":[null]}",
    "{\"data\":[[]]}", "{\"code\":0}", "{\"code\":{},\"data\":[]}", "\u{FEFF}{}",
    "{\"data\":[{\"id\":\"\\ud800\"}]}", "{\"data\":[{\"id\":\"1\",\"id\":\"2\"}]}",
    "{\"data\":[{\"id\":\"1\",\"Amount\":1e400,\"Probability\":1e99}]}",
    "{\"data\":[{\"id\":\"1\",\"Amount\":-1e-400,\"Probability\":9223372036854775808}]}",
    "{\"access_token\":\"t\",\"expires_in\":99999999999999999999999999999}",
    "{\"access_token\":\"t\",\"expires_in\":-1}",
    "{\"user_code\":\"a\",\"device_code\":\"b\",\"interval\":1e30}",
    "{\"data\":[{\"id\":\"1\",\"Modified_Time\":\"9999-12-31T23:59:59-23:59\"}]}",
    "{\"data\":[{\"id\":\"1\",\"Closing_Date\":\"0000-00-00\"}]}",
    "{\"code\":0,\"invoices\":[{\"invoice_id\":1e30,\"date\":\"2026-10-01\",\"total\":\"1e5\"}]}",
  ])
  func ofOddShapesAreSurvived(body: String) {
    for status in [200, 201, 204, 207, 304, 400, 401, 412, 429, 500] {
      readAsEverything(Data(body.utf8), status: status)
    }
  }

  @Test(arguments: [50, 510, 100_000])
  func nestedVeryDeeplyAreSurvived(depth: Int) async {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let nest =
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      for body in [nest, "{\"data\":[\(nest)]}", "{\"code\":\"X\",\"details\":\(nest)}"] {
        // On a thread of the pool, as in the program.
        await Task.detached { readAsEverything(Data(body.utf8), status: 400) }.value
        await Task.detached { readAsEverything(Data(body.utf8), status: 200) }.value
      }
    }
  }

  @Test func withBytesChangedAreSurvived() {
    let bodies = [
      """
      {"data":[{"id":"1","Deal_Name":"a","Amount":1.5,"Probability":60,"Closing_Date":"2026-06-30",
       "Account_Name":{"name":"I","id":"5"},"Modified_Time":"2026-06-12T11:02:03+05:30"}],
       "info":{"more_records":true,"next_page_token":"t"}}
      """,
      """
      {"code":0,"invoices":[{"invoice_id":9,"date":"2026-10-01","total":"10.0","balance":40.6,
       "last_modified_time":"2013-11-18T02:17:40-0800","custom_fields":[{"api_name":"cf_deal_id",
       "value":1}]}],"page_context":[{"has_more_page":true}]}
      """,
      """
      {"data":[{"code":"DUPLICATE_DATA","details":{"id":"7","a":[1,"b"],"c":{"d":true}},
       "message":"m","status":"error"}]}
      """,
    ]
    var random = SeededGenerator(state: 20_261_124)
    for round in 0..<600 {
      var bytes = Array(bodies[round % bodies.count].utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.removeSubrange(index...)
        }
        if bytes.isEmpty { break }
      }
      readAsEverything(Data(bytes), status: round % 2 == 0 ? 200 : 400)
    }
  }

  @Test func ofTooManyDigitsAreRefused() throws {
    let digits = "1234567890123456789012345678901234567890123.45"
    let body = "{\"data\":[{\"id\":\"1\",\"Amount\":\(digits)}]}"
    let reply = Reply(HTTPResponse(status: 200, body: Data(body.utf8)), path: "/x")
    let page = try List<Deal>.deals(currency: Currency("EUR")).page(.first).read(reply)
    #expect(page.rows.isEmpty)
    #expect(page.unreadable.count == 1)
  }
}

/// The same sequence from the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
