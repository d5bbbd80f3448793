/// One program, walked through once: every figure that can be had from outside.
struct Walk {
  /// Which program it is, since their keys differ.
  enum Program {
    case fairlead
    case floor
  }

  let program: Program
  let arguments: [String]
  let home: String
  let subjects: Set<Subject>

  /// How often a key is pressed for one distribution.
  private static let presses = 200

  /// Walks, and adds what was measured.
  func run(into figures: inout Figures) throws {
    let session = try TerminalSession(arguments, home: home)
    // The rows that say what there is: the board's title, stages, counts and sums.
    let useful = program == .fairlead ? 1..<5 : 0..<40
    let start = session.start(
      usefulRows: useful, quiet: .seconds(program == .fairlead ? 3 : 0.3), limit: .seconds(60))
    if wants(.start) { figures.add(.start, start?.milliseconds) }
    if wants(.memory) { figures.add(.memoryLoaded, session.process.memory) }
    if program == .fairlead { measureBoard(session, &figures) }
    if wants(.list) { scroll(session, .list, &figures) }
    if wants(.jump) { jump(session, &figures) }
    if wants(.filter) { filter(session, &figures) }
    if wants(.resize) { resize(session, &figures) }
    if wants(.idle) { idle(session, &figures) }
    if wants(.memory) { figures.add(.memoryUsed, session.process.memory) }
    let ending = session.quit("q")
    if ending.status != 0 {
      note("\(program) ended with \(ending.status.map(String.init) ?? "a signal")")
    }
    if wants(.quit), ending.status == 0 { figures.add(.quit, ending.time.milliseconds) }
  }

  private func wants(_ subject: Subject) -> Bool { subjects.contains(subject) }

  /// What only a board has; it is left for the list.
  private func measureBoard(_ session: TerminalSession, _ figures: inout Figures) {
    if wants(.board) { scroll(session, .board, &figures) }
    if wants(.move) { moveCards(session, &figures) }
    _ = session.press("v", quiet: .milliseconds(300))
  }

  private enum Place { case board, list }

  private func scroll(_ session: TerminalSession, _ place: Place, _ figures: inout Figures) {
    let answers = (0..<Self.presses).compactMap { _ in session.press("j") }
    let (paint, settled) = (answers.map(\.paint), answers.map(\.settled))
    let bytes = answers.isEmpty ? nil : answers.map(\.bytes).reduce(0, +) / answers.count
    switch place {
    case .board:
      figures.add(p50: .boardPaintP50, p95: .boardPaintP95, paint)
      figures.add(p50: .boardSettledP50, p95: .boardSettledP95, settled)
      figures.add(.boardBytes, bytes.map(Double.init))
    case .list:
      figures.add(p50: .listPaintP50, p95: .listPaintP95, paint)
      figures.add(p50: .listSettledP50, p95: .listSettledP95, settled)
      figures.add(.listBytes, bytes.map(Double.init))
    }
  }

  /// A card goes to the next stage and back, so that the organization stays as it was.
  private func moveCards(_ session: TerminalSession, _ figures: inout Figures) {
    let times = (0..<20).flatMap { _ in
      ["L", "H"].compactMap { session.press($0, quiet: .milliseconds(150))?.paint }
    }
    figures.add(p50: .movePaintP50, p95: .movePaintP95, times)
  }

  private func jump(_ session: TerminalSession, _ figures: inout Figures) {
    let home = program == .fairlead ? "gg" : "g"
    let times = (0..<10).compactMap { _ in
      _ = session.press(home, quiet: .milliseconds(100))
      return session.press("G", quiet: .milliseconds(100))?.paint
    }
    figures.add(p50: .jumpToEnd, times)
    _ = session.press(home, quiet: .milliseconds(100))
  }

  private func filter(_ session: TerminalSession, _ figures: inout Figures) {
    var answers: [TerminalSession.Answer] = []
    for _ in 0..<10 {
      _ = session.press("/", quiet: .milliseconds(100))
      for letter in "ambe" {
        if let answer = session.press(String(letter), quiet: .milliseconds(150)) {
          answers.append(answer)
        }
      }
      _ = session.press("\u{1b}", quiet: .milliseconds(200))
      if program == .fairlead { _ = session.press("\u{1b}", quiet: .milliseconds(200)) }
    }
    figures.add(p50: .filterPaintP50, answers.map(\.paint))
    figures.add(p50: .filterSettledP50, p95: .filterSettledP95, answers.map(\.settled))
  }

  private func resize(_ session: TerminalSession, _ figures: inout Figures) {
    let times = (0..<10).flatMap { _ in
      [(110, 36), (120, 40)].compactMap { session.resize(columns: $0, rows: $1)?.paint }
    }
    figures.add(p50: .resize, times)
  }

  private func idle(_ session: TerminalSession, _ figures: inout Figures) {
    session.idle(for: .seconds(3))
    let before = session.process.contextSwitches
    session.idle(for: .seconds(5))
    let wakeups = session.process.contextSwitches.map { $0.value - before[$0.key, default: 0] }
    figures.add(.wakeups, Double(wakeups.reduce(0, +)) / 5)
  }
}
