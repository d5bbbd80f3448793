import AppCore
import FoundationEssentials
import LocalMirror
import Outbox
import Sales
import Screen
import ZohoAPI

extension Services {
  /// How many invoices Books puts into one file at most.
  private static let papersAtOnce = 25

  /// Puts the PDF of an invoice into a file named by the user's pattern, and opens it when asked.
  func savePDF(_ id: Invoice.ID, thenOpen: Bool) async throws -> String {
    let data = try await gateway.send(.invoicePDF(id), .interactive)
    let invoice = try mirror.read { try $0.invoice(id) }
    let path = try save(data, as: PaperName.of(invoice, pattern: files.pdfName))
    if thenOpen, try !files.open(path) {
      post(.told(Event(time: clock.now(), kind: .note, text: "no viewer here; see \(path)")))
    }
    return path
  }

  /// Puts several invoices into one PDF file, or into several where they are more than Books takes.
  func savePapers(_ ids: [Invoice.ID]) async throws -> [String] {
    var paths: [String] = []
    var rest = ids[...]
    let parts = (ids.count + Self.papersAtOnce - 1) / Self.papersAtOnce
    while !rest.isEmpty {
      let data = try await gateway.send(
        .invoicesPDF(Array(rest.prefix(Self.papersAtOnce))), .interactive)
      rest = rest.dropFirst(Self.papersAtOnce)
      let part = parts > 1 ? " \(paths.count + 1) of \(parts)" : ""
      paths.append(try save(data, as: "\(ids.count) invoices \(clock.today())\(part).pdf"))
    }
    return paths
  }

  private func save(_ data: Data, as name: String) throws -> String {
    do {
      return try files.save(data, name, files.downloads)
    } catch {
      throw Failure.storage("the PDF was not saved in \(files.downloads): \(error)")
    }
  }

  /// An invoice in full, from Books, or as last seen when Books cannot be asked.
  func readPaper(_ id: Invoice.ID) async {
    do {
      if let known = try mirror.read({ try $0.invoiceFolder(id) }), known.detail != nil {
        post(.billing(.paperRead(id, .success(known))))
      }
      let detail = try await gateway.send(.invoice(id), .interactive)
      try mirror.write { try $0.save(detail: detail) }
      if let folder = try mirror.read({ try $0.invoiceFolder(id) }) {
        post(.billing(.paperRead(id, .success(folder))))
      }
    } catch {
      post(.billing(.paperRead(id, .failure(Failure(error)))))
    }
  }
}

/// The name of a file that holds an invoice.
enum PaperName {
  /// The most characters of a name, its ending included.
  private static let longest = 120

  /// The name by a pattern such as `{number} {customer} {date}.pdf`. What a server sent never leaves the
  /// folder: only letters, digits, spaces and `-_.` stay of it.
  static func of(_ invoice: Invoice?, pattern: String) -> String {
    guard let invoice else { return "invoice.pdf" }
    var rest = pattern[...]
    var name = ""
    while let character = rest.first {
      if character == "{", let end = rest.firstIndex(of: "}") {
        name += clean(value(rest[rest.index(after: rest.startIndex)..<end], of: invoice))
        rest = rest[rest.index(after: end)...]
      } else {
        name += clean(String(character))
        rest = rest.dropFirst()
      }
    }
    if name.lowercased().hasSuffix(".pdf") { name = String(name.dropLast(4)) }
    name = String(name.drop { $0 == "." || $0 == " " }.prefix(longest))
    while name.last == " " || name.last == "." { name.removeLast() }
    return (name.isEmpty ? "invoice" : name) + ".pdf"
  }

  private static func value(_ field: Substring, of invoice: Invoice) -> String {
    switch field {
    case "number": invoice.number
    case "customer": invoice.customer.name
    case "date": invoice.date.description
    case "due": invoice.dueDate?.description ?? ""
    case "reference": invoice.reference
    default: ""
    }
  }

  private static func clean(_ text: String) -> String {
    String(text.filter { $0.isLetter || $0.isNumber || " -_.".contains($0) })
  }
}
