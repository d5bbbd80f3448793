/// How far a text is scrolled.
public struct ScrollPosition: Hashable, Sendable {
  /// The first line shown.
  public var top = 0

  /// At the top.
  public init() {}
}
