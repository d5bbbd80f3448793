import Sales

/// The columns by which deals are ordered.
enum DealOrdering {
  /// The column, with the collation of its index. Stages have none: their order is the pipeline's.
  static func column(_ column: DealColumn) -> String {
    switch column {
    case .name: "name COLLATE NOCASE"
    case .account: "account_name COLLATE NOCASE"
    case .stage: "stage"
    case .amount: "amount"
    case .closing: "closing"
    case .next: "next_day"
    case .owner: "owner_name COLLATE NOCASE"
    case .age: "stage_time"
    }
  }
}
