import Screen

/// A line of `config.toml` that has one of a few values: one table for reading the file, checking it and
/// the screen of settings.
public struct Setting: Sendable {
  /// The table it stands in; empty for the file's own.
  public let table: String
  /// Its name there.
  public let key: String
  /// What it decides, as a phrase.
  public let title: SafeText
  /// The values it can have; `true` and `false` for a switch.
  public let values: [String]
  let get: @Sendable (Preferences) -> String
  let set: @Sendable (inout Preferences, String) -> Void

  /// Whether it is a switch.
  public var isSwitch: Bool { values == Self.flags }

  /// What it has now.
  public func value(in preferences: Preferences) -> String { get(preferences) }

  /// Gives it a value; false when it cannot have that one.
  public func apply(_ value: String, to preferences: inout Preferences) -> Bool {
    guard values.contains(value) else { return false }
    set(&preferences, value)
    return true
  }

  /// A value as the file has it: `true`, `"light"`.
  public func written(_ value: String) -> String { isSwitch ? value : "\"\(value)\"" }

  private static let flags = ["true", "false"]

  /// Every setting of this sort, in the order of the screen.
  public static let all: [Setting] = [
    choice(
      "background", "the background, where the terminal does not tell it", \.background,
      among: [.dark, .light]),
    flag("mouse", "the mouse: click, wheel, drag", \.usesMouse),
    flag("reduced_motion", "nothing moves by itself", \.isMotionReduced),
    choice("digits", "what a digit does", \.keymap.digits),
    flag("keys_by_position", "keys by position on other layouts", \.keymap.goesByPosition),
    choice("clipboard", "copy by program, through the terminal, or both", \.clipboard, terminal),
    flag("links", "addresses can be clicked", \.marksLinks, terminal),
    flag("focus", "fetching rests while another window is used", \.heedsFocus, terminal),
    flag("title", "the window's title tells what is shown", \.setsTitle, terminal),
    flag("synchronized", "whole pictures at once", \.synchronizes, terminal),
    flag("paste", "pasted text is text, never keys", \.bracketsPaste, terminal),
  ]

  private static let terminal = "terminal"

  private static func flag(
    _ key: String, _ title: SafeText,
    _ path: WritableKeyPath<Preferences, Bool> & Sendable, _ table: String = ""
  ) -> Setting {
    Setting(
      table: table, key: key, title: title, values: flags,
      get: { $0[keyPath: path] ? "true" : "false" },
      set: { $0[keyPath: path] = $1 == "true" })
  }

  private static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ key: String, _ title: SafeText,
    _ path: WritableKeyPath<Preferences, Value> & Sendable, _ table: String = "",
    among values: [Value] = Array(Value.allCases)
  ) -> Setting {
    Setting(
      table: table, key: key, title: title, values: values.map(\.rawValue),
      get: { $0[keyPath: path].rawValue },
      set: { if let value = Value(rawValue: $1) { $0[keyPath: path] = value } })
  }
}

/// A line of `config.toml` to write anew.
public struct SettingChange: Hashable, Sendable {
  /// The table it stands in; empty for the file's own.
  public var table: String
  /// Its name there.
  public var key: String
  /// The value as the file has it; nil to take the line away.
  public var value: String?

  /// A line to write anew.
  public init(table: String = "", key: String, value: String?) {
    self.table = table
    self.key = key
    self.value = value
  }
}
