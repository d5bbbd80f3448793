import Outbox
import Sales
import ZohoAPI

/// The custom fields in Books that carry our marks, where the organization has them.
actor CustomFields {
  /// The field, on invoices and on payments, that holds our tag and refuses to take one twice.
  static let tag = "cf_fairlead_tag"
  /// The field on invoices that holds the id of the deal.
  static let deal = "cf_deal_id"

  private let gateway: Gateway
  private var known: [String: [CustomField]] = [:]

  init(gateway: Gateway) {
    self.gateway = gateway
  }

  /// The values that what a work makes carries; none for work that makes nothing of ours.
  func values(for work: Work) async throws(ZohoError) -> [CustomFieldValue] {
    switch work {
    case .createInvoice(let draft): try await values(for: draft)
    case .recordPayment(let payment): try await values(for: payment)
    default: []
    }
  }

  private func values(for draft: InvoiceDraft) async throws(ZohoError) -> [CustomFieldValue] {
    try await fields(of: "invoice").compactMap { field in
      switch field.apiName {
      case Self.tag: CustomFieldValue(field, draft.tag)
      case Self.deal: draft.deal.map { CustomFieldValue(field, $0.id.rawValue) }
      default: nil
      }
    }
  }

  private func values(for payment: PaymentDraft) async throws(ZohoError) -> [CustomFieldValue] {
    try await fields(of: "customer_payment").compactMap { field in
      field.apiName == Self.tag ? CustomFieldValue(field, payment.tag) : nil
    }
  }

  private func fields(of entity: String) async throws(ZohoError) -> [CustomField] {
    if let fields = known[entity] { return fields }
    let fields = try await gateway.send(.customFields(of: entity), .write)
    known[entity] = fields
    return fields
  }
}
