/// What a cell means, never what colour it has: a theme gives each role its colours, once.
///
/// The raw value is its place in a table of colours.
public enum Style: UInt8, Hashable, Sendable, CaseIterable {
  /// Plain text.
  case normal
  /// Text that matters less: labels, ages, hints.
  case dim
  /// Text that matters more.
  case strong
  /// The program's name and the titles of panes.
  case title
  /// Lines around panes.
  case border
  /// Lines around the pane that has the keys.
  case focus
  /// The row or card under the cursor.
  case selection
  /// The cell being edited, and the place of the text cursor.
  case field
  /// The organization's own colour at the top, so that accounts cannot be mistaken.
  case organization
  /// The screen that is shown, among the tabs.
  case tab
  /// A key that can be pressed.
  case key
  /// Amounts of money.
  case money
  /// Something that went well, and won deals.
  case good
  /// Something that wants attention soon.
  case warning
  /// Something late, refused or failed.
  case bad
  /// A change on its way to Zoho.
  case pending
  /// The letters that a filter found.
  case match

  /// The name it has in theme files: `selection`.
  public var name: String { "\(self)" }
}
