import FoundationEssentials
import Testing

@testable import LocalZoho

@Suite struct JSONTests {
  @Test(arguments: [
    #"{"a":[1,-2.50,3e2,null,true,false,"x/y"],"b":{}}"#, "1234567890123.45",
    "0.0000000001", "99999999999999999999999999999999999999", #""\u0001é漢🙂""#,
  ])
  func textsComeBackExactly(text: String) throws {
    let expected =
      text == #"{"a":[1,-2.50,3e2,null,true,false,"x/y"],"b":{}}"#
      ? #"{"a":[1,-2.5,300,null,true,false,"x/y"],"b":{}}"# : text
    #expect(try JSONValue(parsing: text).text == expected)
  }

  @Test func escapesAreUndone() throws {
    #expect(
      try JSONValue(parsing: #""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude42""#)
        == .string("a\"\\/\u{8}\u{c}\n\r\té🙂"))
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "01", "1.", "-", "1e", "tru", "\"abc", "\"\u{1}\"", "[1] 2",
    #""\ud83d""#, #""\x""#, #"{"a":1,"a":2}"#, "1e999", "{a:1}", "[1 2]", "NaN",
    "123456789012345678901234567890123456789",
  ])
  func malformedTextIsRefused(text: String) {
    #expect(throws: JSONError.self) { try JSONValue(parsing: text) }
  }

  @Test func nestingIsLimitedTo64Levels() throws {
    func nest(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(throws: Never.self) { try JSONValue(parsing: nest(64)) }
    #expect(throws: JSONError.self) { try JSONValue(parsing: nest(65)) }
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: JSONError.self) { try JSONValue(parsing: Data([0x22, 0xFF, 0x22])) }
  }

  @Test func objectsKeepTheirOrder() throws {
    var object: JSONObject = ["z": 1, "a": 2]
    object["z"] = 3
    object["m"] = nil
    object["n"] = .null
    #expect(JSONValue.object(object).text == #"{"z":3,"a":2,"n":null}"#)
  }
}
