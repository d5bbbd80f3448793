import FoundationEssentials
import Outbox
import Sales
import ZohoAPI

extension WriteCall {
  /// The call of a deal's move: a Blueprint's transition where one makes the move, else a change of the
  /// stage. Of a bulk move the bytes are the record's own, which the call of all is put together from.
  init(_ move: StageMove, version: String?, frozen: Data?) throws {
    let terms = move.terms ?? MoveTerms()
    let deal = move.deal.id
    if let transition = terms.transition {
      self.init(
        .take(transition: transition, terms.fields, of: deal.rawValue, in: RecordEdit.deals),
        frozen: frozen)
    } else if terms.batch != nil {
      let record = try frozen ?? Self.record(of: move, terms)
      self.init(Self.batch([record]), record: record)
    } else {
      self.init(
        .updateDeal(deal, terms.fields(to: move.to), version: version), frozen: frozen
      ) { $0.version }
    }
  }

  /// The one call that moves all those deals, from the bytes that were journaled of each.
  static func batch(_ records: [Data]) -> Request<[WriteResult]> {
    // As many as there are to be results: the bytes themselves are those that were journaled.
    var request = Request.update(records.map { _ in RecordFields() }, of: RecordEdit.deals)
    request.body =
      Data("{\"data\":[".utf8) + records.joined(separator: Data(",".utf8)) + Data("]}".utf8)
    return request
  }

  private init(_ request: Request<[WriteResult]>, record: Data) {
    body = record
    send = { gateway throws(ZohoError) in
      switch try await gateway.send(request, .write).first {
      case .written(let written): return written.version
      case .refused(let error): throw error
      case nil: throw .unreadable(path: "/Deals", status: 200, reason: "no result")
      }
    }
  }

  private static func record(of move: StageMove, _ terms: MoveTerms) throws -> Data {
    var fields = terms.fields(to: move.to)
    fields["id"] = .text(move.deal.id.rawValue)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(fields)
  }
}

extension MoveTerms {
  /// What is filled in, as CRM takes it; of a check list each item that is checked.
  var fields: RecordFields {
    Dictionary(
      uniqueKeysWithValues: values.map { name, value in
        guard name == Self.checkLists, case .list(let items) = value else {
          return (name, FieldValue(value))
        }
        return (name, .list(items.map { .object([$0: true]) }))
      })
  }

  /// The same with the stage.
  func fields(to stage: Stage.ID) -> RecordFields {
    fields.merging(["Stage": .text(stage.rawValue)]) { $1 }
  }
}
