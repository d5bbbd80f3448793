/// A key that was pressed, a paste or a movement of the mouse.
public enum Key: Hashable, Sendable {
  /// A character as typed, capitals included.
  case character(Character)
  /// A letter with Ctrl, in lower case.
  case ctrl(Character)
  /// Enter.
  case enter
  /// Escape, by itself.
  case escape
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete, forwards.
  case delete
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// To the start.
  case home
  /// To the end.
  case end
  /// A function key, from 1.
  case function(Int)
  /// Text that was pasted: text, never keys.
  case paste(String)
  /// Something done with the mouse.
  case mouse(MouseEvent)
}

/// Something done with the mouse, at a cell.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// The left button went down.
    case press
    /// The left button came up again, possibly elsewhere.
    case release
    /// The wheel was turned away from the user.
    case wheelUp
    /// The wheel was turned towards the user.
    case wheelDown
  }

  /// What was done.
  public var kind: Kind
  /// The column, from 0.
  public var x: Int
  /// The row, from 0.
  public var y: Int

  /// Something done with the mouse.
  public init(_ kind: Kind, x: Int, y: Int) {
    self.kind = kind
    self.x = x
    self.y = y
  }
}

extension Key: CustomStringConvertible {
  /// The key as footers and help show it: `L`, `Ctrl-S`, `Enter`.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .ctrl(" "): "Ctrl-Space"
    case .ctrl(let character): "Ctrl-" + character.uppercased()
    case .function(let number): "F\(number)"
    case .paste: "paste"
    case .mouse: "mouse"
    default: Self.names.first { $0.key == self }?.shown ?? ""
    }
  }

  /// The keys with names: as shown, and as written in a config file or a test.
  static let names: [(key: Key, shown: String, written: String)] = [
    (.enter, "Enter", "enter"), (.escape, "Esc", "esc"), (.tab, "Tab", "tab"),
    (.backTab, "Shift-Tab", "s-tab"), (.backspace, "Backspace", "backspace"),
    (.delete, "Del", "del"), (.up, "↑", "up"), (.down, "↓", "down"), (.left, "←", "left"),
    (.right, "→", "right"), (.pageUp, "PgUp", "pageup"), (.pageDown, "PgDn", "pagedown"),
    (.home, "Home", "home"), (.end, "End", "end"), (.character(" "), "Space", "space"),
    (.character("<"), "<", "lt"),
  ]
}

extension Key {
  /// The keys written in a row, as config files and tests write them: `jj<enter>i<c-s>`. Nil when a
  /// name between angle brackets is unknown.
  public static func parse(_ text: String) -> [Key]? {
    var keys: [Key] = []
    var rest = Substring(text)
    while let character = rest.popFirst() {
      guard character == "<" else {
        keys.append(.character(character))
        continue
      }
      guard let end = rest.firstIndex(of: ">"), let key = Key(name: rest[..<end]) else {
        return nil
      }
      keys.append(key)
      rest = rest[rest.index(after: end)...]
    }
    return keys
  }

  private init?(name: Substring) {
    let name = name.lowercased()
    if let known = Self.names.first(where: { $0.written == name }) {
      self = known.key
    } else if name.hasPrefix("c-"), name.count == 3, let letter = name.last {
      self = .ctrl(letter)
    } else if name.hasPrefix("f"), let number = Int(name.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
