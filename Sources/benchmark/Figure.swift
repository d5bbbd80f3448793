/// One thing that is measured, a number each round.
enum Figure: String, CaseIterable {
  case start
  case boardPaintP50
  case boardPaintP95
  case boardSettledP50
  case boardSettledP95
  case boardBytes
  case listPaintP50
  case listPaintP95
  case listSettledP50
  case listSettledP95
  case listBytes
  case movePaintP50
  case movePaintP95
  case filterPaintP50
  case filterSettledP50
  case filterSettledP95
  case jumpToEnd
  case resize
  case quit
  case memoryLoaded
  case memoryUsed
  case wakeups
  case dealsRead
  case limiter
}

/// What can be asked for by itself on the command line.
enum Subject: String, CaseIterable {
  case start
  case board
  case list
  case move
  case filter
  case jump
  case resize
  case idle
  case memory
  case quit
  case reading
  case limiter
}

/// The numbers of all rounds, and the figures that came of them.
struct Figures {
  private var rounds: [Figure: [Double]] = [:]

  /// Notes a number.
  mutating func add(_ figure: Figure, _ value: Double?) {
    if let value { rounds[figure, default: []].append(value) }
  }

  /// Notes two places of a distribution of times, in milliseconds.
  mutating func add(p50: Figure, p95: Figure? = nil, _ times: [Duration]) {
    guard !times.isEmpty else { return }
    let sorted = times.map(\.milliseconds).sorted()
    add(p50, sorted.percentile(0.5))
    if let p95 { add(p95, sorted.percentile(0.95)) }
  }

  /// The median of the rounds; nil when there was none.
  subscript(figure: Figure) -> Double? {
    rounds[figure].map { $0.sorted().percentile(0.5) }
  }

  /// The least and the greatest of the rounds.
  func spread(of figure: Figure) -> (least: Double, greatest: Double)? {
    guard let values = rounds[figure], let least = values.min(), let greatest = values.max() else {
      return nil
    }
    return (least, greatest)
  }
}

extension [Double] {
  /// The value below which that share of sorted values lies. There must be a value.
  fileprivate func percentile(_ share: Double) -> Double {
    self[Int((share * Double(count - 1)).rounded())]
  }
}

extension Duration {
  /// The time in milliseconds.
  var milliseconds: Double { self / .milliseconds(1) }
}
