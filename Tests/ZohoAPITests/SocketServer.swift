import NIOCore
import NIOPosix
import Synchronization

/// A server on a plain socket that reads one whole request a time and then behaves as told. It counts
/// what it has read: each is an effect the real server would have applied.
final class SocketServer: Sendable {
  /// What it does once a request is complete.
  enum Behaviour: Sendable {
    /// Sends those bytes and keeps the connection.
    case answer(String)
    /// Sends those bytes, maybe none, and closes.
    case drop(after: String)
    /// Sends those bytes and then nothing more, keeping the connection.
    case stall(after: String)
  }

  private let channel: any Channel
  private let log: Log

  final class Log: Sendable {
    private let state = Mutex<(requests: [String], connections: Int)>(([], 0))
    func connected() { state.withLock { $0.connections += 1 } }
    func received(_ request: String) { state.withLock { $0.requests.append(request) } }
    var requests: [String] { state.withLock { $0.requests } }
    var connections: Int { state.withLock { $0.connections } }
  }

  /// Starts on a free port of loopback.
  init(_ behaviour: @escaping @Sendable (Int) -> Behaviour) async throws {
    let log = Log()
    self.log = log
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 16)
      .childChannelInitializer { channel in
        log.connected()
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            Handler(log: log, behaviour: behaviour))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    base = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
  }

  /// Its address, also once it has stopped.
  let base: String
  var requests: [String] { log.requests }
  var connections: Int { log.connections }

  func stop() async throws { try await channel.close() }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    let log: Log
    let behaviour: @Sendable (Int) -> Behaviour
    var received = ""

    init(log: Log, behaviour: @escaping @Sendable (Int) -> Behaviour) {
      self.log = log
      self.behaviour = behaviour
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      let buffer = unwrapInboundIn(data)
      received += String(buffer: buffer)
      guard let request = wholeRequest() else { return }
      received = ""
      log.received(request)
      switch behaviour(log.requests.count) {
      case .answer(let text), .stall(let text): send(text, context)
      case .drop(let text):
        if !text.isEmpty { send(text, context) }
        context.close(promise: nil)
      }
    }

    private func send(_ text: String, _ context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }

    /// The request, once its head and as much body as the head promises are there.
    private func wholeRequest() -> String? {
      guard let end = received.range(of: "\r\n\r\n") else { return nil }
      let head = received[..<end.lowerBound].lowercased()
      let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        .flatMap { Int($0.dropFirst(15).filter(\.isNumber)) }
      return received[end.upperBound...].utf8.count >= length ?? 0 ? received : nil
    }
  }
}

extension String {
  /// Where a text first occurs.
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).first }
}
