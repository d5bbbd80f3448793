import Screen

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
