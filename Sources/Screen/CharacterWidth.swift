extension Character {
  /// How many cells it takes on a terminal: usually 1 or 2, more in scripts that join letters.
  ///
  /// Terminals measure scalar by scalar, as wcwidth(3) does, and so do we: East Asian Wide and
  /// Fullwidth characters take two cells (Unicode Standard Annex 11), marks that combine none. About
  /// emoji made of several they disagree; of those only the first is drawn.
  public var cellWidth: Int {
    if isASCII { return 1 }
    if isEmojiSequence { return unicodeScalars.first?.cellWidth ?? 0 }
    return unicodeScalars.reduce(0) { $0 + $1.cellWidth }
  }

  /// What is drawn of it, a piece for each cell or pair of cells: a scalar that takes room, with the
  /// marks on it, three at most.
  var drawn: [(piece: Character, width: Int)] {
    if isASCII { return [(self, 1)] }
    guard let first = unicodeScalars.first else { return [] }
    if isEmojiSequence { return [(Character(first), first.cellWidth)] }
    var pieces: [(scalars: String.UnicodeScalarView, width: Int)] = []
    for scalar in unicodeScalars {
      let width = scalar.cellWidth
      if width > 0 {
        pieces.append((String.UnicodeScalarView([scalar]), width))
      } else if let last = pieces.indices.last, pieces[last].scalars.count < 4 {
        pieces[last].scalars.append(scalar)
      }
    }
    return pieces.map { (Character(String($0.scalars)), $0.width) }
  }

  /// Whether it is one emoji made of several scalars: joined, with a skin tone, a keycap, or asking
  /// for colour.
  var isEmojiSequence: Bool {
    guard unicodeScalars.count > 1 else { return false }
    let scalars = Array(unicodeScalars)
    guard scalars[0].properties.isEmoji else { return false }
    if scalars[0].value < 0x100 {
      return scalars.dropFirst().map(\.value) == [0xfe0f, 0x20e3]
    }
    return scalars.indices.allSatisfy { index in
      switch scalars[index].value {
      case 0xfe0e, 0xfe0f: true
      case 0x200d: index + 1 < scalars.count && scalars[index + 1].isPictogram
      default: scalars[index].isPictogram
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is a picture by itself, which digits and the letters of flags are not.
  fileprivate var isPictogram: Bool {
    value > 0xff && properties.isEmoji && !(0x1f1e6...0x1f1ff).contains(value)
  }

  /// How many cells it takes, for letters and signs that nearly every text is made of: they are
  /// harmless, never join others, and need no look into Unicode's tables. Nil for the rest.
  var plainWidth: Int? {
    switch value {
    case 0x20...0x7e, 0xa0...0xac, 0xae...0x2ff, 0x400...0x481, 0x2010...0x2027, 0x20a0...0x20bf,
      0x2190...0x21ff, 0x2500...0x25cf:
      1
    case 0x4e00...0x9fff, 0xac00...0xd7a3: 2
    default: nil
    }
  }

  /// How many cells it takes by itself.
  var cellWidth: Int {
    if let plainWidth { return plainWidth }
    if value < 0x300 { return value == 0xad ? 0 : 1 }
    if (0x1160...0x11ff).contains(value) || (0xd7b0...0xd7ff).contains(value) {
      return 0  // Vowels and final consonants of Korean stand in the cell of the first consonant.
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return Self.isWide(value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wideRanges.count
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count && wideRanges[low].contains(value)
  }

  /// Unicode's East Asian Width W and F, gathered into runs.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x231a...0x231b, 0x2329...0x232a, 0x23e9...0x23ec, 0x23f0...0x23f0,
    0x23f3...0x23f3, 0x25fd...0x25fe, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
    0x267f...0x267f, 0x268a...0x268f, 0x2693...0x2693, 0x26a1...0x26a1, 0x26aa...0x26ab,
    0x26bd...0x26be, 0x26c4...0x26c5, 0x26ce...0x26ce, 0x26d4...0x26d4, 0x26ea...0x26ea,
    0x26f2...0x26f3, 0x26f5...0x26f5, 0x26fa...0x26fa, 0x26fd...0x26fd, 0x2705...0x2705,
    0x270a...0x270b, 0x2728...0x2728, 0x274c...0x274c, 0x274e...0x274e, 0x2753...0x2755,
    0x2757...0x2757, 0x2795...0x2797, 0x27b0...0x27b0, 0x27bf...0x27bf, 0x2b1b...0x2b1c,
    0x2b50...0x2b50, 0x2b55...0x2b55, 0x2e80...0x303e, 0x3041...0xa4cf, 0xa960...0xa97f,
    0xac00...0xd7a3, 0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff00...0xff60,
    0xffe0...0xffe6, 0x16fe0...0x18cd5, 0x18cff...0x18d1e, 0x18d80...0x18df2, 0x1aff0...0x1b2ff,
    0x1d300...0x1d356, 0x1d360...0x1d376, 0x1f004...0x1f004, 0x1f0cf...0x1f0cf, 0x1f18e...0x1f18e,
    0x1f191...0x1f19a, 0x1f200...0x1f320, 0x1f32d...0x1f335, 0x1f337...0x1f37c, 0x1f37e...0x1f393,
    0x1f3a0...0x1f3ca, 0x1f3cf...0x1f3d3, 0x1f3e0...0x1f3f0, 0x1f3f4...0x1f3f4, 0x1f3f8...0x1f43e,
    0x1f440...0x1f440, 0x1f442...0x1f4fc, 0x1f4ff...0x1f53d, 0x1f54b...0x1f54e, 0x1f550...0x1f567,
    0x1f57a...0x1f57a, 0x1f595...0x1f596, 0x1f5a4...0x1f5a4, 0x1f5fb...0x1f64f, 0x1f680...0x1f6c5,
    0x1f6cc...0x1f6cc, 0x1f6d0...0x1f6d2, 0x1f6d5...0x1f6d8, 0x1f6dc...0x1f6df, 0x1f6eb...0x1f6ec,
    0x1f6f4...0x1f6fc, 0x1f7e0...0x1f7eb, 0x1f7f0...0x1f7f0, 0x1f90c...0x1f93a, 0x1f93c...0x1f945,
    0x1f947...0x1f9ff, 0x1fa70...0x1faff, 0x20000...0x2fffd, 0x30000...0x3fffd,
  ]
}
