/// Whom a customer's mails have gone to, as far as it is known here.
public struct Correspondence: Hashable, Sendable {
  /// The addresses of the customer's people, in small letters.
  public var people: Set<String> = []
  /// The addresses that were mailed about this customer's invoices before, in small letters.
  public var mailed: Set<String> = []

  /// Nobody is known.
  public init() {}
}

extension Correspondence {
  /// The correspondence with people of those addresses, by what the histories of their invoices say.
  public init(people: [String], events: [String]) {
    self.people = Set(people.map { $0.lowercased() })
    mailed = Set(events.flatMap(Self.addresses))
  }

  /// What is unusual about mailing an address; nil when nothing is.
  func oddity(of address: String) -> String? {
    let address = address.lowercased()
    if mailed.contains(address) { return nil }
    let domains = Set(people.compactMap(Self.domain))
    if let domain = Self.domain(address), !domains.isEmpty, !domains.contains(domain) {
      return "is at another domain than the customer's people (\(domains.sorted()[0]))"
    }
    if !people.contains(address) { return "is none of the customer's people" }
    return mailed.isEmpty ? nil : "was never mailed before"
  }

  private static func domain(_ address: String) -> String? {
    address.split(separator: "@").last.map(String.init)
  }

  /// The addresses that a line of history names.
  private static func addresses(in text: String) -> [String] {
    let marks: Set<Character> = [",", ";", "<", ">", "(", ")", "\"", "."]
    return text.split(whereSeparator: \.isWhitespace).compactMap { word in
      let address = word.drop { marks.contains($0) }.reversed().drop { marks.contains($0) }
      let text = String(address.reversed()).lowercased()
      return text.contains("@") ? text : nil
    }
  }
}
