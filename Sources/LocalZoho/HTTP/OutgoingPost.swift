import FoundationEssentials
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A call that this server makes itself: callbacks of jobs, notifications, and what it tells another
/// data centre.
struct OutgoingPost: Sendable {
  var url: String
  var contentType = "application/json;charset=UTF-8"
  var body: Data

  enum Problem: Error, Hashable {
    case badURL(String)
    /// The connection ended before an answer.
    case noAnswer
    case tookTooLong
  }

  static let patience = TimeAmount.seconds(10)

  struct Reply: Hashable, Sendable {
    var status: Int
    var body = Data()
  }

  /// Sends and waits for the answer. Not for a thread that serves connections.
  /// - Throws: ``Problem``, or an error of the network.
  func sendAndWait() throws -> Reply { try send().wait() }

  func send() throws -> EventLoopFuture<Reply> {
    guard let target = Target(url) else { throw Problem.badURL(url) }
    let loop = MultiThreadedEventLoopGroup.singleton.next()
    let answer = loop.makePromise(of: Reply.self)
    let context = try target.isSecure ? Self.secure(target) : nil
    let head = head(target)
    let bytes = ByteBuffer(bytes: body)
    ClientBootstrap(group: loop)
      .connectTimeout(Self.patience)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let context {
            try channel.pipeline.syncOperations.addHandler(
              NIOSSLClientHandler(context: context, serverHostname: target.name))
          }
          try channel.pipeline.syncOperations.addHTTPClientHandlers()
          try channel.pipeline.syncOperations.addHandler(Answer(answer))
        }
      }
      .connect(host: target.host, port: target.port)
      .whenComplete { result in
        switch result {
        case .failure(let error): answer.fail(error)
        case .success(let channel):
          channel.write(HTTPClientRequestPart.head(head), promise: nil)
          channel.write(HTTPClientRequestPart.body(.byteBuffer(bytes)), promise: nil)
          channel.writeAndFlush(HTTPClientRequestPart.end(nil), promise: nil)
          let limit = channel.eventLoop.scheduleTask(in: Self.patience) {
            answer.fail(Problem.tookTooLong)
          }
          answer.futureResult.whenComplete { _ in
            limit.cancel()
            channel.close(promise: nil)
          }
        }
      }
    return answer.futureResult
  }

  /// Nobody stands between two programs of one machine, and their certificates are seldom signed.
  private static func secure(_ target: Target) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeClientConfiguration()
    if ["127.0.0.1", "::1", "localhost"].contains(target.host) {
      configuration.certificateVerification = .none
    }
    return try NIOSSLContext(configuration: configuration)
  }

  private func head(_ target: Target) -> HTTPRequestHead {
    var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: target.path)
    head.headers.add(name: "Host", value: "\(target.host):\(target.port)")
    head.headers.add(name: "Content-Type", value: contentType)
    head.headers.add(name: "Content-Length", value: String(body.count))
    head.headers.add(name: "Connection", value: "close")
    return head
  }

  private struct Target: Sendable {
    var isSecure: Bool
    var host: String
    var port: Int
    var path: String

    init?(_ text: String) {
      guard let url = URL(string: text), let scheme = url.scheme?.lowercased(),
        ["http", "https"].contains(scheme), let host = url.host(), !host.isEmpty
      else { return nil }
      isSecure = scheme == "https"
      self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
      port = url.port ?? (isSecure ? 443 : 80)
      path = (url.path().isEmpty ? "/" : url.path()) + (url.query().map { "?\($0)" } ?? "")
    }

    /// The name to check a certificate against; TLS takes no addresses there.
    var name: String? {
      host.contains(":") || host.utf8.allSatisfy { $0 < 0x3a } ? nil : host
    }
  }

  private final class Answer: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let answer: EventLoopPromise<Reply>

    private var reply: Reply?

    init(_ answer: EventLoopPromise<Reply>) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head): reply = Reply(status: Int(head.status.code))
      case .body(let part): reply?.body.append(contentsOf: part.readableBytesView)
      case .end: if let reply { answer.succeed(reply) }
      }
    }

    func channelInactive(context: ChannelHandlerContext) { answer.fail(Problem.noAnswer) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { answer.fail(error) }
  }
}
