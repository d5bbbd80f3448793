import Foundation
import GRDB
import Testing

@testable import LocalZoho

/// Walks Zoho's own descriptions of its API, where somebody has them, and holds the server to them.
@Suite(.enabled(if: Descriptions.folder != nil, Comment(rawValue: Descriptions.absence)))
struct DescriptionsWalkTests {
  @Test func theTableListsWhatZohoDescribes() throws {
    let described = try Descriptions(folder: Descriptions.folder ?? "").operations
    let listed = OfficialArea.all.flatMap { area in
      area.operations.map {
        "\(area.product) \(area.description) \($0.method) \(DescribedOperation.shape($0.path))"
      }
    }
    #expect(Set(listed).count == listed.count, "an operation is listed twice")
    let books = described.filter { $0.product == .books }.map {
      "books \($0.description) \($0.shape)"
    }
    #expect(Set(listed.filter { $0.hasPrefix("books") }).symmetricDifference(books) == [])

    // The two sets of the CRM describe most operations twice, now and then under two names.
    let crm = described.filter {
      $0.product == .crm && !DescriptionFaults.placeholders.contains($0.shape)
    }
    let places = Dictionary(grouping: crm, by: \.shape).mapValues { Set($0.map(\.description)) }
    let table = OfficialArea.all.filter { $0.product == .crm }
    let shapes = table.flatMap { area in
      area.operations.map { "\($0.method) \(DescribedOperation.shape($0.path))" }
    }
    #expect(Set(shapes).symmetricDifference(places.keys) == [])
    for area in table {
      for operation in area.operations {
        let shape = "\(operation.method) \(DescribedOperation.shape(operation.path))"
        #expect(places[shape]?.contains(area.description) == true, "\(area.description) \(shape)")
      }
    }
  }

  @Test(.timeLimit(.minutes(10))) func everyServedOperationConforms() async throws {
    let descriptions = try Descriptions(folder: Descriptions.folder ?? "")
    let served = Set(
      OfficialArea.all.flatMap { area in
        area.operations.filter { $0.answer == .served }
          .map { "\($0.method) \(DescribedOperation.shape($0.path))" }
      })
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).db").path
    defer { Self.remove(file) }
    try Self.addUniqueFields(to: file)
    try Self.addLayouts(to: file)
    try Self.addSeats(to: file)
    try await TestServer.run(
      seed: Seed(deals: 20), quotas: .none, dataFile: file
    ) { zoho async throws in
      let client = try await ExampleClient(zoho)
      let books = BooksExamples(client, descriptions.operations)
      let crm = CRMExamples(client)
      var results: [Conformance] = []
      for operation in descriptions.operations where served.contains(operation.shape) {
        var result = Conformance(operation: operation, call: nil, problems: [])
        do {
          let call =
            operation.product == .books
            ? try await books.call(for: operation) : try await crm.call(for: operation)
          result.call = call
          let reply = try await client.send(call)
          result.problems = try ReplyCheck(operation: operation).problems(of: reply)
        } catch let missing as NoExample {
          result.problems = [missing.description]
        }
        results.append(result)
      }
      report(results, of: descriptions.operations)
      #expect(results.filter { !$0.problems.isEmpty }.map(\.heading) == [])
    }
  }

  /// Many updates find their record by a custom field without duplicates; a person would add it.
  private static func addUniqueFields(to file: String) throws {
    try ZohoStore(.file(file)).write { db in
      let known = try String.fetchAll(
        db, sql: "SELECT entity FROM books_custom_fields WHERE api_name = 'cf_fairlead_tag'")
      for entity in BooksExamples.entities where !known.contains(entity) {
        try db.execute(
          sql: "INSERT INTO books_custom_fields VALUES (?, ?, ?, ?, 'string', ?, ?)",
          arguments: [
            try RecordIDs.next(.books, db), entity, "cf_fairlead_tag", "Fairlead tag", true, 1,
          ])
      }
    }
  }

  /// Layouts to be deleted; no operation makes one, a person would.
  private static func addLayouts(to file: String) throws {
    try ZohoStore(.file(file)).write { db in
      guard let known = try CRMLayout.filter(Column("module") == "Deals").fetchOne(db) else {
        return
      }
      for place in 1...3 {
        var layout = known
        layout.id = try RecordIDs.next(.crm, db)
        layout.name = "Spare \(place)"
        try layout.insert(db)
      }
    }
  }

  /// The walk adds more people than the organization pays for.
  private static func addSeats(to file: String) throws {
    try ZohoStore(.file(file)).write { db in
      try db.execute(sql: "UPDATE organization SET seats = 50")
    }
  }

  private static func remove(_ file: String) {
    for ending in ["", "-wal", "-shm", "-journal"] {
      // What was never made need not go.
      _ = try? FileManager.default.removeItem(atPath: file + ending)
    }
  }

  private func report(_ results: [Conformance], of all: [DescribedOperation]) {
    for result in results where !result.problems.isEmpty {
      print("does not conform: \(result.heading)")
      if let call = result.call { print("  sent \(call.target) \(call.shown)") }
      for problem in result.problems { print("  \(problem)") }
    }
    for edition in Set(all.map(\.edition)).sorted() {
      let described = all.filter { $0.edition == edition }
      let served = results.filter { $0.operation.edition == edition }
      let conforming = served.filter(\.problems.isEmpty)
      print(
        "\(edition): \(described.count) operations described, \(served.count) served, "
          + "\(conforming.count) conforming")
    }
  }
}
