import Sales
import Screen

/// Something on top of the screen that has the keys until it is left.
public enum Overlay: Hashable, Sendable {
  /// What can be done here: to read, filter and run.
  case help(CommandMenu)
  /// Any command by name.
  case palette(CommandMenu)
  /// What happened.
  case log(ScrollPosition)
  /// A question with named answers.
  case confirmation(Confirmation)
  /// A list to choose from.
  case chooser(Chooser)
  /// A line to type.
  case prompt(Prompt)
  /// An invoice and its mail, before it goes out.
  case review(InvoiceReview)
  /// A payment being recorded.
  case payment(PaymentForm)

  /// The place its keys belong to.
  public var place: Place {
    switch self {
    case .help: .help
    case .palette: .palette
    case .log: .log
    case .confirmation: .confirmation
    case .chooser: .chooser
    case .prompt: .prompt
    case .review(let review): review.subject == nil ? .review : .prompt
    case .payment: .payment
    }
  }

  /// What can be done in overlays.
  static let commands: [Command] = InvoiceReview.commands + PaymentForm.commands
}

/// How far a text is scrolled.
public struct ScrollPosition: Hashable, Sendable {
  /// The first line shown.
  public var top = 0

  /// At the top.
  public init() {}
}

/// The commands of a place, to be filtered and run.
public struct CommandMenu: Hashable, Sendable {
  /// The place whose commands are listed.
  public var place: Place
  /// What was typed to filter.
  public var filter = TextField()
  /// The entry under the cursor.
  public var selected = 0

  /// The commands of a place.
  public init(place: Place) { self.place = place }
}

/// A question before something that cannot be taken back. It starts on the safe answer; the key that
/// opened it cannot answer it, nor can a paste.
public struct Confirmation: Hashable, Sendable {
  /// One way to answer.
  public struct Answer: Hashable, Sendable {
    /// The letter that gives it.
    public var key: Character
    /// The verb it stands for: `send`, never `yes`.
    public var label: SafeText
    /// The work it starts.
    public var effects: [Effect]
    /// What happens on the screen at once, when anything does.
    public var action: Action?

    /// One way to answer.
    public init(key: Character, label: SafeText, effects: [Effect] = [], action: Action? = nil) {
      self.key = key
      self.label = label
      self.effects = effects
      self.action = action
    }
  }

  /// What it is about.
  public var title: SafeText
  /// Organization, amount and recipients, a line each.
  public var lines: [SafeText]
  /// The answers; the first is the safe one, which Esc gives too.
  public var answers: [Answer]
  /// The answer under the cursor.
  public var selected = 0

  /// A question.
  public init(title: SafeText, lines: [SafeText], answers: [Answer]) {
    self.title = title
    self.lines = lines
    self.answers = answers
  }
}

/// A list to choose from, filtered as one types.
public struct Chooser: Hashable, Sendable {
  /// One entry.
  public struct Row: Hashable, Sendable {
    /// What it stands for.
    public var id: String
    /// What it is called.
    public var label: SafeText
    /// What else helps to tell it apart.
    public var detail: SafeText
    /// Why it cannot be chosen; nil when it can.
    public var unavailable: SafeText?

    /// One entry.
    public init(
      id: String, label: SafeText, detail: SafeText = "", unavailable: SafeText? = nil
    ) {
      self.id = id
      self.label = label
      self.detail = detail
      self.unavailable = unavailable
    }
  }

  /// What the choice is for.
  public enum Purpose: Hashable, Sendable {
    /// The stage a deal goes to.
    case stage
    /// The customer of the draft that is open.
    case customer
    /// The pipeline to show.
    case pipeline
  }

  /// What it is about.
  public var title: SafeText
  /// What the choice is for.
  public var purpose: Purpose
  /// What was typed to filter.
  public var filter = TextField()
  /// The entries.
  public var rows: [Row]
  /// The entry under the cursor, among those the filter leaves.
  public var selected = 0

  /// A list to choose from.
  public init(title: SafeText, purpose: Purpose, rows: [Row]) {
    self.title = title
    self.purpose = purpose
    self.rows = rows
  }
}

/// A line to type, such as a note.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
    /// A remark on a deal.
    case note(Deal.ID)
  }

  /// What is asked for.
  public var title: SafeText
  /// What the line is for.
  public var purpose: Purpose
  /// The line.
  public var field = TextField()

  /// A line to type.
  public init(title: SafeText, purpose: Purpose) {
    self.title = title
    self.purpose = purpose
  }
}

extension AppState {
  /// Gives a key to the overlay on top.
  mutating func typeInOverlay(_ key: Key) -> [Effect]? { nil }
}
