/// By what deals are put into columns.
public enum DealGrouping: Hashable, Sendable, Codable {
  /// By stage: every deal of the pipeline.
  case stage
  /// By who works on them: the open deals.
  case owner
  /// By the month in which they should close: the open deals.
  case closingMonth
  /// By a pick-list, named as in requests: the open deals.
  case pickList(String)

  /// A word for it, by which its columns are kept.
  public var name: String {
    switch self {
    case .stage: "stage"
    case .owner: "owner"
    case .closingMonth: "closing month"
    case .pickList(let field): "field \(field)"
    }
  }
}
