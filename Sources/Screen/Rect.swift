/// A width and a height, in cells.
public struct Size: Hashable, Sendable {
  /// How many cells across.
  public var width: Int
  /// How many rows.
  public var height: Int

  /// A width and a height; negative ones count as zero.
  public init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }
}

/// An area of cells; `x` counts from the left and `y` from the top, both from zero.
public struct Rect: Hashable, Sendable {
  /// The leftmost cell.
  public var x: Int
  /// The topmost row.
  public var y: Int
  /// How many cells across.
  public var width: Int
  /// How many rows.
  public var height: Int

  /// An area; negative widths and heights count as zero.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The whole of a size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The first cell to the right of it.
  public var right: Int { x + width }
  /// The first row below it.
  public var bottom: Int { y + height }
  /// Its extent.
  public var size: Size { Size(width: width, height: height) }
  /// Whether it has no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }

  /// The area less a border of that many cells on every side.
  public func inset(by margin: Int = 1) -> Rect {
    Rect(
      x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
  }

  /// The area less so many cells on its left and on its right.
  public func inset(x margin: Int) -> Rect {
    Rect(x: x + margin, y: y, width: width - 2 * margin, height: height)
  }

  /// One row of it, counted from its top.
  public func row(_ index: Int) -> Rect {
    Rect(x: x, y: y + index, width: width, height: index < height && index >= 0 ? 1 : 0)
  }

  /// The area cut into a top of that height and the rest.
  public func split(top height: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, height), self.height)
    return (
      Rect(x: x, y: y, width: width, height: cut),
      Rect(x: x, y: y + cut, width: width, height: self.height - cut)
    )
  }

  /// The area cut into the rest and a bottom of that height.
  public func split(bottom height: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, height), self.height)
    let parts = split(top: self.height - cut)
    return (rest: parts.top, bottom: parts.rest)
  }

  /// The area cut into a left part of that width and the rest.
  public func split(left width: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, width), self.width)
    return (
      Rect(x: x, y: y, width: cut, height: height),
      Rect(x: x + cut, y: y, width: self.width - cut, height: height)
    )
  }

  /// The area cut into the rest and a right part of that width.
  public func split(right width: Int) -> (rest: Rect, right: Rect) {
    let cut = min(max(0, width), self.width)
    let parts = split(left: self.width - cut)
    return (rest: parts.left, right: parts.rest)
  }

  /// An area of at most that size in the middle of this one.
  public func centered(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(
      x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width,
      height: height)
  }

  /// The cells that both areas have.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left,
      height: min(bottom, other.bottom) - top)
  }

  /// Whether the cell at that place belongs to it.
  public func contains(x: Int, y: Int) -> Bool {
    x >= self.x && x < right && y >= self.y && y < bottom
  }
}
