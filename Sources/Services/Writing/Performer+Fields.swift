import FoundationEssentials
import Outbox
import Sales
import ZohoAPI

/// Writes that set fields: whether they are there tells whether the write happened.
extension Performer {
  func look(for edit: RecordEdit) async throws -> Finding {
    guard let now = try await gateway.send(.record(edit.id, of: edit.module), .probe) else {
      return .changed(detail: "the record is no longer there")
    }
    let isThere = edit.fields.allSatisfy { name, value in
      (now[name].map(RecordValue.init) ?? .empty).isSame(as: value)
    }
    if isThere { return .found(returnedID: nil, detail: "the record is as it should be") }
    let isAsBefore =
      edit.base?.allSatisfy { name, value in
        (now[name].map(RecordValue.init) ?? .empty).isSame(as: value)
      } ?? (now["Modified_Time"]?.text == edit.version)
    return isAsBefore
      ? .absent : .changed(detail: "the record was changed by somebody")
  }

  func look(for edit: CustomerEdit) async throws -> Finding {
    let now = try await gateway.send(.customerFields(edit.customer.id), .probe)
    let isThere = edit.fields.allSatisfy { key, value in (now.text(at: key) ?? "") == value }
    return isThere
      ? .found(returnedID: nil, detail: "the customer is as it should be") : .absent
  }

  func look(for new: NewPerson) async throws -> Finding {
    let same = try await persons(of: new.customer.id).filter {
      $0["email"]?.text?.lowercased() == new.email.lowercased()
    }
    switch same.count {
    case 0: return .absent
    case 1:
      return .found(
        returnedID: same[0]["contact_person_id"]?.text, detail: "\(new.email) is there")
    default: return .duplicates(detail: "\(same.count) people have \(new.email)")
    }
  }

  func look(for edit: PersonEdit) async throws -> Finding {
    let now = try await persons(of: edit.customer.id).first {
      $0["contact_person_id"]?.text == edit.person
    }
    guard let now else { return .changed(detail: "the person is no longer there") }
    let isThere = edit.fields.allSatisfy { key, value in (now[key]?.text ?? "") == value }
    return isThere ? .found(returnedID: nil, detail: "the person is as they should be") : .absent
  }

  func look(forCustomerOf contact: Contact.ID) async throws -> Finding {
    try await only(.customers(ofContact: contact))
  }

  private func persons(of customer: Customer.ID) async throws -> [RecordFields] {
    let now = try await gateway.send(.customerFields(customer), .probe)
    guard case .list(let persons)? = now["contact_persons"] else { return [] }
    return persons.compactMap(\.fields)
  }
}

extension RecordFields {
  /// The text at a key, where a key with a dot is a member of an object.
  fileprivate func text(at key: String) -> String? {
    let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return self[key]?.text }
    return self[parts[0]]?.fields?[parts[1]]?.text
  }
}
