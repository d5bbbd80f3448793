import FoundationEssentials

/// The page where a person lets a client in: a plain form that a script can send as well.
enum ConsentPage {
  static func question(
    client: String, scopes: [String], parameters: NamedValues, action: String = "/oauth/v2/auth"
  ) -> ZohoReply {
    let list = scopes.map { "<li>\(escaped($0))</li>" }.joined()
    let fields = parameters.items.filter { $0.name != "decision" }.map {
      "<input type=\"hidden\" name=\"\(escaped($0.name))\" value=\"\(escaped($0.value))\">"
    }.joined()
    return page(
      200, title: "\(client) would like to access your data",
      body: """
        <p>\(escaped(client)) asks \(escaped(User.administrator.fullName)) for:</p><ul>\(list)</ul>
        <form method="post" action="\(action)">\(fields)
        <button name="decision" value="accept">Accept</button>
        <button name="decision" value="reject">Reject</button></form>
        """)
  }

  /// Asks for the code that a device shows.
  static let userCode = page(
    200, title: "Connect a device",
    body: """
      <form method="get" action="/oauth/v3/device">
      <label>Code <input name="user_code" autocomplete="off"></label> <button>Next</button></form>
      """)

  /// The end of the way.
  static func done(_ title: String, _ text: String) -> ZohoReply {
    page(200, title: title, body: "<p>\(escaped(text))</p>")
  }

  static func error(_ code: String) -> ZohoReply {
    page(400, title: "An error occurred", body: "<p>\(escaped(code))</p>")
  }

  private static func page(_ status: Int, title: String, body: String) -> ZohoReply {
    .data(
      status, contentType: "text/html;charset=UTF-8",
      Data(
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(escaped(title))</title>
        </head><body><h1>\(escaped(title))</h1>\(body)</body></html>
        """.utf8)
    ).adding(header: "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
