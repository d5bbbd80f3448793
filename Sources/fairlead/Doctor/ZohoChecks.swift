import Foundation
import Services
import Synchronization
import ZohoAPI

/// What Zoho says about an account: whether it lets us in, to what, and how much is left.
struct ZohoChecks {
  let profile: Profile
  let paths: Paths

  func all() async -> [Finding] {
    let calls = Mutex<[CallRecord]>([])
    let transport = Transport.live()
    defer { Task { await transport.close() } }
    let client: ZohoClient
    do {
      client = try profile.client(transport, paths) { call in calls.withLock { $0.append(call) } }
    } catch {
      return [.skipped("Zoho", "there are no secrets to sign in with")]
    }
    var findings = [await token(client)]
    guard findings[0].state != .bad else { return findings + [.skipped("Zoho", "not let in")] }
    findings += [scopes, await crm(client), await books(client)]
    let made = calls.withLock { $0 }
    return findings + [clock(made), quota(made)]
  }

  private func token(_ client: ZohoClient) async -> Finding {
    do throws(ZohoError) {
      let token = try await client.accessToken.value()
      let minutes = Int(token.expires.timeIntervalSince(TimeSource.system.now()) / 60)
      return .good("access token", "good for \(minutes) min at \(token.api)")
    } catch {
      let problem = SignInProblem.zoho(error, at: profile.dataCenter, way: .browser)
      return .bad(
        "access token", "\(problem.words) Sign in again: fairlead login --profile \(profile.name)",
        HeadlessError(error, isWrite: false).status)
    }
  }

  private var scopes: Finding {
    guard !profile.scopes.isEmpty else {
      return .skipped("scopes", "not known for this profile; the calls below show what works")
    }
    let access = profile.isReadOnly ? Access.readOnly : .full
    let missing = access.missing(from: profile.scopes.joined(separator: " "))
    return missing.isEmpty
      ? .good("scopes", "all that \(access.rawValue) access wants")
      : .warning(
        "scopes", "missing: \(missing.joined(separator: ", ")). Sign in again to add them")
  }

  private func crm(_ client: ZohoClient) async -> Finding {
    do throws(ZohoError) {
      let organization = try await client.send(.organization())
      let user = try await client.send(.currentUser())
      guard profile.crmOrganization.map({ $0 == organization.id }) ?? true else {
        return .bad(
          "CRM", "the sign-in is for \(organization.name), the profile is of another organization")
      }
      return .good(
        "CRM", "\(organization.name), \(organization.edition), as \(user.name)")
    } catch {
      return failed("CRM", error)
    }
  }

  private func books(_ client: ZohoClient) async -> Finding {
    do throws(ZohoError) {
      let all = try await client.send(.organizations())
      guard let id = profile.booksOrganization else {
        return .warning(
          "Books", "no organization is chosen (organization_id); there are \(all.count)")
      }
      guard let found = all.first(where: { $0.id == id }) else {
        return .bad("Books", "the organization \(id) is none of yours", .notFound)
      }
      return .good("Books", "\(found.name), \(found.plan ?? "plan not known")")
    } catch {
      return failed("Books", error)
    }
  }

  private func failed(_ check: String, _ error: ZohoError) -> Finding {
    let failure = HeadlessError(error, isWrite: false)
    return .bad(check, failure.lines.joined(separator: " "), failure.status)
  }

  /// Our clock against the server's, whose answers are dated to the second.
  private func clock(_ calls: [CallRecord]) -> Finding {
    guard let call = calls.last(where: { $0.serverTime != nil }), let server = call.serverTime
    else { return .skipped("clock", "no answer was dated") }
    let skew = Int(call.started.timeIntervalSince(server).rounded())
    return abs(skew) <= 30
      ? .good("clock", "within \(max(1, abs(skew))) s of Zoho's")
      : .warning(
        "clock",
        "\(abs(skew)) s \(skew > 0 ? "ahead of" : "behind") Zoho's. Set this machine's clock")
  }

  private func quota(_ calls: [CallRecord]) -> Finding {
    guard let left = calls.compactMap(\.creditsRemaining).last else {
      return .good("quota", "CRM says nothing, as it does until half of a day's credits are used")
    }
    let words = "\(grouped(left)) CRM credits are left today"
    return left < 500 ? .warning("quota", words) : .good("quota", words)
  }
}
