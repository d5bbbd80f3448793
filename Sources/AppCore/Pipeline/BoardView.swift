import Sales

/// How the deals of a pipeline are arranged: kept for each pipeline across restarts.
public struct BoardView: Hashable, Sendable, Codable {
  /// The columns of one grouping.
  public struct Columns: Hashable, Sendable, Codable {
    /// Their order by id; those that are not named come after, in their own order.
    public var order: [String] = []
    /// Those that are not shown.
    public var hidden: Set<String> = []
    /// Those that are a strip with count and sum.
    public var collapsed: Set<String> = []
  }

  /// What a card can say besides name, amount and what is next.
  public enum CardField: String, Hashable, Sendable, Codable, CaseIterable {
    case account, contact, owner, closing, chance, age, step
  }

  /// The order of the cards.
  public enum CardOrder: String, Hashable, Sendable, Codable, CaseIterable {
    case need, amount, closing, age
  }

  /// A column of the list with its width.
  public struct TableColumn: Hashable, Sendable, Codable {
    /// What it shows, by the name of a `DealColumn`.
    public var column: String
    /// How many cells it takes.
    public var width: Int
  }

  /// By what the columns of the board are made.
  public var grouping = DealGrouping.stage
  /// The columns by the name of their grouping.
  public var columns: [String: Columns] = [:]
  /// What cards say besides the usual.
  public var cardFields: [CardField] = []
  /// The order of the cards.
  public var cardOrder = CardOrder.need
  /// The columns of the list; nil for as many of the usual as fit.
  public var table: [TableColumn]?

  /// The usual arrangement.
  public init() {}

  /// The columns of the present grouping.
  var current: Columns {
    get { columns[grouping.name] ?? Columns() }
    set { columns[grouping.name] = newValue == Columns() ? nil : newValue }
  }

  /// The name it is kept under.
  static func name(of pipeline: Pipeline.ID) -> String { "deals of \(pipeline.rawValue)" }
}

extension BoardView.CardField {
  /// What people call it.
  var title: String {
    switch self {
    case .account: "Account"
    case .contact: "Contact"
    case .owner: "Owner"
    case .closing: "Closing date"
    case .chance: "Chance"
    case .age: "Days in the stage"
    case .step: "Next step"
    }
  }
}

extension BoardView.CardOrder {
  /// The order as a question asks for it.
  var deals: DealOrder {
    switch self {
    case .need: .need
    case .amount: .column(.amount, isAscending: false)
    case .closing: .column(.closing, isAscending: true)
    case .age: .column(.age, isAscending: true)
    }
  }

  /// The order in words.
  var title: String {
    switch self {
    case .need: "by need: late first"
    case .amount: "by amount: large first"
    case .closing: "by closing date: soon first"
    case .age: "by age: long in the stage first"
    }
  }
}
