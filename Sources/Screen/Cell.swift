/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// The character that begins here; a space where a wide one to the left reaches in.
  public var character: Character
  /// How many cells the character takes: 1 or 2, or 0 for the right half of a wide one.
  public var width: UInt8
  /// What the cell means.
  public var style: Style

  /// A cell holding a character of that width.
  public init(_ character: Character, width: UInt8 = 1, style: Style = .normal) {
    self.character = character
    self.width = width
    self.style = style
  }

  /// An empty cell.
  public static let blank = Cell(" ")
}
