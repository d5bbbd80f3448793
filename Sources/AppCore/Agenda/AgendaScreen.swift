import Sales
import Screen

/// What is to be done, by day: tasks, meetings and calls.
public struct AgendaScreen: Hashable, Sendable {
  /// Whether only what is mine is shown.
  public internal(set) var isMine = true
  /// What was typed to filter.
  public internal(set) var filter = TextField()
  /// Whether the filter line is typed into.
  public internal(set) var isFiltering = false
  /// What is at hand; nil before the first answer.
  public internal(set) var page: AgendaPage?
  /// What `page` answers.
  public internal(set) var shown: AgendaQuery?
  /// Why it could not be read again; nil when it could. Old rows stay.
  public internal(set) var failure: Failure?
  /// The activity under the cursor.
  public internal(set) var selected: Activity.ID?
  /// Its place in the whole agenda.
  public internal(set) var index = 0
  /// The first activity on the screen.
  public internal(set) var top = 0

  /// How many activities are read at once.
  static let limit = 150
  /// How near the cursor may come to the edge of what is at hand.
  private static let margin = 30

  /// Nothing read yet.
  public init() {}

  /// How many activities there are in all.
  var count: Int { page?.window.count ?? 0 }

  /// The activity under the cursor, when it is at hand.
  var row: AgendaRow? { page?.window.row(at: index) }

  /// The part that has the keys.
  var place: Place { isFiltering ? .filter : .agenda }

  /// Takes a part of the agenda. The cursor stays on its activity; when that is gone, on its place.
  mutating func take(_ page: AgendaPage, of query: AgendaQuery) {
    if let shown, shown.words != query.words || shown.owner != query.owner {
      selected = nil
      index = 0
      top = 0
    }
    self.page = page
    shown = query
    failure = nil
    if let place = page.window.rows.firstIndex(where: { $0.id == selected }) {
      index = page.window.start + place
    }
    go(to: index)
  }

  /// Puts the cursor at a place, held within the agenda.
  mutating func go(to place: Int) {
    index = min(max(0, place), max(0, count - 1))
    selected = row?.id ?? selected
  }

  /// Around what more is to be read; nil while what is at hand is enough.
  var wanted: Anchor<Activity>? {
    guard let window = page?.window, window.rows.count < window.count else { return nil }
    let range = window.range
    let lacksBefore = range.lowerBound > 0 && index - range.lowerBound < Self.margin
    let lacksAfter = range.upperBound < window.count && range.upperBound - index < Self.margin
    return lacksBefore || lacksAfter ? .index(index) : nil
  }

  /// Scrolls so that the cursor is among so many lines, those of the headings included.
  mutating func scroll(height: Int, today: CalendarDate) {
    top = min(max(0, top), index)
    while top < index, !lines(height: height, today: today).contains(.row(index)) {
      // Far away at first, then line by line.
      top = max(top + 1, index - height)
    }
  }

  /// The lines from the first activity on the screen: the heading of a time stands above its first
  /// activity, and at the top whatever comes first.
  func lines(height: Int, today: CalendarDate) -> [AgendaLine] {
    var lines: [AgendaLine] = []
    var time: AgendaTime?
    for place in top..<max(top, count) {
      guard lines.count < height else { break }
      guard let row = page?.window.row(at: place) else {
        lines.append(.missing)
        continue
      }
      let own = AgendaTime(row.activity.day, today: today)
      if own != time {
        lines.append(.heading(own))
        guard lines.count < height else { break }
      }
      time = own
      lines.append(.row(place))
    }
    return lines
  }

  /// How many activities a time has.
  func count(of time: AgendaTime) -> Int {
    page?.counts.first { $0.time == time }?.count ?? 0
  }
}

/// A line of the agenda.
enum AgendaLine: Hashable {
  /// A time, with how much there is then.
  case heading(AgendaTime)
  /// The activity at that place.
  case row(Int)
  /// An activity that is still being read.
  case missing
}
