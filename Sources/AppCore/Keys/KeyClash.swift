import Screen

/// Two commands that want the same keys in the same places.
public struct KeyClash: Hashable, Sendable {
  /// The keys as they are shown, such as `gg`.
  public var keys: SafeText
  /// The command that has them now, the user's.
  public var winner: String
  /// The command that cannot be reached by them.
  public var loser: String
  /// Where.
  public var places: [Place]

  /// The clash in words: the keys, both commands and the places.
  public var text: SafeText {
    let names = places.map(\.rawValue).joined(separator: ", ")
    return "\(keys) in \(names): \(winner) has it now, and \(loser) has lost it"
  }
}

extension Keymap {
  /// Every place where a chord of the user's hides another command, the same pair told once.
  public var clashes: [KeyClash] {
    var found: [KeyClash] = []
    func add(_ winner: KeyBinding, _ loser: KeyBinding, _ place: Place) {
      guard winner.command.id != loser.command.id,
        winner.keys.hides(loser.keys) || loser.keys.hides(winner.keys)
      else { return }
      let keys = SafeText(Key.shown(loser.keys))
      if let index = found.firstIndex(where: {
        $0.keys == keys && $0.winner == winner.command.id && $0.loser == loser.command.id
      }) {
        found[index].places.append(place)
      } else {
        found.append(
          KeyClash(
            keys: keys, winner: winner.command.id, loser: loser.command.id, places: [place]))
      }
    }
    for place in Place.allCases {
      let mine = usersBindings(at: place)
      for (index, winner) in mine.enumerated() {
        for loser in mine[(index + 1)...] + defaults(at: place)[...] { add(winner, loser, place) }
      }
    }
    return found
  }
}
