import Crypto
import FoundationEssentials
import Outbox
import Sales
import ZohoAPI

/// The one call that a write makes: its bytes, and how to send them.
struct WriteCall: Sendable {
  /// What is sent, byte for byte.
  var body: Data
  /// Sends it once, and answers the id of what was made, where something was.
  let send: @Sendable (Gateway) async throws(ZohoError) -> String?

  init<Response>(
    _ request: Request<Response>, frozen: Data?,
    id: @escaping @Sendable (Response) -> String? = { _ in nil }
  ) {
    var request = request
    if let frozen { request.body = frozen.isEmpty ? nil : frozen }
    body = request.body ?? Data()
    let final = request
    send = { gateway throws(ZohoError) in id(try await gateway.send(final, .write)) }
  }

  /// The call of a work.
  ///
  /// - Parameters:
  ///   - fields: The values of the organization's custom fields on what is made.
  ///   - version: The version of the record that a change is based on.
  ///   - frozen: The bytes that were journaled: they are sent, whatever would be written today.
  /// - Throws: `OutboxError.noEvidence` for a link of a chain whose invoice is not there yet.
  init(
    _ work: Work, fields: [CustomFieldValue] = [], version: String? = nil, frozen: Data? = nil
  ) throws {
    switch work {
    case .moveStage(let move): try self.init(move, version: version, frozen: frozen)
    case .editRecord(let edit):
      let values = edit.fields.mapValues { FieldValue($0) }
      self.init(
        .update(edit.id, of: edit.module, values, version: version ?? edit.version),
        frozen: frozen)
    case .record(let write): self.init(write, frozen: frozen)
    case .createNote(let note):
      self.init(
        .addNote(title: note.title, content: note.content, to: note.deal.id.rawValue),
        frozen: frozen
      ) { $0.id }
    case .createInvoice(let draft):
      self.init(.createInvoice(draft, fields: fields), frozen: frozen) { $0.invoice.id.rawValue }
    case .updateInvoice(let id, let draft):
      self.init(.updateInvoice(id, draft), frozen: frozen) { $0.invoice.id.rawValue }
    case .markSent(.invoice(let id)): self.init(.markSent(id), frozen: frozen)
    case .emailInvoice(.invoice(let id), let mail):
      self.init(.send(mail, for: id), frozen: frozen)
    case .markSent(.madeBy(let id)), .emailInvoice(.madeBy(let id), _):
      throw OutboxError.noEvidence(id)
    case .voidInvoice(let id): self.init(.void(id), frozen: frozen)
    case .step(let step): self.init(step.request, frozen: frozen)
    case .recordPayment(let draft):
      self.init(.recordPayment(draft, fields: fields), frozen: frozen) { $0.id.rawValue }
    case .createCustomer(let customer):
      self.init(.createCustomer(CustomerDraft(customer)), frozen: frozen) {
        $0.customer.id.rawValue
      }
    case .importCustomer(let account):
      self.init(.importAccount(account.id), frozen: frozen) { $0.rawValue }
    case .importPerson(let contact):
      self.init(.importContact(contact.id), frozen: frozen) { $0.rawValue }
    case .editCustomer(let edit):
      self.init(
        .updateCustomer(edit.customer.id, fields: RecordFields(nesting: edit.fields)),
        frozen: frozen)
    case .addPerson(let person):
      self.init(
        .addPerson(to: person.customer.id, fields: RecordFields(nesting: person.fields)),
        frozen: frozen
      ) { $0 }
    case .document(.create(let draft)):
      self.init(.createDocument(draft), frozen: frozen) { $0.id }
    case .document(.setStatus(let document, let status)):
      self.init(.setStatus(status, of: document.kind, document.id), frozen: frozen)
    case .editPerson(let edit):
      self.init(
        .updatePerson(
          edit.person, of: edit.customer.id, fields: RecordFields(nesting: edit.fields)),
        frozen: frozen)
    }
  }

  /// The SHA-256 of bytes, as 64 hexadecimal digits (FIPS 180-4).
  static func hash(_ bytes: some DataProtocol) -> String {
    SHA256.hash(data: bytes).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}

extension CustomerDraft {
  fileprivate init(_ customer: NewCustomer) {
    let person = customer.email.map { email in
      Person(firstName: customer.name, lastName: "", email: email)
    }
    self.init(name: customer.name, company: customer.name, person: person)
  }
}
