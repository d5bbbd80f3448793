import Screen

extension Terminal {
  /// Gives the window a title; the one from before comes back when the terminal is left. Only what
  /// differs is sent.
  public mutating func setTitle(_ title: SafeText) {
    guard options.setsTitle, Self.understandsQuestions, title != self.title else { return }
    if self.title == nil { send("\u{1b}[22;2t") }
    self.title = title
    send("\u{1b}]2;\(title.string)\u{7}")
  }

  /// Gives the window the title it had.
  func restoreTitle() {
    if title != nil { send("\u{1b}[23;2t") }
  }
}
