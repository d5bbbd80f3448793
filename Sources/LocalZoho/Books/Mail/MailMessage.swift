import Foundation

/// A mail with a text, the same as HTML, and files: RFC 5322 with MIME (RFC 2045 to 2047).
struct MailMessage {
  struct Mailbox {
    var name: String
    var address: String
  }

  struct Attachment {
    var name: String
    var contentType: String
    var data: Data
  }

  var from: Mailbox
  var to: [Mailbox]
  var cc: [Mailbox] = []
  var subject: String
  var html: String
  var attachments: [Attachment] = []
  var date: Date
  /// What makes the message id and the boundaries differ from those of other messages.
  var serial: String

  /// The message with CRLF line ends.
  var data: Data {
    let mixed = "mixed-\(serial)"
    let alternative = "alternative-\(serial)"
    var lines = [
      "Date: \(Self.date(date))", "From: \(Self.header(from))",
      "To: \(to.map(Self.header).joined(separator: ",\r\n "))",
    ]
    if !cc.isEmpty { lines.append("Cc: \(cc.map(Self.header).joined(separator: ",\r\n "))") }
    let domain = from.address.split(separator: "@").last ?? "localhost"
    lines += [
      "Message-ID: <\(serial)@\(domain)>", "Subject: \(Self.encodedWords(subject))",
      "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"\(mixed)\"", "",
      "--\(mixed)", "Content-Type: multipart/alternative; boundary=\"\(alternative)\"", "",
    ]
    for (type, text) in [("plain", HTMLText.plain(html)), ("html", html)] {
      lines += [
        "--\(alternative)", "Content-Type: text/\(type); charset=UTF-8",
        "Content-Transfer-Encoding: quoted-printable", "", QuotedPrintable.encode(text),
      ]
    }
    lines.append("--\(alternative)--")
    for file in attachments {
      let name = Self.asciiFileName(file.name)
      lines += [
        "--\(mixed)", "Content-Type: \(file.contentType); name=\"\(name)\"",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"\(name)\"", "",
        file.data.base64EncodedString(options: [
          .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ]),
      ]
    }
    lines += ["--\(mixed)--", ""]
    return Data(lines.joined(separator: "\r\n").utf8)
  }

  private static func header(_ mailbox: Mailbox) -> String {
    mailbox.name.isEmpty
      ? mailbox.address : "\(encodedWords(mailbox.name, isPhrase: true)) <\(mailbox.address)>"
  }

  /// Text for a header: as it is when it is plain, else in encoded words of at most 75 characters.
  static func encodedWords(_ text: String, isPhrase: Bool = false) -> String {
    let clean = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    let special = "\"(),.:;<>@[]\\".unicodeScalars
    if clean.allSatisfy({ $0.isASCII }), clean.count <= 200 {
      let plain = String(String.UnicodeScalarView(clean))
      guard isPhrase, clean.contains(where: special.contains) else { return plain }
      return "\"" + plain.filter { $0 != "\"" && $0 != "\\" } + "\""
    }
    var words: [String] = []
    var chunk: [UInt8] = []
    for scalar in clean {
      let bytes = Array(String(Character(scalar)).utf8)
      if chunk.count + bytes.count > 42 {
        words.append("=?UTF-8?B?\(Data(chunk).base64EncodedString())?=")
        chunk = []
      }
      chunk += bytes
    }
    words.append("=?UTF-8?B?\(Data(chunk).base64EncodedString())?=")
    return words.joined(separator: "\r\n ")
  }

  private static func asciiFileName(_ name: String) -> String {
    String(
      name.map { character in
        character.isASCII
          && (character.isLetter || character.isNumber || "-_. ".contains(character))
          ? character : "_"
      })
  }

  /// `Tue, 24 Nov 2026 09:30:00 +0000`
  static func date(_ instant: Date) -> String {
    let seconds = Int(instant.timeIntervalSince1970.rounded(.down))
    let day = Timestamp.day(instant)
    let (year, month, dayOfMonth) = day.parts
    let rest = seconds - day.number * 86_400
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((day.number % 7) + 7) % 7]
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map { Digits.padded($0, 2) }
    return "\(weekday), \(dayOfMonth) \(PaperDate.months[month - 1]) \(year) "
      + time.joined(separator: ":") + " +0000"
  }
}

/// Days as papers and mails show them.
enum PaperDate {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `24 Nov 2026` for `2026-11-24`.
  static func text(_ day: String) -> String {
    guard let (year, month, dayOfMonth) = Day(day)?.parts else { return day }
    return "\(Digits.padded(dayOfMonth, 2)) \(months[month - 1]) \(year)"
  }
}
