import FoundationEssentials
import LocalMirror
import Sales
import Testing

/// Lists of people and companies in the local copy: in windows, ordered and filtered.
@Suite struct PeopleListTests {
  static let time = Date(timeIntervalSince1970: 1_795_000_000)

  static func contact(_ id: String, _ name: String, at seconds: Double = 0) -> Contact {
    Contact(
      id: Contact.ID(id), name: name, email: "\(id)@x.example",
      account: Reference(id: "a1", name: "Acme"),
      modifiedTime: time.addingTimeInterval(seconds))
  }

  static func names(
    _ mirror: MirrorDatabase, _ query: PeopleQuery, limit: Int = 50
  ) throws -> [String] {
    try mirror.read { try $0.people(query, around: .index(0), limit: limit).rows.map(\.name) }
  }

  @Test func peopleAreOrderedByNameCompanyOrLastChange() throws {
    let mirror = try MirrorDatabase.inMemory()
    try mirror.write {
      try $0.save(contacts: [
        Self.contact("1", "bert", at: 5), Self.contact("2", "Ada", at: 9),
        Self.contact("3", "Cleo", at: 1),
      ])
    }
    #expect(try Self.names(mirror, PeopleQuery(list: .contacts)) == ["Ada", "bert", "Cleo"])
    #expect(
      try Self.names(mirror, PeopleQuery(list: .contacts, order: .change))
        == ["Ada", "bert", "Cleo"])
    #expect(try Self.names(mirror, PeopleQuery(list: .contacts, order: .company)).count == 3)
  }

  @Test func everyWordMustOccurAndThoseAfterAnExclamationMarkMustNot() throws {
    let mirror = try MirrorDatabase.inMemory()
    try mirror.write {
      try $0.save(contacts: [
        Self.contact("1", "Ann Lee"), Self.contact("2", "Ann Bo"), Self.contact("3", "Öz Lee"),
      ])
    }
    #expect(try Self.names(mirror, PeopleQuery(list: .contacts, words: "ann lee")) == ["Ann Lee"])
    #expect(try Self.names(mirror, PeopleQuery(list: .contacts, words: "ann !lee")) == ["Ann Bo"])
    #expect(try Self.names(mirror, PeopleQuery(list: .contacts, words: "öz")) == ["Öz Lee"])
  }

  @Test func aWindowOfManyIsReadAloneAndFollowsItsRecord() throws {
    let mirror = try MirrorDatabase.inMemory()
    try mirror.write { writer in
      try writer.save(
        contacts: (0..<5000).map { Self.contact("\($0)", "Name \(10_000 + $0)") })
    }
    let query = PeopleQuery(list: .contacts)
    let window = try mirror.read {
      try $0.people(query, around: .record("4321", lastIndex: 0), limit: 20)
    }
    #expect(window.count == 5000)
    #expect(window.rows.count == 20)
    #expect(window.rows.contains { $0.name == "Name 14321" })
  }

  @Test func leadsComeAndGo() throws {
    let mirror = try MirrorDatabase.inMemory()
    let lead = Lead(
      id: "1", name: "Yan Yeti", company: "Yeti Works", status: "New", modifiedTime: Self.time)
    try mirror.write { try $0.save(leads: [lead]) }
    #expect(try Self.names(mirror, PeopleQuery(list: .leads, words: "works")) == ["Yan Yeti"])
    #expect(try mirror.read { try $0.peopleCounts() } == [.contacts: 0, .accounts: 0, .leads: 1])
    try mirror.write { try $0.delete(["1"], from: .leads) }
    #expect(try Self.names(mirror, PeopleQuery(list: .leads)).isEmpty)
  }

  @Test func whoLooksAlikeIsFoundByAddressNumberOrName() throws {
    let mirror = try MirrorDatabase.inMemory()
    try mirror.write { try $0.save(contacts: [Self.contact("1", "Ann Lee")]) }
    func found(_ values: [String: RecordValue]) throws -> [String] {
      try mirror.read { try $0.lookalikes(of: values, in: "Contacts").map(\.detail) }
    }
    #expect(try found(["Email": "1@X.example"]) == ["same mail address"])
    #expect(try found(["First_Name": "ann", "Last_Name": "lee"]) == ["same name"])
    #expect(try found(["Email": "other@x.example", "Last_Name": "Bo"]).isEmpty)
  }

  @Test func layoutsAndWholeRecordsAreKept() throws {
    let mirror = try MirrorDatabase.inMemory()
    let layout = FormLayout(
      id: "1", name: "Standard", module: "Ships",
      sections: [
        .init(
          label: "Ship",
          fields: [
            FormField(
              apiName: "Flag", label: "Flag", kind: .pickList, isRequired: true,
              choices: [.init(stored: "NO", shown: "Norway")],
              dependency: .init(parent: "Sea", choices: ["North": ["NO"]])),
            FormField(apiName: "X", label: "X", kind: .other("formula")),
          ])
      ])
    let record = RecordSnapshot(
      module: "Ships", id: "7", name: "Fram", version: "v", values: ["Flag": "NO", "Tons": 402])
    try mirror.write {
      try $0.replace(layouts: [layout], of: "Ships")
      try $0.save(record: record)
    }
    #expect(try mirror.read { try $0.layouts(of: "Ships") } == [layout])
    #expect(try mirror.read { try $0.record("7", of: "Ships") } == record)
    #expect(layout.field("Flag")?.choices(with: ["Sea": "South"]).count == 1)
    #expect(layout.field("Flag")?.choices(with: ["Sea": "North"]).map(\.shown) == ["Norway"])
  }
}
