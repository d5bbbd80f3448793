import Sales

extension Window where Row == DealRow {
  /// Whether the deal is among the rows of this part.
  func contains(_ deal: Deal.ID) -> Bool { rows.contains { $0.id == deal } }

  /// Takes a deal out of the list, when this part has it.
  mutating func remove(_ deal: Deal.ID) {
    guard let offset = rows.firstIndex(where: { $0.id == deal }) else { return }
    let row = rows.remove(at: offset)
    count -= 1
    if let amount = row.deal.amount { totals.subtract(amount) }
  }

  /// Puts a deal into the list where its need ranks it, unless it is there already.
  mutating func insert(_ row: DealRow, today: CalendarDate) {
    guard !contains(row.id) else { return }
    let need = Need(row, today: today)
    let offset = rows.firstIndex { need < Need($0, today: today) } ?? rows.count
    rows.insert(row, at: offset)
    count += 1
    if let amount = row.deal.amount { totals.add(amount) }
  }
}

/// How soon a deal wants something done: late activities first, then today's, then deals with nothing
/// planned, then those with a day to come.
enum Need: Hashable, Comparable {
  case late(CalendarDate)
  case today
  case nothingPlanned
  case later(CalendarDate)
  case undated

  init(_ row: DealRow, today: CalendarDate) {
    guard let next = row.next else {
      self = .nothingPlanned
      return
    }
    guard let day = next.day else {
      self = .undated
      return
    }
    self = day < today ? .late(day) : day == today ? .today : .later(day)
  }

  /// Whether somebody should see to it now.
  var isPressing: Bool {
    switch self {
    case .late, .today, .nothingPlanned: true
    case .later, .undated: false
    }
  }
}
