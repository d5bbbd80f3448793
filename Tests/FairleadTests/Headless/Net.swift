import Foundation
import Synchronization
import ZohoAPI

@testable import fairlead

/// Stands in for the network under `fairlead api`: answers as told, and remembers what was sent.
final class Net: Sendable {
  private let requests = Mutex<[HTTPRequest]>([])
  private let printed = Mutex("")
  private let tokens = Mutex(0)
  private let answer: @Sendable (HTTPRequest, Int) -> HTTPResponse
  private let isReadOnly: Bool

  /// - Parameter answer: Answers a call; the number says which it is, from 1.
  init(
    isReadOnly: Bool = false, _ answer: @escaping @Sendable (HTTPRequest, Int) -> HTTPResponse
  ) {
    self.isReadOnly = isReadOnly
    self.answer = answer
  }

  /// Answers every call with the same.
  convenience init(_ response: HTTPResponse, isReadOnly: Bool = false) {
    self.init(isReadOnly: isReadOnly) { _, _ in response }
  }

  /// Answers with one page after the other; nil is an answer without content.
  convenience init(pages: [String?]) {
    self.init { _, number in
      let page = number <= pages.count ? pages[number - 1] : nil
      return page.map { .json(200, $0) } ?? HTTPResponse(status: 204)
    }
  }

  /// What was sent, in order.
  var sent: [HTTPRequest] { requests.withLock { $0 } }

  /// The queries of what was sent.
  var queries: [String] {
    sent.map { $0.url.split(separator: "?", maxSplits: 1).dropFirst().joined() }
  }

  /// What was written to stdout.
  var output: String { printed.withLock { $0 } }

  /// Runs `fairlead api` with these arguments.
  func run(_ arguments: [String], in center: DataCenter = .eu) async throws {
    let command = try APICommand.parse(arguments)
    let transport = Transport(send: { request in
      let number = self.requests.withLock { sent in
        sent.append(request)
        return sent.count
      }
      return self.answer(request, number)
    })
    let client = ZohoClient(dataCenter: center, transport: transport) {
      () async throws(ZohoError) in
      let number = self.tokens.withLock { count in
        count += 1
        return count
      }
      return IssuedToken(
        token: Secret("1000.token\(number)"), expires: Date(timeIntervalSinceNow: 3600),
        api: center.api)
    }
    let output = Output(
      command.options.output.format(isTerminal: false),
      print: { text in self.printed.withLock { $0 += text } })
    try await command.run(
      HeadlessSession(
        name: "test", client: client, transport: transport, isReadOnly: isReadOnly,
        output: output, paths: Paths(environment: ["HOME": "/nowhere"])))
  }
}

extension Output {
  /// An output that tells nobody of its progress.
  init(_ format: OutputFormat, print: @escaping @Sendable (String) -> Void) {
    self.init(format: format, print: print, printError: { _ in })
  }
}

extension HTTPRequest {
  /// What is sent, as text.
  var text: String { String(decoding: body ?? Data(), as: UTF8.self) }

  /// The value of a header field.
  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension HTTPResponse {
  /// An answer in JSON.
  static func json(_ status: Int, _ body: String) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [("Content-Type", "application/json;charset=UTF-8")],
      body: Data(body.utf8))
  }
}

/// A place for a file in a folder of its own, which goes with the value.
final class FilePlace {
  private let folder: URL
  let path: String

  init(_ name: String, _ content: Data? = nil) {
    folder = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
    path = folder.appending(path: name).path
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if let content { try? content.write(to: URL(filePath: path)) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }  // the system clears what stays

  /// What is in it.
  var content: Data? { FileManager.default.contents(atPath: path) }
}
