import Sales
import Testing

/// Where CRM and Books differ, and which way each value goes.
@Suite struct PartyDifferenceTests {
  private static let account = Party.account("a1")

  private func verdict(crm: String?, books: String?, agreed: String?) -> PartyDifference.Verdict? {
    PartyDetails.differences(
      of: Self.account, crm: Self.website(crm), books: Self.website(books),
      agreed: agreed.map { Self.website($0) }
    ).first?.verdict
  }

  private static func website(_ value: String?) -> PartyDetails {
    PartyDetails(values: value.map { [.website: $0] } ?? [:])
  }

  @Test func withoutAnAgreementGapsAreFilledAndTwoValuesAreAConflict() {
    #expect(verdict(crm: "a", books: "a", agreed: nil) == nil)
    #expect(verdict(crm: "a", books: nil, agreed: nil) == .goes(.toBooks))
    #expect(verdict(crm: nil, books: "b", agreed: nil) == .goes(.toCRM))
    #expect(verdict(crm: "a", books: "b", agreed: nil) == .conflict)
  }

  @Test func withAnAgreementTheChangedSideWins() {
    #expect(verdict(crm: "new", books: "old", agreed: "old") == .goes(.toBooks))
    #expect(verdict(crm: "old", books: "new", agreed: "old") == .goes(.toCRM))
    #expect(verdict(crm: "mine", books: "theirs", agreed: "old") == .conflict)
  }

  @Test func nothingIsEverEmptiedByItself() {
    #expect(verdict(crm: nil, books: "old", agreed: "old") == .conflict)
    #expect(verdict(crm: "old", books: nil, agreed: "old") == .conflict)
  }

  @Test func theCompanyOfARecordIsOnlyChosenInCRM() {
    let found = PartyDetails.differences(
      of: .contact("c1"), crm: PartyDetails(values: [:]),
      books: PartyDetails(values: [.company: "Hooli"]), agreed: nil)
    #expect(
      found.map(\.verdict) == [.stays(reason: "the company of a record is chosen in CRM")])
  }

  @Test func peopleAreToldByTheirAddressInCapitalsOrNot() {
    let crm = PartyDetails(
      values: [:],
      people: [
        .init(id: "1", email: "Jane@hooli.example", values: [.phone: "1"]),
        .init(id: "2", email: "new@hooli.example", values: [.firstName: "Nina"]),
      ])
    let books = PartyDetails(
      values: [:],
      people: [
        .init(id: "9", email: "jane@hooli.example", values: [.phone: "2"]),
        .init(id: "8", email: "old@hooli.example", values: [:]),
      ])
    let found = PartyDetails.differences(of: Self.account, crm: crm, books: books, agreed: nil)
    #expect(
      found == [
        PartyDifference(
          subject: .person(email: "Jane@hooli.example", .phone), crm: "1", books: "2",
          verdict: .conflict),
        PartyDifference(
          subject: .wholePerson(email: "new@hooli.example"), crm: "Nina", books: nil,
          verdict: .goes(.toBooks)),
        PartyDifference(
          subject: .wholePerson(email: "old@hooli.example"), crm: nil,
          books: "old@hooli.example", verdict: .stays(reason: "only Books has this person")),
      ])
  }

  @Test func whatBothSayIsTheAgreementAndTheRestKeepsTheOldOne() {
    let crm = PartyDetails(values: [.website: "same", .phone: "mine", .billingCity: "Leeds"])
    let books = PartyDetails(values: [.website: "same", .phone: "theirs"])
    let before = PartyDetails(values: [.phone: "old", .billingCountry: "UK"])
    let agreed = PartyDetails.agreement(crm: crm, books: books, before: before)
    #expect(agreed.values == [.website: "same", .phone: "old"])
  }
}
