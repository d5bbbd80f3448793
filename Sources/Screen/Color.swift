/// One of the 256 colours of terminals: 16 that the user's terminal chooses, a cube of 216, 24 greys.
public struct Color: Hashable, Sendable {
  /// Its place in the palette, from 0 to 255.
  public let index: UInt8

  /// The colour at that place.
  public init(_ index: UInt8) { self.index = index }

  /// A colour by its name in theme files, such as `bright-red`, or by its number; nil when there is
  /// none.
  public init?(name: some StringProtocol) {
    if let index = UInt8(name) {
      self.index = index
    } else if let place = Self.names.firstIndex(of: String(name)) {
      index = UInt8(place)
    } else {
      return nil
    }
  }

  /// The names of the first 16.
  static let names: [String] = {
    let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return plain + plain.map { "bright-" + $0 }
  }()

  /// Its place, or that of its nearest relative, on a terminal with so many colours.
  public func index(among count: Int) -> Int {
    let index = Int(self.index)
    if index < count { return index }
    if index < 16 { return index - 8 }
    let (red, green, blue) = components
    let limit = max(red, green, blue) / 2 + 40
    return (red > limit ? 1 : 0) + (green > limit ? 2 : 0) + (blue > limit ? 4 : 0)
  }

  /// Red, green and blue from 0 to 255, for those beyond the first 16.
  var components: (Int, Int, Int) {
    if index >= 232 {
      let grey = 8 + 10 * (Int(index) - 232)
      return (grey, grey, grey)
    }
    let steps = [0, 95, 135, 175, 215, 255]
    let place = Int(index) - 16
    return (steps[place / 36], steps[place / 6 % 6], steps[place % 6])
  }
}
