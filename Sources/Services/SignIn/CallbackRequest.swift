import FoundationEssentials
import ZohoAPI

/// A request at the address that a browser is sent back to.
struct CallbackRequest {
  /// What a request is taken for.
  enum Reading: Hashable {
    /// The answer that was waited for.
    case answered(Loopback.Answer)
    /// Another page of the browser, such as its icon.
    case unknown
    /// One that must not be heard.
    case refused

    /// The status line and the page that the browser gets.
    var page: (status: String, body: String) {
      switch self {
      case .answered(let answer) where answer.code != nil:
        ("200 OK", Self.html("Fairlead is signed in. You can close this page."))
      case .answered: ("200 OK", Self.html("Nothing was changed. You can close this page."))
      case .unknown: ("404 Not Found", Self.html("There is nothing here."))
      case .refused: ("403 Forbidden", Self.html("This address is not for you."))
      }
    }

    private static func html(_ words: String) -> String {
      "<!doctype html><meta charset=\"utf-8\"><title>Fairlead</title><p>\(words)</p>"
    }
  }

  private let method: String
  private let target: String
  private let headers: [(name: String, value: String)]

  /// Reads the head of a request; nil when it is none.
  init?(_ head: String) {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    guard words.count == 3, words[2].hasPrefix("HTTP/1.") else { return nil }
    method = words[0]
    target = words[1]
    headers = lines.dropFirst().prefix { !$0.isEmpty }.compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (String(line[..<colon]).lowercased(), String(value))
    }
  }

  /// What the request is, for who waits with a state on a port.
  func answer(port: UInt16, state: String) -> Reading {
    let hosts = headers.filter { $0.name == "host" }.map(\.value)
    guard method == "GET", hosts == ["127.0.0.1:\(port)"],
      !headers.contains(where: { $0.name == "origin" })
    else { return .refused }
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts[0] == "/callback", parts.count == 2 else { return .unknown }
    let query = Self.query(parts[1])
    // Equal in every byte, and taking as long whether the first or the last one differs.
    guard let said = query["state"], Self.isSame(said, state) else { return .refused }
    let code = query["code"].flatMap { $0.isEmpty ? nil : Secret($0) }
    let error = query["error"]
    guard code != nil || error != nil else { return .refused }
    return .answered(
      Loopback.Answer(
        code: error == nil ? code : nil, accounts: query["accounts-server"], error: error))
  }

  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }

  /// The values of a query. A name that comes twice has none: nobody can tell which is meant.
  private static func query(_ text: Substring) -> [String: String] {
    var values: [String: String] = [:]
    var twice: Set<String> = []
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let name = decoded(parts[0]), let value = decoded(parts[1]) else {
        continue
      }
      if values.updateValue(value, forKey: name) != nil { twice.insert(name) }
    }
    for name in twice { values[name] = nil }
    return values
  }

  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        continue
      }
      guard rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
