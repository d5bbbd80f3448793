import FoundationEssentials
import HTTPTypes
import HummingbirdCore
import NIOCore

/// Between HTTP and the site: reads calls, lets faults happen, writes replies.
struct HTTPResponder: Sendable {
  static let bodyLimit = 32 << 20
  /// For forms: the largest attachment, with what a form puts around it.
  static let formLimit = 101 << 20

  let site: Site
  let faults: FaultPlan
  /// `http` or `https`.
  var scheme = "http"
  let now: @Sendable () -> Date

  /// Throwing ends the connection.
  func respond(_ request: Request, _ writer: consuming ResponseWriter, _ channel: any Channel)
    async throws
  {
    let port = channel.localAddress?.port ?? 0
    if let refusal = Doorkeeper(port: port, scheme: scheme).refusal(of: request) {
      try await write(refusal, keepsConnection: false, writer)
      throw ConnectionEnds()
    }
    if request.headers[.expect]?.lowercased() == "100-continue" {
      try await writer.writeInformationalHead(HTTPResponse(status: .continue))
    }
    let isForm = request.headers[.contentType]?.lowercased().hasPrefix("multipart/") == true
    let body: ByteBuffer
    do {
      body = try await request.body.collect(
        upTo: isForm ? Self.formLimit : Self.bodyLimit)
    } catch is NIOTooManyBytesError {
      let tooLarge = Refusal.crm(413, "BODY_SIZE_REACHED", "The request body limit reached")
      let isCRM = request.uri.path.hasPrefix("/crm/")
      try await write(isCRM ? tooLarge.reply : .empty(413), keepsConnection: false, writer)
      throw ConnectionEnds()
    }
    let call = ZohoRequest(
      request, body: Data(body.readableBytesView),
      baseURL: "\(scheme)://127.0.0.1:\(port)")
    let path = "/" + call.path.joined(separator: "/")
    let fault =
      call.path.first == "_local" ? nil : faults.next(method: call.method, path: path)
    try await serve(call, fault, writer)
  }

  private func serve(
    _ call: ZohoRequest, _ fault: Fault.Kind?, _ writer: consuming ResponseWriter
  ) async throws {
    switch fault {
    case nil: try await write(shown(await site.reply(to: call), call), writer)
    case .delay(let milliseconds):
      let reply = await site.reply(to: call) {
        try await Task.sleep(for: .milliseconds(milliseconds))
      }
      try await write(shown(reply, call), writer)
    case .reply(let status, let contentType, let body, let headers):
      var reply = ZohoReply.data(status, contentType: contentType, Data(body.utf8))
      for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
        reply = reply.adding(header: name, value)
      }
      try await write(reply, writer)
    case .cut(let count):
      let reply = await site.reply(to: call)
      var body = try await writer.writeHead(head(of: reply))
      try await body.write(ByteBuffer(bytes: reply.body.prefix(count)))
      throw ConnectionEnds()
    case .applyThenDrop:
      _ = await site.reply(to: call)
      throw ConnectionEnds()
    case .drop: throw ConnectionEnds()
    case .dropThenApply(let milliseconds):
      let site = site
      Task {
        try await Task.sleep(for: .milliseconds(milliseconds))
        _ = await site.reply(to: call)
      }
      throw ConnectionEnds()
    case .invalidToken: try await write(await site.reply(to: call, tokenIsBad: true), writer)
    }
  }

  /// Bytes after the head of an answer to HEAD would be read as the next answer.
  private func shown(_ reply: ZohoReply, _ call: ZohoRequest) -> ZohoReply {
    guard call.method == "HEAD" else { return reply }
    var reply = reply
    reply.body = Data()
    return reply
  }

  /// Thrown to end a connection on purpose.
  private struct ConnectionEnds: Error {}

  private func write(
    _ reply: ZohoReply, keepsConnection: Bool = true, _ writer: consuming ResponseWriter
  ) async throws {
    var head = head(of: reply)
    if !keepsConnection { head.headerFields[.connection] = "close" }
    let body =
      reply.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
    try await writer.write(response: head, body: body)
  }

  private func head(of reply: ZohoReply) -> HTTPResponse {
    var fields = HTTPFields()
    fields[.date] = Timestamp.http(now())
    for header in reply.headers {
      guard let name = HTTPField.Name(header.name) else { continue }
      fields.append(HTTPField(name: name, value: header.value))
    }
    if reply.status != 204, reply.status != 304 {
      fields[.contentLength] = String(reply.body.count)
    }
    return HTTPResponse(status: HTTPResponse.Status(code: reply.status), headerFields: fields)
  }
}
