/// A picture of red, green and blue dots, each of one byte.
public struct Picture: Hashable, Sendable {
  /// How many dots a row has.
  public let width: Int
  /// How many rows there are.
  public let height: Int
  /// The dots from the top left, three bytes each.
  public let dots: [UInt8]

  /// A picture of so many dots; nil when there are not just as many.
  public init?(width: Int, height: Int, dots: [UInt8]) {
    guard width > 0, height > 0, width <= 20_000, height <= 20_000,
      dots.count == width * height * 3
    else { return nil }
    self.width = width
    self.height = height
    self.dots = dots
  }

  /// The picture in a file of the binary form `P6` (netpbm, ppm(5)); nil when it is none.
  public init?(ppm file: [UInt8]) {
    var place = 0
    func word() -> String? {
      while place < file.count, [0x20, 0x0A, 0x0D, 0x09, 0x23].contains(file[place]) {
        if file[place] == 0x23 { while place < file.count, file[place] != 0x0A { place += 1 } }
        place += 1
      }
      let start = place
      while place < file.count, file[place] > 0x20 { place += 1 }
      return start < place ? String(decoding: file[start..<place], as: UTF8.self) : nil
    }
    guard word() == "P6", let width = word().flatMap({ Int($0) }),
      let height = word().flatMap({ Int($0) }), word() == "255", place < file.count,
      width > 0, height > 0, width <= 20_000, height <= 20_000
    else { return nil }
    let start = place + 1
    guard file.count >= start + width * height * 3 else { return nil }
    self.init(
      width: width, height: height, dots: Array(file[start..<(start + width * height * 3)]))
  }

  /// The picture made smaller so that it fits into so many dots, its shape kept: each dot is the middle
  /// of those it stands for. One that fits stays as it is.
  func fitted(width most: Int, height mostRows: Int) -> Picture {
    guard most > 0, mostRows > 0, width > most || height > mostRows else { return self }
    let byWidth = height * most <= mostRows * width
    let newWidth = byWidth ? most : max(1, width * mostRows / height)
    let newHeight = byWidth ? max(1, height * most / width) : mostRows
    var small: [UInt8] = []
    small.reserveCapacity(newWidth * newHeight * 3)
    for row in 0..<newHeight {
      let top = row * height / newHeight
      let bottom = max(top + 1, (row + 1) * height / newHeight)
      for column in 0..<newWidth {
        let left = column * width / newWidth
        let right = max(left + 1, (column + 1) * width / newWidth)
        var sums = (0, 0, 0)
        for y in top..<bottom {
          for x in left..<right {
            let at = (y * width + x) * 3
            sums = (
              sums.0 + Int(dots[at]), sums.1 + Int(dots[at + 1]), sums.2 + Int(dots[at + 2])
            )
          }
        }
        let count = (bottom - top) * (right - left)
        small += [sums.0, sums.1, sums.2].map { UInt8($0 / count) }
      }
    }
    return Picture(width: newWidth, height: newHeight, dots: small) ?? self
  }
}
