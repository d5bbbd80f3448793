/// One cell of the screen.
///
/// Plain numbers and no text: thousands of cells are compared for every key.
public struct Cell: Hashable, Sendable {
  /// The marks on the character, 21 bits each, the first lowest; 0 for none.
  private var marks: UInt64
  /// The character that begins here, without its marks.
  private var scalar: UInt32
  /// How many cells the character takes: 1 or 2, or 0 for the right half of a wide one.
  public var width: UInt8
  /// What the cell means.
  public var style: Style

  /// A cell holding a character of that width: one scalar and up to three marks on it.
  public init(_ character: Character, width: UInt8 = 1, style: Style = .normal) {
    var scalars = character.unicodeScalars.makeIterator()
    scalar = scalars.next()?.value ?? 0x20
    marks = 0
    var shift = 0
    while shift < 63, let mark = scalars.next() {
      marks |= UInt64(mark.value) << shift
      shift += 21
    }
    self.width = width
    self.style = style
  }

  /// A cell holding a character of ASCII.
  init(ascii: UInt8, style: Style) {
    scalar = UInt32(ascii)
    marks = 0
    width = 1
    self.style = style
  }

  /// The character's scalars: one and the marks on it.
  public var scalars: String.UnicodeScalarView {
    var result = String.UnicodeScalarView()
    Unicode.Scalar(scalar).map { result.append($0) }
    var rest = marks
    while rest != 0 {
      Unicode.Scalar(UInt32(rest & 0x1f_ffff)).map { result.append($0) }
      rest >>= 21
    }
    return result
  }

  /// The character that begins here; a space where a wide one to the left reaches in.
  public var character: Character { Character(String(scalars)) }

  /// The character as a byte, when it is one of ASCII.
  public var ascii: UInt8? { scalar < 0x80 && marks == 0 ? UInt8(scalar) : nil }

  /// An empty cell.
  public static let blank = Cell(" ")
}
