import FoundationEssentials
import Screen

/// What was pressed of something longer: a count, the start of a chord, or both.
public struct PendingKeys: Hashable, Sendable {
  /// How often the command is to be done; 0 when only the `0` that begins a count was pressed.
  public internal(set) var count: Int?
  /// The keys of a chord so far.
  public internal(set) var keys: [Key] = []
  /// When the last of them was pressed.
  var time: Date?
  /// Whether what may follow is shown on top of the screen.
  public internal(set) var isListed = false

  /// How long one has to hesitate until what may follow is listed.
  public static let hesitation: TimeInterval = 0.3
  /// The largest count.
  static let limit = 9999

  /// Nothing pending.
  public init() {}

  /// Whether nothing is pending.
  public var isEmpty: Bool { count == nil && keys.isEmpty }

  /// When the list is due; nil when nothing is pending or it is there.
  public var due: Date? {
    isEmpty || isListed ? nil : time?.addingTimeInterval(Self.hesitation)
  }

  /// What was pressed, as the footer shows it: `12 g`.
  var shown: SafeText {
    let number = count.map { $0 == 0 ? "0" : "\($0)" } ?? ""
    return SafeText(number + Key.shown(keys))
  }

  mutating func takeDigit(_ digit: Int, at now: Date) {
    count = min((count ?? 0) * 10 + digit, Self.limit)
    time = now
  }

  mutating func take(_ keys: [Key], at now: Date) {
    self.keys = keys
    time = now
  }
}

/// The command that begins a count where digits mean something else.
enum CountCommand {
  static let all = [
    Command(
      "count", "begin a count: 0 3 j goes three down", keys: ["0"],
      in: Commands.tabbed
    ) {
      $0.pendingKeys.takeDigit(0, at: $0.now)
      return []
    }
  ]
}

extension AppState {
  /// When time itself changes the screen next; nil when it does not, so that nobody need wake up.
  public var nextTick: Date? { pendingKeys.due }

  /// Lists what may follow once the user has hesitated.
  mutating func listFollowers() {
    if let due = pendingKeys.due, now >= due { pendingKeys.isListed = true }
  }

  /// Takes a key that is no text: a digit of a count, a part of a chord, or a command.
  mutating func takeKey(_ key: Key, at place: Place) -> [Effect] {
    if let digit = key.digit, beginsOrExtendsCount(digit, key, at: place) {
      pendingKeys.takeDigit(digit, at: now)
      return []
    }
    let pending = pendingKeys
    pendingKeys = PendingKeys()
    for key in [key] + (keymap.goesByPosition ? key.latinTwin.map { [$0] } ?? [] : []) {
      let chord = pending.keys + [key]
      switch keymap.find(chord, at: place) {
      case .command(let command):
        let effects =
          takeBack(insteadOf: command) ?? command.perform(&self, times: pending.count)
        if place != .confirmation, self.place == .confirmation { openingKey = key }
        return effects
      case .start:
        pendingKeys.count = pending.count
        pendingKeys.isListed = pending.isListed
        pendingKeys.take(chord, at: now)
        return []
      case .nothing: continue
      }
    }
    if !pending.isEmpty, key != .escape {
      let keys = Key.shown(pending.keys + [key])
      event = Event(time: now, kind: .note, text: "\(keys) means nothing here")
    }
    return []
  }

  private func beginsOrExtendsCount(_ digit: Int, _ key: Key, at place: Place) -> Bool {
    guard pendingKeys.keys.isEmpty else { return false }
    if pendingKeys.count != nil { return true }
    guard Commands.tabbed.contains(place) || place == .log else { return false }
    if case .nothing = keymap.find([key], at: place) { return true }
    return false
  }
}

extension Key {
  /// The digit it is; nil for anything else.
  fileprivate var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
