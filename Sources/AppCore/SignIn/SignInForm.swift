import Screen

/// The client that asks to be let in, and the name of the profile.
public struct SignInForm: Hashable, Sendable {
  /// A line of the form.
  public enum Line: Hashable, Sendable, CaseIterable {
    /// The client's id.
    case clientID
    /// Its secret.
    case clientSecret
    /// The code from the console.
    case code
    /// The profile's name.
    case profile
  }

  /// The client's id.
  public var clientID = TextField()
  /// Its secret.
  public var clientSecret = TypedSecret()
  /// The code from the console.
  public var code = TypedSecret()
  /// The profile's name.
  public var profile: TextField
  /// The line being typed into.
  public var line = Line.clientID

  init(profile: String) { self.profile = TextField(profile) }

  /// The lines of a way to sign in.
  static func lines(of way: SignInPlan.Way) -> [Line] {
    way == .code ? Line.allCases : [.clientID, .clientSecret, .profile]
  }

  /// Goes so many lines on, and stops at either end; false when there is no such line.
  mutating func move(_ steps: Int, among lines: [Line]) -> Bool {
    let place = (lines.firstIndex(of: line) ?? 0) + steps
    guard lines.indices.contains(place) else { return false }
    line = lines[place]
    return true
  }

  /// Takes a key that edits text.
  mutating func take(_ key: Key) -> Bool {
    switch line {
    case .clientID: clientID.take(key)
    case .clientSecret: clientSecret.field.take(key)
    case .code: code.field.take(key)
    case .profile: profile.take(key)
    }
  }

  /// What is still missing or wrong, with the line it is on; nil when the form can go.
  func problem(for way: SignInPlan.Way) -> (line: Line, words: SafeText)? {
    if clientID.text.trimmed.isEmpty { return (.clientID, "the client id is missing") }
    if clientSecret.revealed.trimmed.isEmpty {
      return (.clientSecret, "the client secret is missing")
    }
    if way == .code, code.revealed.trimmed.isEmpty { return (.code, "the code is missing") }
    guard ProfileInBrief.isName(profile.text.trimmed) else {
      return (.profile, "a profile's name has letters, digits, - and _")
    }
    return nil
  }
}

extension String {
  /// The text without blanks at either end, as they come with a paste.
  var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
