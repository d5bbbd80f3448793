import Testing

@testable import AppCore

/// The wizard asks for the environment of CRM, where there is more than one.
struct SignInEnvironmentTests {
  private func wizard(hasEnvironments: Bool) -> SignInWizard {
    SignInWizard(
      .init(
        centers: [
          .init(
            code: "eu", name: "eu", accounts: "accounts.zoho.eu", console: "api-console.zoho.eu",
            hasEnvironments: hasEnvironments)
        ], reading: [], writing: [], redirect: "", profile: "default", hasProfiles: false))
  }

  @Test func theSandboxIsChosenAndKeptInThePlan() {
    var wizard = wizard(hasEnvironments: true)
    #expect(wizard.steps.count == 7)
    _ = wizard.choose()
    #expect(wizard.step == .environment)
    #expect(wizard.rows.map(\.id) == ["production", "sandbox", "developer"])
    #expect(wizard.selected == 0)
    wizard.move(by: 1)
    _ = wizard.choose()
    #expect(wizard.step == .access)
    #expect(wizard.plan.environment == "sandbox")
    _ = wizard.goBack()
    #expect(wizard.step == .environment)
    #expect(wizard.selected == 1)
    _ = wizard.goBack()
    #expect(wizard.step == .center)
  }

  @Test func aServerOnThisMachineHasOneOnly() {
    var wizard = wizard(hasEnvironments: false)
    #expect(wizard.steps.count == 6)
    _ = wizard.choose()
    #expect(wizard.step == .access)
    #expect(wizard.plan.environment == "production")
    _ = wizard.goBack()
    #expect(wizard.step == .center)
  }
}
