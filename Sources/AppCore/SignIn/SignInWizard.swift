import FoundationEssentials
import Screen

/// Signing in from the program, a question at a time: where, how much, how, with which client; then
/// the wait for Zoho, and the organization.
public struct SignInWizard: Hashable, Sendable {
  /// A data centre to choose.
  public struct Center: Hashable, Sendable {
    /// Zoho's word for it, such as `eu`.
    public var code: String
    /// Where it is, such as `Europe`.
    public var name: SafeText
    /// The host where people of it sign in.
    public var accounts: SafeText
    /// Where people of it register a client.
    public var console: SafeText
    /// Whether CRM has other environments there beside the real one.
    public var hasEnvironments: Bool

    /// A data centre.
    public init(
      code: String, name: SafeText, accounts: SafeText, console: SafeText,
      hasEnvironments: Bool = true
    ) {
      self.code = code
      self.name = name
      self.accounts = accounts
      self.console = console
      self.hasEnvironments = hasEnvironments
    }
  }

  /// What one kind of access is for.
  public struct Purpose: Hashable, Sendable {
    /// What for, in a few words.
    public var words: SafeText
    /// The scopes behind it, as Zoho names them.
    public var scopes: SafeText

    /// What access is for.
    public init(words: SafeText, scopes: SafeText) {
      self.words = words
      self.scopes = scopes
    }
  }

  /// What is known before the first question.
  public struct Facts: Hashable, Sendable {
    /// The data centres.
    public var centers: [Center]
    /// What read-only access is for.
    public var reading: [Purpose]
    /// What full access is for.
    public var writing: [Purpose]
    /// The address that a client for a browser has to have registered.
    public var redirect: SafeText
    /// The name the profile gets unless another is typed.
    public var profile: String
    /// Whether there is a profile already.
    public var hasProfiles: Bool

    /// What is known before the first question.
    public init(
      centers: [Center], reading: [Purpose], writing: [Purpose], redirect: SafeText,
      profile: String, hasProfiles: Bool
    ) {
      self.centers = centers
      self.reading = reading
      self.writing = writing
      self.redirect = redirect
      self.profile = profile
      self.hasProfiles = hasProfiles
    }
  }

  /// The questions, in their order.
  public enum Step: Int, Hashable, Sendable, CaseIterable {
    /// Where the account is.
    case center
    /// Which environment of CRM, where there are others beside the real one.
    case environment
    /// How much is asked for.
    case access
    /// How the first token is got.
    case way
    /// Which client asks, and the code where there is one.
    case client
    /// The user is in a browser, or Zoho is being asked.
    case waiting
    /// Which organization of Books.
    case organization
  }

  /// What is known before the first question.
  public let facts: Facts
  /// The question on the screen.
  public internal(set) var step = Step.center
  /// The entry under the cursor.
  public internal(set) var selected = 0
  /// What was chosen so far.
  public internal(set) var plan = SignInPlan()
  /// The form of the client.
  public internal(set) var form: SignInForm
  /// The last news of what is under way.
  public internal(set) var news: SignInNews?
  /// Whether another data centre took over, and which.
  public internal(set) var movedTo: SafeText?
  /// Who was let in.
  public internal(set) var findings: SignInFindings?
  /// Whether the profile is being written.
  public internal(set) var isKeeping = false
  /// Why the last try failed.
  public internal(set) var failure: SafeText?

  /// The first question.
  public init(_ facts: Facts) {
    self.facts = facts
    form = SignInForm(profile: facts.profile)
  }

  /// The place whose keys count now.
  public var place: Place {
    switch step {
    case .client: .signInForm
    case .waiting: .signInWait
    default: .signInList
    }
  }

  /// The data centre that was chosen.
  var center: Center? { facts.centers.first { $0.code == plan.dataCenter } }

  /// What the chosen access is for.
  var purposes: [Purpose] { plan.isReadOnly ? facts.reading : facts.writing }

  /// The scopes of the chosen access as Zoho's console takes them, with commas.
  var scopes: SafeText { SafeText(purposes.map(\.scopes.string).joined(separator: ",")) }

  /// The questions that are asked.
  var steps: [Step] {
    Step.allCases.filter { step in
      step != .environment
        || (center?.hasEnvironments ?? facts.centers.contains(where: \.hasEnvironments))
    }
  }

  /// The entries of the question on the screen.
  var rows: [Chooser.Row] {
    switch step {
    case .center:
      facts.centers.map { center in
        Chooser.Row(id: center.code, label: "\(center.name)", detail: center.accounts)
      } + [
        Chooser.Row(
          id: Self.demo, label: "Demo: look around first", detail: "a local server, no account")
      ]
    case .environment:
      [
        Chooser.Row(id: "production", label: "Production", detail: "the real one"),
        Chooser.Row(id: "sandbox", label: "Sandbox", detail: "a copy to try things on"),
        Chooser.Row(id: "developer", label: "Developer", detail: "the developer edition"),
      ]
    case .access:
      [
        Chooser.Row(id: "full", label: "Read and write", detail: "everything the program can do"),
        Chooser.Row(id: "read-only", label: "Read only", detail: "nothing can be changed"),
      ]
    case .way:
      [
        Chooser.Row(
          id: SignInPlan.Way.browser.rawValue, label: "Browser on this machine",
          detail: "opens Zoho's page"),
        Chooser.Row(
          id: SignInPlan.Way.device.rawValue, label: "Browser anywhere",
          detail: "a code to type there, as over ssh"),
        Chooser.Row(
          id: SignInPlan.Way.code.rawValue, label: "Code from Zoho's console",
          detail: "of a self client"),
      ]
    case .organization:
      (findings?.books ?? []).map {
        Chooser.Row(id: $0.id, label: $0.name, detail: $0.detail)
      } + [Chooser.Row(id: "", label: "CRM only", detail: "no invoices")]
    case .client, .waiting: []
    }
  }

  /// The row that opens the demo.
  static let demo = "demo"
}
