/// What a person chose for signing in.
public struct SignInPlan: Hashable, Sendable {
  /// How the program gets its first token.
  public enum Way: String, Hashable, Sendable, CaseIterable {
    /// A browser asks the user and comes back to this machine.
    case browser
    /// The user types a code into a browser anywhere.
    case device
    /// The user pastes a code from Zoho's console.
    case code
  }

  /// The code of the data centre, such as `eu`.
  public var dataCenter = ""
  /// Whether only to look.
  public var isReadOnly = false
  /// How the first token is got.
  public var way = Way.browser
  /// The client's id, from Zoho's API console.
  public var clientID = ""
  /// The client's secret, from the same place.
  public var clientSecret = TypedSecret()
  /// The code from the console, where that is the way.
  public var code = TypedSecret()
  /// The CRM environment the client is for: `production`, `sandbox` or `developer`.
  public var environment = "production"

  /// Nothing chosen yet.
  public init() {}
}

/// A word being typed that must not be shown. However the state is printed, it reads `<secret>`.
public struct TypedSecret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// What was typed.
  public var field: TextField

  /// A word that must not be shown.
  public init(_ word: String = "") { field = TextField(word) }

  /// The word itself, for the one who needs it.
  public var revealed: String { field.text }

  /// `<secret>`.
  public var description: String { "<secret>" }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
