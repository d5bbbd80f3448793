import Screen

/// The user's own keys: which chords replace the default ones, everywhere and in single places, and the
/// commands that are the user's own.
public struct Keymap: Hashable, Sendable {
  /// The chords of a command by its id, wherever it can be done.
  public var chords: [String: [String]]
  /// The chords of a command by its id, in one place only; they come before those of everywhere.
  public var localChords: [Place: [String: [String]]]
  /// The commands that the user has made.
  public var own: [OwnCommand]
  /// What a digit does.
  public var digits: Digits
  /// Whether a letter of another script stands for the key at its position.
  public var goesByPosition: Bool

  /// What a digit does where nothing is typed.
  public enum Digits: String, Hashable, Sendable, CaseIterable {
    /// It goes to a screen; a count begins with `0`.
    case screens
    /// It begins a count; the function keys go to the screens.
    case counts
  }

  /// The user's own keys.
  public init(
    chords: [String: [String]] = [:], localChords: [Place: [String: [String]]] = [:],
    own: [OwnCommand] = [], digits: Digits = .screens, goesByPosition: Bool = true
  ) {
    self.chords = chords
    self.localChords = localChords
    self.own = own
    self.digits = digits
    self.goesByPosition = goesByPosition
  }

  /// The keys that keep their meaning whatever the user binds, so that nobody is locked in: the arrows,
  /// Esc and Ctrl-C.
  public static let fixed: Set<Key> = [.up, .down, .left, .right, .escape, .ctrl("c")]

  /// Why a command cannot have a chord; nil when it can. What it has anyway it can have.
  public static func problem(with text: String, of command: Command) -> SafeText? {
    command.keys.contains(text) ? nil : problem(with: text)
  }

  /// Why a chord cannot be bound; nil when it can.
  public static func problem(with text: String) -> SafeText? {
    guard let keys = Key.parse(text), !keys.isEmpty else {
      return "\"\(text)\" is no key; keys are such as \"J\", \"dd\", \"<c-n>\" or \"<f5>\""
    }
    guard keys.isFixed else { return nil }
    return "\(keys[0].description) always keeps its meaning, as the arrows, Esc and Ctrl-C do"
  }

  /// The commands of a place, the user's own last.
  public func commands(at place: Place) -> [Command] {
    Commands.at(place) + own.filter { $0.places.contains(place) }.map(\.command)
  }

  /// The chords of a command in a place as footers and help show them: `Ctrl-S`, `dd`.
  public func shown(for command: Command, at place: Place) -> [SafeText] {
    keys(of: command, at: place).map { SafeText(Key.shown($0)) }
  }

  /// The chords that run a command in a place.
  func keys(of command: Command, at place: Place) -> [[Key]] {
    bindings(at: place).filter { $0.command.id == command.id }.map(\.keys)
  }
}

/// A chord and the command it runs.
struct KeyBinding: Sendable {
  /// The keys, one after the other.
  var keys: [Key]
  /// What they run.
  var command: Command
}

extension Keymap {
  /// Every chord that does something in a place. The user's come first; a default that one of them
  /// hides, or that would hide one of them, is left out.
  func bindings(at place: Place) -> [KeyBinding] {
    if chords.isEmpty, localChords[place] == nil, own.isEmpty, digits == .screens {
      return Commands.bindings(at: place)
    }
    let mine = usersBindings(at: place)
    return mine
      + defaults(at: place).filter { binding in
        !mine.contains { $0.keys.hides(binding.keys) || binding.keys.hides($0.keys) }
      }
  }

  /// The chords that the user has given, those of this place before those of everywhere.
  func usersBindings(at place: Place) -> [KeyBinding] {
    let here = localChords[place] ?? [:]
    func bindings(_ chosen: (Command) -> [String]?) -> [KeyBinding] {
      Commands.at(place).flatMap { command in
        (chosen(command) ?? []).compactMap { text in
          Self.chord(text).map { KeyBinding(keys: $0, command: command) }
        }
      }
    }
    let own = own.filter { $0.places.contains(place) }.compactMap { own in
      Self.chord(own.key).map { KeyBinding(keys: $0, command: own.command) }
    }
    return bindings { here[$0.id] } + own + bindings { here[$0.id] == nil ? chords[$0.id] : nil }
  }

  /// The default chords that the user has not replaced, and those of fixed keys.
  func defaults(at place: Place) -> [KeyBinding] {
    let here = localChords[place] ?? [:]
    return Commands.bindings(at: place).compactMap { binding in
      let isReplaced = here[binding.command.id] != nil || chords[binding.command.id] != nil
      if isReplaced, !binding.keys.isFixed { return nil }
      guard digits == .counts, case .character(let digit)? = binding.keys.first,
        binding.keys.count == 1, let number = digit.wholeNumberValue
      else { return binding }
      return (1...12).contains(number)
        ? KeyBinding(keys: [.function(number)], command: binding.command) : nil
    }
  }

  /// The keys of a chord as the user wrote it; nil when it is empty, cannot be read or is fixed.
  static func chord(_ text: String) -> [Key]? {
    guard let keys = Key.parse(text), !keys.isEmpty, !keys.isFixed else { return nil }
    return keys
  }

  /// What keys pressed one after the other mean in a place.
  func find(_ chord: [Key], at place: Place) -> Found {
    var isStart = false
    for binding in bindings(at: place) {
      if binding.keys == chord { return .command(binding.command) }
      if binding.keys.count > chord.count, binding.keys.starts(with: chord) { isStart = true }
    }
    return isStart ? .start : .nothing
  }

  /// What may follow keys that were pressed, in the order of the table.
  func followers(of chord: [Key], at place: Place) -> [KeyBinding] {
    bindings(at: place).filter { $0.keys.count > chord.count && $0.keys.starts(with: chord) }
  }

  enum Found {
    case command(Command)
    case start
    case nothing
  }
}

extension [Key] {
  /// Whether it is the whole of another chord or its start, so that the other can never be pressed.
  func hides(_ other: [Key]) -> Bool { other.starts(with: self) }

  /// Whether it is a single key that keeps its meaning.
  var isFixed: Bool { count == 1 && Keymap.fixed.contains(self[0]) }
}
