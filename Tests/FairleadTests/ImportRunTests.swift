import Foundation
import Synchronization
import Testing
import ZohoAPI

@testable import fairlead

@Suite(.timeLimit(.minutes(5))) struct ImportRunTests {
  /// Sends a plan without waiting, and answers what became of each row and why it ended early.
  private func send(
    _ plan: ImportPlan, to crm: FakeCRM, workflows: Bool = false
  ) async throws -> (results: [RowResult], end: ZohoError?) {
    var results: [RowResult] = []
    let run = ImportRun(
      client: crm.client, patience: .none, runsWorkflows: workflows,
      record: { results += $0 })
    let end = try await run.send(plan)
    return (results, end)
  }

  private func counts(_ results: [RowResult]) -> [RowResult.Status: Int] {
    results.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }

  @Test func dealsGoByTheHundredAndRunNoWorkflows() async throws {
    let crm = FakeCRM()
    let (results, end) = try await send(.deals(250), to: crm)
    #expect(end == nil)
    #expect(counts(results) == [.created: 250])
    #expect(results.map(\.line) == Array(2...251))
    #expect(crm.writes == ["POST /Deals", "POST /Deals", "POST /Deals"])
    #expect(crm.dealNames.count == 250)
    #expect(crm.state.withLock { $0.lastBody["trigger"] } == .list([]))
  }

  @Test func workflowsRunWhenAskedFor() async throws {
    let crm = FakeCRM()
    _ = try await send(.deals(1), to: crm, workflows: true)
    #expect(crm.state.withLock { $0.lastBody["trigger"] } == nil)
  }

  @Test func runningItAgainMakesNothing() async throws {
    let crm = FakeCRM()
    let first = try await send(.deals(150), to: crm)
    let second = try await send(.deals(150), to: crm)
    #expect(counts(second.results) == [.alreadyThere: 150])
    #expect(second.results.map(\.id) == first.results.map(\.id))
    #expect(crm.writes.count == 2)
    #expect(crm.dealNames.count == 150)
  }

  @Test func aLostAnswerMakesNoDuplicates() async throws {
    let crm = FakeCRM(.answerLost)
    let (results, end) = try await send(.deals(120), to: crm)
    #expect(end == nil)
    #expect(counts(results) == [.created: 120])
    #expect(results[0].message == "found after a lost answer")
    #expect(!results[0].id.isEmpty)
    #expect(crm.dealNames == (1...120).map { "Deal \($0)" })
  }

  @Test func aCallThatIsCarriedOutLateMakesNoDuplicates() async throws {
    let crm = FakeCRM(.late(lookups: 2))
    let (results, _) = try await send(.deals(3), to: crm)
    #expect(counts(results) == [.created: 3])
    #expect(crm.dealNames == ["Deal 1", "Deal 2", "Deal 3"])
    #expect(crm.writes == ["POST /Deals"])
  }

  @Test(arguments: [FakeCRM.Mishap.callLost, .webPage])
  func whatCannotBeFoundIsUnknownAndNotSentAgain(mishap: FakeCRM.Mishap) async throws {
    let crm = FakeCRM(mishap)
    let (results, end) = try await send(.deals(101), to: crm)
    #expect(end == nil)
    #expect(counts(results) == [.unknown: 100, .created: 1])
    #expect(crm.dealNames == ["Deal 101"])
    let again = try await send(.deals(101), to: crm)
    #expect(counts(again.results) == [.created: 100, .alreadyThere: 1])
  }

  @Test func callsThatKeepGettingLostEndTheImport() async throws {
    let crm = FakeCRM(.webPage, .webPage, .webPage, .webPage)
    let (results, end) = try await send(.deals(500), to: crm)
    #expect(end != nil)
    #expect(counts(results) == [.unknown: 300, .notSent: 200])
    #expect(crm.writes.count == 3)
  }

  @Test func tooManyCallsAreWaitedOut() async throws {
    let crm = FakeCRM(.tooMany, .tooMany)
    let waits = Mutex<[Duration]>([])
    var results: [RowResult] = []
    let run = ImportRun(
      client: crm.client,
      patience: Patience(wait: { pause in waits.withLock { $0.append(pause) } }),
      runsWorkflows: false, record: { results += $0 })
    #expect(try await run.send(.deals(2)) == nil)
    #expect(counts(results) == [.created: 2])
    #expect(waits.withLock { $0 } == [.seconds(7), .seconds(7)])
    #expect(crm.dealNames == ["Deal 1", "Deal 2"])
  }

  @Test func anEndlessLimitEndsTheImportAndSaysWhatWasNotSent() async throws {
    let crm = FakeCRM()
    crm.state.withLock { $0.mishaps = Array(repeating: .tooMany, count: 100) }
    let (results, end) = try await send(.deals(150), to: crm)
    #expect(end?.words == "Zoho wants fewer calls: slow down.")
    #expect(counts(results) == [.notSent: 150])
    #expect(crm.dealNames == [])
  }

  @Test func aRefusedRowLeavesTheOthersAlone() async throws {
    let crm = FakeCRM(.refuses(["Deal 2"]))
    let (results, end) = try await send(.deals(3), to: crm)
    #expect(end == nil)
    #expect(results.map(\.status) == [.created, .refused, .created])
    #expect(results[1].message == "invalid data (INVALID_DATA, Amount)")
    #expect(crm.dealNames == ["Deal 1", "Deal 3"])
  }

  @Test func dealsPointAtTheirAccounts() async throws {
    let crm = FakeCRM()
    let plan = try await ImportPlan.sample(
      """
      name,stage,account
      O'Neil's,Qualification,Acme
      Two,Qualification,ACME
      Three,Qualification,
      """, map: ["name=Deal_Name", "stage=Stage", "account=Account_Name"], crm: crm)
    let (results, _) = try await send(plan, to: crm)
    #expect(counts(results) == [.created: 3])
    #expect(crm.writes == ["POST /Accounts/upsert", "POST /Deals"])
    let accounts = crm.state.withLock { $0.deals.map { $0.fields["Account_Name"]?.fields?["id"] } }
    #expect(accounts == ["id of Acme", "id of Acme", nil])
    let again = try await send(plan, to: crm)
    #expect(counts(again.results) == [.alreadyThere: 3])
    #expect(crm.state.withLock { $0.accounts.count } == 1)
  }

  @Test func dealsOfARefusedAccountAreNotMadeWithoutIt() async throws {
    let crm = FakeCRM()
    crm.state.withLock { $0.refusedAccounts = ["Acme"] }
    let plan = try await ImportPlan.sample(
      "name,stage,account\nOne,Qualification,Acme\nTwo,Qualification,Globex\n",
      map: ["name=Deal_Name", "stage=Stage", "account=Account_Name"], crm: crm)
    let (results, _) = try await send(plan, to: crm)
    #expect(results.map(\.status) == [.refused, .created])
    #expect(results[0].message == "its account was refused: invalid data (INVALID_DATA)")
    #expect(crm.dealNames == ["Two"])
  }
}
