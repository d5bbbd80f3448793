import FoundationEssentials

/// What both products put around their rows: the rows under a name, and something about the page.
///
/// The names come as the decoder's configuration: they are known only at run time, and Books has two
/// for some lists.
struct Envelope<Payload: Decodable>: DecodableWithConfiguration {
  /// CRM's `info`.
  struct Info: Decodable {
    let moreRecords: Bool?
    let nextPageToken: String?

    enum CodingKeys: String, CodingKey {
      case moreRecords = "more_records"
      case nextPageToken = "next_page_token"
    }
  }

  /// Books' `page_context`: an object, and in some answers an array of one.
  struct PageContext: Decodable {
    let hasMorePage: Bool?

    enum CodingKeys: String, CodingKey {
      case hasMorePage = "has_more_page"
    }

    init(from decoder: any Decoder) throws {
      if var list = try? decoder.unkeyedContainer() {
        hasMorePage = list.isAtEnd ? nil : try list.decode(PageContext.self).hasMorePage
      } else {
        hasMorePage = try decoder.container(keyedBy: CodingKeys.self)
          .decodeIfPresent(Bool.self, forKey: .hasMorePage)
      }
    }
  }

  let payload: Payload?
  let info: Info?
  let pageContext: PageContext?
  let code: String?
  let message: String?

  init(from decoder: any Decoder, configuration names: [String]) throws {
    let container = try decoder.container(keyedBy: AnyKey.self)
    let name = names.map { AnyKey(stringValue: $0) }.first { container.contains($0) }
    payload = try name.map { try container.decode(Payload.self, forKey: $0) }
    info = try container.decodeIfPresent(Info.self, forKey: "info")
    pageContext = try container.decodeIfPresent(PageContext.self, forKey: "page_context")
    code = try container.decodeIfPresent(LenientText.self, forKey: "code")?.value
    message = try container.decodeIfPresent(String.self, forKey: "message")
  }

  /// The envelope in an answer.
  static func read(_ reply: Reply, _ names: [String]) throws -> Envelope {
    try JSONDecoder().decode(Envelope.self, from: reply.body, configuration: names)
  }

  /// The payload, which a good answer must have.
  func content(_ reply: Reply, _ names: [String]) throws -> Payload {
    guard let payload else {
      throw ZohoError.unreadable(
        path: reply.path, status: reply.status, reason: "no \(names.first ?? "content")")
    }
    return payload
  }
}

extension AnyKey: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { stringValue = value }
}
