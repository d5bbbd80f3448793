import Screen

/// A configured account, as the chooser of profiles shows it.
public struct ProfileInBrief: Hashable, Sendable {
  /// Its name, which names its folders too.
  public var name: String
  /// The organization, when it is known.
  public var organization: SafeText
  /// Where it is and how: `eu`, `eu, sandbox, read-only`.
  public var place: SafeText
  /// What is wrong with its files; nil when nothing is.
  public var problem: SafeText?

  /// A configured account.
  public init(
    name: String, organization: SafeText, place: SafeText, problem: SafeText? = nil
  ) {
    self.name = name
    self.organization = organization
    self.place = place
    self.problem = problem
  }

  /// Whether a word can name a profile: it names folders, so it has plain letters only.
  public static func isName(_ word: String) -> Bool {
    guard let first = word.first, first != "-", word.count <= 64 else { return false }
    return word.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
    }
  }
}

/// Where the program goes when it leaves an account.
public enum Destination: Hashable, Sendable {
  /// To another account, or to the same one anew.
  case profile(String)
  /// To the demo.
  case demo
}

extension ProfileInBrief {
  /// What can be done about profiles.
  static let commands: [Command] = [
    Command(
      "profile.switch", "go to another account, or add one", keys: ["@"], in: Commands.tabbed
    ) { _ in [.loadProfiles] }
  ]
}

extension AppState {
  /// Leaves this account for another place; its drafts and writes stay where they are.
  mutating func leave(for destination: Destination) -> [Effect] {
    self.destination = destination
    isFinished = true
    return [.signIn(.cancel)]
  }

  /// Shows the profiles to choose from, with the ways to more of them.
  mutating func chooseProfile(among profiles: [ProfileInBrief]) -> [Effect] {
    let rows = profiles.map { found in
      Chooser.Row(
        id: "profile \(found.name)",
        label: found.organization.isEmpty
          ? "\(found.name)" : "\(found.name)  \(found.organization)",
        detail: found.name == profile ? "\(found.place), open now" : found.place,
        unavailable: found.problem)
    }
    let more = [
      Chooser.Row(id: "sign in", label: "Another account: sign in", detail: "or fairlead login"),
      Chooser.Row(id: "demo", label: "Demo", detail: "a local server, no account"),
    ]
    var chooser = Chooser(title: "Account", purpose: .profile, rows: rows + more)
    chooser.selected = rows.firstIndex { $0.id != "profile \(profile ?? "")" } ?? rows.count
    overlays.append(.chooser(chooser))
    return []
  }

  /// Goes to the account, or the way to one, that was chosen.
  mutating func chosenProfile(_ id: String) -> [Effect] {
    switch id {
    case "sign in":
      guard let facts = signInFacts else { return [] }
      signIn = SignInWizard(facts)
      return []
    case "demo": return leave(for: .demo)
    default:
      let name = String(id.dropFirst("profile ".count))
      guard name != profile else {
        tell("\(name) is open already.", kind: .note)
        return []
      }
      return leave(for: .profile(name))
    }
  }
}
