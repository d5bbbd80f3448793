import AppCore
import FoundationEssentials

extension WriteRow {
  /// A mail of which nobody knows whether it went out.
  static let uncertainMail = WriteRow(
    id: "w1", title: "email INV-0031 to jane@initech.example", state: .uncertain,
    detail: "sent, no answer; looked twice, found nothing",
    created: Date(timeIntervalSince1970: 1_795_000_000 - 90))
  /// A stage move on its way.
  static let movingCard = WriteRow(
    id: "w2", title: "move Globex rollout to Proposal", state: .sending, detail: "on its way",
    created: Date(timeIntervalSince1970: 1_795_000_000 - 3))
  /// A payment that Zoho would not take.
  static let refusedPayment = WriteRow(
    id: "w3", title: "record £6,400.00 from Initech", state: .refused,
    detail: "Zoho refused: the invoice is paid already (24016)",
    created: Date(timeIntervalSince1970: 1_795_000_000 - 7200))
}
