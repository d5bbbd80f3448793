/// A field that CRM and Books have different values for.
public struct PartyDifference: Hashable, Sendable {
  /// What the value is of.
  public enum Subject: Hashable, Sendable {
    /// The party itself.
    case field(PartyField)
    /// Somebody at it, told by mail address.
    case person(email: String, PersonField)
    /// Somebody whom only one of the two products knows.
    case wholePerson(email: String)
  }

  /// Which way a value goes.
  public enum Direction: Hashable, Sendable {
    /// What CRM has goes to Books.
    case toBooks
    /// What Books has goes to CRM.
    case toCRM
  }

  /// What follows from the difference.
  public enum Verdict: Hashable, Sendable {
    /// Only one side has a value, or only one side changed it since both agreed: it goes to the other.
    case goes(Direction)
    /// Both have a value of their own: somebody has to decide.
    case conflict
    /// It is shown and stays: it cannot be written there.
    case stays(reason: String)
  }

  /// What the value is of.
  public var subject: Subject
  /// What CRM has; nil for nothing.
  public var crm: String?
  /// What Books has; nil for nothing.
  public var books: String?
  /// What both had when they last agreed; nil when that is not known.
  public var agreed: String?
  /// What follows.
  public var verdict: Verdict

  /// A field with different values.
  public init(
    subject: Subject, crm: String?, books: String?, agreed: String? = nil, verdict: Verdict
  ) {
    self.subject = subject
    self.crm = crm
    self.books = books
    self.agreed = agreed
    self.verdict = verdict
  }
}

extension PartyDetails {
  /// Where CRM and Books differ, field by field, and which way each value should go.
  ///
  /// A value that only one side has fills the gap of the other. Where both have one, the one that was
  /// changed since they last agreed wins; when both were, or nobody knows, it is a conflict. Nothing is
  /// ever emptied by itself: a value that one side has removed is a conflict, too.
  ///
  /// - Parameters:
  ///   - party: The record of CRM.
  ///   - crm: What CRM has.
  ///   - books: What Books has.
  ///   - agreed: What both had when they last agreed; nil when they never did.
  public static func differences(
    of party: Party, crm: PartyDetails, books: PartyDetails, agreed: PartyDetails?
  ) -> [PartyDifference] {
    var result: [PartyDifference] = []
    for field in PartyField.allCases {
      guard
        var difference = PartyDifference(
          .field(field), crm.values[field], books.values[field], agreed?.values[field])
      else { continue }
      if difference.verdict == .goes(.toCRM), let reason = field.reasonNotInCRM(party) {
        difference.verdict = .stays(reason: reason)
      }
      result.append(difference)
    }
    for person in crm.people {
      guard let same = books.person(person.email) else {
        result.append(
          PartyDifference(
            subject: .wholePerson(email: person.email), crm: person.name, books: nil,
            verdict: .goes(.toBooks)))
        continue
      }
      let before = agreed?.person(person.email)
      result += PersonField.allCases.compactMap { field in
        PartyDifference(
          .person(email: person.email, field), person.values[field], same.values[field],
          before?.values[field])
      }
    }
    for person in books.people where crm.person(person.email) == nil {
      result.append(
        PartyDifference(
          subject: .wholePerson(email: person.email), crm: nil, books: person.name,
          verdict: .stays(reason: "only Books has this person")))
    }
    return result
  }
}

extension PartyDetails {
  /// What two sides agree on now; where they differ, what they last agreed on.
  public static func agreement(
    crm: PartyDetails, books: PartyDetails, before: PartyDetails?
  ) -> PartyDetails {
    var agreed = PartyDetails(values: before?.values ?? [:])
    for field in PartyField.allCases where crm.values[field] == books.values[field] {
      agreed.values[field] = crm.values[field]
    }
    for person in crm.people {
      guard let same = books.person(person.email) else { continue }
      var known = before?.person(person.email)?.values ?? [:]
      for field in PersonField.allCases where person.values[field] == same.values[field] {
        known[field] = person.values[field]
      }
      agreed.people.append(Person(id: person.id, email: person.email, values: known))
    }
    return agreed
  }
}

extension PartyField {
  /// Why it cannot be written in CRM; nil when it can.
  public func reasonNotInCRM(_ party: Party) -> String? {
    switch (self, party) {
    case (.company, _): "the company of a record is chosen in CRM"
    case (.name, .contact): "a person's name is two fields in CRM; change it there"
    case (.website, .contact): "people have no web address in CRM"
    default: nil
    }
  }
}

extension PartyDetails.Person {
  /// The full name, or the mail address of somebody without one.
  public var name: String {
    let names = [values[.firstName], values[.lastName]].compactMap { $0 }
    return names.isEmpty ? email : names.joined(separator: " ")
  }
}

extension PartyDifference {
  /// The difference of two values, or nil when they are the same to a reader.
  fileprivate init?(_ subject: Subject, _ crm: String?, _ books: String?, _ agreed: String?) {
    guard crm != books else { return nil }
    self.init(
      subject: subject, crm: crm, books: books, agreed: agreed,
      verdict: Self.verdict(crm, books, agreed))
  }

  private static func verdict(_ crm: String?, _ books: String?, _ agreed: String?) -> Verdict {
    guard let agreed else {
      if books == nil { return .goes(.toBooks) }
      return crm == nil ? .goes(.toCRM) : .conflict
    }
    guard crm != nil, books != nil else { return .conflict }
    if books == agreed { return .goes(.toBooks) }
    return crm == agreed ? .goes(.toCRM) : .conflict
  }
}
