import Screen

/// What the user has set in `config.toml`: looks, keys and what the terminal is asked to do.
public struct Preferences: Hashable, Sendable {
  /// The name of the theme; `auto` chooses between `dark` and `light` by the terminal's background.
  public var theme = Self.automatic
  /// The background that is assumed where the terminal does not tell.
  public var background = Theme.Background.dark
  /// The user's own keys and commands.
  public var keymap = Keymap()
  /// Whether clicks and the wheel come to us; when not, the terminal selects text with the mouse.
  public var usesMouse = true
  /// Whether nothing moves by itself.
  public var isMotionReduced = false
  /// How copied text gets to the clipboard.
  public var clipboard = Clipboard.auto
  /// Whether mail addresses and pages at Zoho can be clicked (OSC 8).
  public var marksLinks = true
  /// Whether fetching stops while the terminal has not the focus.
  public var heedsFocus = true
  /// Whether the window's title tells what is shown.
  public var setsTitle = true
  /// Whether a picture is held back until it is whole (mode 2026), where the terminal can.
  public var synchronizes = true
  /// Whether pasted text is kept apart from typed keys (bracketed paste).
  public var bracketsPaste = true

  /// The theme that goes by the terminal's background.
  public static let automatic = "auto"

  /// How copied text gets to the clipboard.
  public enum Clipboard: String, Hashable, Sendable, CaseIterable {
    /// Both ways.
    case auto
    /// Through the terminal (OSC 52), over ssh too.
    case terminal
    /// By a program of this machine: wl-copy, xclip, pbcopy, or tmux.
    case native
    /// Not at all.
    case off
  }

  /// What is so until the user says otherwise.
  public init() {}
}

/// The themes there are, and what the terminal is like.
public struct Looks: Hashable, Sendable {
  /// The themes there are, by name.
  public var themes: [ThemeInBrief] = []
  /// The theme that is only being looked at.
  public var preview: String?
  /// What the terminal's background is, as it told; nil while it has not.
  public var background: Theme.Background?
  /// How often a theme's file was read anew, so that the same name can look different.
  public var revision = 0
  /// Whether the terminal has the focus, as far as it tells.
  public var isFocused = true

  /// Nothing known yet.
  public init() {}
}

/// A theme that can be chosen.
public struct ThemeInBrief: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The background it is made for.
  public var background: Theme.Background
  /// Whether it is a file of the user's own.
  public var isOwn: Bool

  /// A theme that can be chosen.
  public init(name: String, background: Theme.Background, isOwn: Bool) {
    self.name = name
    self.background = background
    self.isOwn = isOwn
  }
}

extension AppState {
  /// The user's own keys.
  public var keymap: Keymap {
    get { preferences.keymap }
    set { preferences.keymap = newValue }
  }

  /// The name of the theme that the screen has now.
  public var themeName: String {
    let name = looks.preview ?? preferences.theme
    guard name == Preferences.automatic else { return name }
    return (looks.background ?? preferences.background) == .light ? "light" : "dark"
  }
}
