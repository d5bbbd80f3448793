import FoundationEssentials
import ZohoAPI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where a browser brings the answer of Zoho's page: one address of this machine, for one answer.
///
/// It listens on 127.0.0.1 only, and takes nothing but a GET of the one path, for exactly this host,
/// with the state that was asked for. Whatever else a web page sends here is refused.
///
/// <https://www.rfc-editor.org/rfc/rfc8252#section-7.3>
struct Loopback: Sendable {
  /// What Zoho's page said.
  struct Answer: Hashable, Sendable {
    /// The code; nil when the user declined.
    let code: Secret?
    /// The accounts server that gave it, as the browser says: to be looked up, not to be dialled.
    let accounts: String?
    /// Zoho's word for why there is no code, such as `access_denied`.
    let error: String?
  }

  /// The port that is listened on.
  let port: UInt16
  private let descriptor: Int32

  /// The port that a client has to have registered.
  static let standardPort: UInt16 = 8817

  /// The address that a browser is sent to.
  var redirect: String { Self.redirect(port) }

  /// The address for a port.
  static func redirect(_ port: UInt16) -> String { "http://127.0.0.1:\(port)/callback" }

  /// Listens on a port; 0 takes a free one.
  ///
  /// - Throws: `SignInProblem.portTaken` when another program has it.
  init(port: UInt16) throws(SignInProblem) {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw .portTaken(port) }
    var yes: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 8) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      throw .portTaken(port)
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
  }

  /// Listens no longer, where no answer is waited for.
  func stop() { close(descriptor) }

  /// Waits for the answer that belongs to a state. The wait is short slices of sleep, so that it ends
  /// with its task; it lasts as long as a person is at a browser.
  ///
  /// - Throws: `SignInProblem.tooLate` after five minutes, `CancellationError`.
  func answer(state: String) async throws -> Answer {
    defer { close(descriptor) }
    let deadline = ContinuousClock.now + .seconds(300)
    while ContinuousClock.now < deadline {
      try Task.checkCancellation()
      let connection = accept(descriptor, nil, nil)
      guard connection >= 0 else {
        try await Task.sleep(for: .milliseconds(40))
        continue
      }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      _ = fcntl(connection, F_SETFL, O_NONBLOCK)
      defer { close(connection) }
      guard let head = try await head(of: connection) else { continue }
      let reading = CallbackRequest(head).map { $0.answer(port: port, state: state) }
      send(reading ?? .refused, to: connection)
      if case .answered(let answer)? = reading { return answer }
    }
    throw SignInProblem.tooLate
  }

  /// The head of a request; nil when it does not come whole and soon: a browser may open a connection
  /// without a use for it.
  private func head(of connection: Int32) async throws -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    let deadline = ContinuousClock.now + .seconds(2)
    while bytes.count < 16_384, ContinuousClock.now < deadline {
      let count = read(connection, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer.prefix(count)
        let text = String(decoding: bytes, as: UTF8.self)
        if text.contains("\r\n\r\n") { return text }
      } else if count == 0 || errno != EAGAIN {
        return nil
      } else {
        try await Task.sleep(for: .milliseconds(10))
      }
    }
    return nil
  }

  /// Sends a page that holds nothing of what was asked.
  private func send(_ reading: CallbackRequest.Reading, to connection: Int32) {
    let page = reading.page
    let text =
      "HTTP/1.1 \(page.status)\r\nContent-Type: text/html; charset=utf-8\r\n"
      + "Content-Length: \(page.body.utf8.count)\r\nCache-Control: no-store\r\n"
      + "Content-Security-Policy: default-src 'none'\r\nReferrer-Policy: no-referrer\r\n"
      + "Connection: close\r\n\r\n" + page.body
    // A browser that has gone away misses a page and nothing else.
    _ = text.withCString { write(connection, $0, strlen($0)) }
    shutdown(connection, Int32(SHUT_WR))
  }
}
