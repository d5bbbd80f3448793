import Sales
import Screen

/// What a card on the board says, in the lines it takes at a width.
struct DealCard {
  /// The deal.
  let row: DealRow
  /// Its move, when one is not settled.
  let move: PendingMove?
  /// The name: on one line, or on up to three when the card is selected.
  let title: [SafeText]
  /// The person and the owner, on a selected card.
  let people: SafeText?
  /// What else it was chosen to say, in a line; nil when it says nothing else.
  let more: [BoardView.CardField]
  /// What is to be known about its move, on a selected card.
  let reason: [SafeText]
  /// Whether name, amount and next activity share a line.
  let isOneLine: Bool

  /// From this width on, name and amount share a line.
  static let oneLineWidth = 44

  /// A card of that width, its mark's cell included.
  init(
    _ row: DealRow, move: PendingMove?, isSelected: Bool, width: Int,
    fields: [BoardView.CardField] = []
  ) {
    more = fields
    self.row = row
    self.move = move
    isOneLine = width >= Self.oneLineWidth
    let room = width - 1
    let name = SafeText(row.deal.name)
    title = isSelected && !isOneLine ? name.wrapped(to: room, limit: 3) : [name]
    let names = [row.deal.contact?.name ?? row.deal.account?.name, row.deal.owner?.name]
      .compactMap { $0 }
    people = isSelected && !names.isEmpty ? SafeText(names.joined(separator: " · ")) : nil
    reason = isSelected ? move?.reason.wrapped(to: room, limit: 2) ?? [] : []
  }

  /// How many lines it takes.
  var height: Int {
    title.count + (isOneLine ? 0 : 1) + (more.isEmpty ? 0 : 1) + (people == nil ? 0 : 1)
      + reason.count
  }

  /// How many lines a card takes that is not selected.
  static func height(width: Int, fields: [BoardView.CardField] = []) -> Int {
    (width >= oneLineWidth ? 1 : 2) + (fields.isEmpty ? 0 : 1)
  }
}
