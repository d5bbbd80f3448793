import Testing

@testable import LocalZoho

/// The check that the walk stands on can say no.
@Suite struct SchemaCheckTests {
  private func problems(_ value: String, _ schema: String) throws -> [String] {
    let library = DescriptionLibrary(["crm/a.json": try json(schema)])
    let root = try #require(library.root("crm/a.json"))
    return try SchemaCheck().violations(of: json(value), against: root).map(\.description)
  }

  @Test(
    arguments: [
      (#"{"type":"string"}"#, "1", "the reply: is number, not string"),
      (#"{"type":"integer"}"#, "1.5", "the reply: is number, not integer"),
      (#"{"type":["string","null"]}"#, "true", "the reply: is boolean, not string or null"),
      (#"{"enum":["a","b"]}"#, #""c""#, #"the reply: "c" is none of "a" "b""#),
      (#"{"const":0}"#, "5", "the reply: 5 is not 0"),
      (#"{"required":["id"]}"#, "{}", "the reply: lacks id"),
      (
        #"{"properties":{"deal":{"properties":{"id":{"type":"string"}}}}}"#,
        #"{"deal":{"id":7}}"#, "deal.id: is number, not string"
      ),
      (
        #"{"items":{"properties":{"n":{"type":"integer"}}}}"#,
        #"[{"n":1},{"n":"x"}]"#, "[].n: is string, not integer"
      ),
      (
        #"{"additionalProperties":false,"properties":{"a":{}}}"#,
        #"{"a":1,"b":2}"#, "the reply: has b, which is not described"
      ),
      (#"{"additionalProperties":{"type":"string"}}"#, #"{"b":2}"#, "b: is number, not string"),
      (#"{"minItems":1}"#, "[]", "the reply: has 0 elements, not 1 or more"),
      (#"{"maxItems":1}"#, "[1,2]", "the reply: has 2 elements, not 1 or fewer"),
      (#"{"uniqueItems":true}"#, "[1,1]", "the reply: has an element twice"),
      (#"{"minLength":2}"#, #""a""#, #"the reply: "a" is shorter than 2"#),
      (#"{"maxLength":2}"#, #""abc""#, #"the reply: "abc" is longer than 2"#),
      (#"{"minimum":2}"#, "1", "the reply: 1 is below 2"),
      (#"{"maximum":2}"#, "3", "the reply: 3 is above 2"),
      (#"{"pattern":"^a+$"}"#, #""b""#, #"the reply: "b" does not match ^a+$"#),
      (
        #"{"type":"string","format":"date"}"#, #""24/11/2026""#,
        #"the reply: "24/11/2026" is no date"#
      ),
      (#"{"allOf":[{"required":["a"]},{"required":["b"]}]}"#, #"{"a":1}"#, "the reply: lacks b"),
      (
        #"{"oneOf":[{"required":["a","b"]},{"required":["c"]}]}"#, "{}", "the reply: lacks c"
      ),
      (#"{"type":"object","nullable":false}"#, "null", "the reply: is null, not object"),
    ])
  func aDepartureIsTold(schema: String, value: String, problem: String) throws {
    #expect(try problems(value, schema) == [problem])
  }

  @Test(
    arguments: [
      (#"{"type":"string","nullable":true}"#, "null"), (#"{"type":"integer"}"#, "-3"),
      (#"{"type":["string","null"],"format":"date"}"#, #""2026-11-24""#),
      (#"{"format":"date-time"}"#, #""2026-11-24T10:00:00+00:00""#),
      (#"{"format":"date-time"}"#, #""2013-11-18T02:17:40-0800""#),
      (#"{"anyOf":[{"type":"string"},{"type":"number"}]}"#, "1"),
      (#"{"properties":{"a":{"type":"string"}}}"#, #"{"b":1}"#),
    ])
  func whatFitsIsLeftAlone(schema: String, value: String) throws {
    #expect(try problems(value, schema) == [])
  }

  @Test func referencesAreFollowedIntoOtherFiles() throws {
    let library = DescriptionLibrary([
      "crm/a.json": try json(
        ##"{"x":{"$ref":"https://raw.example/v8/b.json#/schemas/Id"},"y":{"$ref":"#/no"}}"##),
      "crm/b.json": try json(
        ##"{"schemas":{"Id":{"$ref":"#/schemas/Text"},"Text":{"type":"string"}}}"##),
    ])
    let root = try #require(library.root("crm/a.json"))
    let local = try #require(root["x"])
    #expect(
      try SchemaCheck().violations(of: 5, against: local).map(\.keyword) == ["type"])
    let dangling = try #require(root["y"])
    #expect(throws: DescriptionLibrary.Unresolved.self) { try dangling.resolved }
  }

  @Test func whatIsForgivenIsLeftOut() throws {
    let library = DescriptionLibrary(["crm/a.json": try json(#"{"items":{"type":"string"}}"#)])
    let root = try #require(library.root("crm/a.json"))
    var check = SchemaCheck()
    check.isForgiven = { violation, value, _ in violation.path == "[]" && value == 1 }
    #expect(try check.violations(of: [1, 2], against: root).count == 1)
  }
}
