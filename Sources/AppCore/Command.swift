import Screen

/// One thing a person can do: its name, its keys, where it applies, when it is off and why.
///
/// One table of commands feeds the keys, the footer, the help, the palette and the user's keymap.
public struct Command: Sendable, Identifiable {
  /// The name in the palette and in the keymap, such as `deal.move-right`.
  public let id: String
  /// What it does, as a phrase: `move the deal to the next stage`.
  public let title: SafeText
  /// A word or two for the footer; nil when it is not shown there.
  public let label: SafeText?
  /// The keys it has by default, each a key or a chord: `["H", "<left>", "dd"]`.
  public let keys: [String]
  /// Where its keys count.
  public let places: Set<Place>
  /// Whether it writes at Zoho: off in a read-only profile.
  public let writes: Bool
  /// The verb of the command line that does the same without the screen, such as `deals move`; nil where
  /// there is none.
  public let headless: String?
  /// Why it cannot be done now, or nil when it can.
  public let unavailable: @Sendable (AppState) -> SafeText?
  /// Does it, and answers the work that remains.
  public let run: @Sendable (inout AppState) -> [Effect]

  /// One thing a person can do.
  public init(
    _ id: String, _ title: SafeText, label: SafeText? = nil, keys: [String], in places: Set<Place>,
    writes: Bool = false, headless: String? = nil,
    unavailable: @escaping @Sendable (AppState) -> SafeText? = { _ in nil },
    run: @escaping @Sendable (inout AppState) -> [Effect]
  ) {
    self.id = id
    self.title = title
    self.label = label
    self.keys = keys
    self.places = places
    self.writes = writes
    self.headless = headless
    self.unavailable = unavailable
    self.run = run
  }

  /// Why it cannot be done now, a read-only profile included; nil when it can.
  public func reasonOff(in state: AppState) -> SafeText? {
    if writes && state.tenant.isReadOnly { return "this profile is read-only" }
    return unavailable(state)
  }

  /// Runs it, or tells why it is off.
  public func perform(_ state: inout AppState) -> [Effect] {
    if let reason = reasonOff(in: state) {
      state.tell("\(title.string): \(reason.string)", kind: .warning)
      return []
    }
    return run(&state)
  }
}

/// Where keys count: a screen or a part of it, or an overlay.
public enum Place: String, Hashable, Sendable, CaseIterable {
  /// The board of deals.
  case board
  /// The list of deals.
  case dealList
  /// The preview of a move on the board.
  case moveMode
  /// The pane of one deal.
  case dealPane
  /// The filter line of any list.
  case filter
  /// The list of invoices.
  case invoiceList
  /// The pane of one invoice.
  case invoicePane
  /// The list of drafts.
  case draftList
  /// The grid of a draft, moving between cells.
  case editor
  /// A cell of the grid, being typed into.
  case editorCell
  /// The list of writes.
  case outbox
  /// The review before sending.
  case review
  /// The form of a payment.
  case payment
  /// A record of CRM beside its customer of Books.
  case comparison
  /// The list of contacts, accounts or leads.
  case peopleList
  /// The pane of one of them.
  case peoplePane
  /// A form of the fields of a record.
  case form
  /// The choice between two people's changes of a record.
  case recordConflict
  /// A chooser with a list: items, customers, stages.
  case chooser
  /// A question with named answers.
  case confirmation
  /// A line to type into.
  case prompt
  /// The help.
  case help
  /// The palette of commands.
  case palette
  /// The log of events.
  case log
  /// A question of a sign-in.
  case signInList
  /// The form of a sign-in's client.
  case signInForm
  /// The wait for the user's browser.
  case signInWait

  /// Whether characters typed here are text before they are keys of commands.
  public var takesText: Bool {
    switch self {
    case .filter, .editorCell, .prompt, .help, .palette, .payment, .chooser, .signInForm, .form:
      true
    default: false
    }
  }
}

/// The user's own keys: for each command the chords that replace its default ones.
public struct Keymap: Hashable, Sendable {
  /// Chords by command id.
  public var chords: [String: [String]]

  /// The user's own keys.
  public init(chords: [String: [String]] = [:]) {
    self.chords = chords
  }

  /// The chords of a command: the user's, or its own.
  public func keys(of command: Command) -> [String] { chords[command.id] ?? command.keys }

  /// The chords of a command as footers and help show them: `Ctrl-S`, `dd`.
  public func shown(for command: Command) -> [SafeText] {
    keys(of: command).compactMap { chord in
      Key.parse(chord).map { keys in SafeText(keys.map(\.description).joined()) }
    }
  }
}
