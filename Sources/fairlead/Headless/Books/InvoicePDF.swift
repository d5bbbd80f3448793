import AppCore
import ArgumentParser
import Foundation
import Sales
import ZohoAPI

/// Writes the PDF of an invoice into a file.
struct InvoicePDF: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pdf", abstract: Commands.abstract(of: "invoices pdf"))

  @Argument(help: "Its number or its id.") var invoice: String
  @Option(
    name: .shortAndLong,
    help: "The file; - is standard output. By default NUMBER.pdf in this folder.",
    completion: .file(extensions: ["pdf"]))
  var output: String?
  @Flag(help: "Replace a file that is there.") var force = false
  @Flag(help: "Write an error as one JSON object on stderr.") var jsonErrors = false
  @OptionGroup var account: AccountOptions

  func run() async throws {
    let text = Output(format: .table, errorsAreJSON: jsonErrors)
    try await headless(account, text) { session in
      let found = try await session.invoice(invoice).invoice
      let data = try await session.send(.invoicePDF(found.id))
      guard output != "-" else { return FileHandle.standardOutput.write(data) }
      let path = output ?? found.number.fileName + ".pdf"
      try NewFile.write(data, to: path, replacing: force)
      session.output.tell("Saved \(path).")
    }
  }
}

/// Files that a command makes, for their owner's eyes.
enum NewFile {
  /// Writes a file.
  ///
  /// - Throws: `noOutput` when it is there and may not be replaced, or cannot be written.
  static func write(_ data: Data, to path: String, replacing: Bool) throws(HeadlessError) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else {
      let reason =
        errno == EEXIST
        ? "it is there already; --force replaces it" : String(cString: strerror(errno))
      throw HeadlessError(.noOutput, "\(path) was not written: \(reason).")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: data)
      try handle.close()
    } catch {
      throw HeadlessError(.noOutput, "\(path) was not written: \(error.localizedDescription)")
    }
  }
}

extension String {
  /// The text as part of a name that no server can lead astray.
  fileprivate var fileName: String {
    let name = filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return name.isEmpty ? "invoice" : name
  }
}
