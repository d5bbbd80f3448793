import FoundationEssentials
import Screen

/// What is to be done for a sign-in.
public enum SignInWork: Hashable, Sendable {
  /// Begin with what was chosen; whatever was under way ends.
  case begin(SignInPlan)
  /// Stop waiting.
  case cancel
  /// Open the address that is waited for once more.
  case openAgain(address: SafeText)
  /// Keep the sign-in as a profile with that Books organization, or with none.
  case keep(profile: String, organization: String?)
}

/// How a sign-in goes on.
public enum SignInNews: Hashable, Sendable {
  /// The user is to agree in a browser at that address.
  case visit(address: SafeText, isOpened: Bool)
  /// The user is to type that code at that address: both are the server's words, shown and no more.
  case enterCode(SafeText, at: SafeText, until: Date)
  /// The user belongs to another data centre: the sign-in goes on there.
  case moved(to: SafeText)
  /// Zoho has let us in; the first calls are under way.
  case checking
  /// Who was let in, and what the account has.
  case found(SignInFindings)
  /// It did not work: what happened and what to do.
  case failed(SafeText)
  /// It is kept under that name; the words say where its secrets are.
  case kept(profile: String, words: SafeText)
}

/// Who was let in, and what the account has.
public struct SignInFindings: Hashable, Sendable {
  /// An organization of Books that can be chosen.
  public struct Books: Hashable, Sendable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: SafeText
    /// What helps to tell it apart: its currency and plan.
    public var detail: SafeText

    /// An organization of Books.
    public init(id: String, name: SafeText, detail: SafeText) {
      self.id = id
      self.name = name
      self.detail = detail
    }
  }

  /// The user, with the address.
  public var user: SafeText
  /// The organization of CRM.
  public var crm: SafeText
  /// The organizations of Books, the default one first.
  public var books: [Books]
  /// What the user should know besides, such as scopes that were not granted.
  public var notes: [SafeText]

  /// Who was let in.
  public init(user: SafeText, crm: SafeText, books: [Books], notes: [SafeText] = []) {
    self.user = user
    self.crm = crm
    self.books = books
    self.notes = notes
  }
}
