import Screen

/// A piece of the top line.
private struct Piece {
  var text: SafeText
  /// What stands for it where there is little room; nil when nothing shorter does.
  var short: SafeText?
  var style: Style
  /// The least important one is shortened or goes first where there is no room.
  var importance: Int
  var isRight = false
  /// The screen whose tab it is.
  var screen: ScreenName?
}

/// Draws where we are, whose organization it is, how old everything is, how much of the quota is used.
func drawTopLine(_ state: AppState, in area: Rect, on canvas: inout Canvas) {
  canvas.fill(area)
  for (piece, x) in placed(state, in: area) {
    canvas.put(piece.text, x: x, y: area.y, limit: area.right, style: piece.style)
  }
}

/// The screen whose tab stands at a column of the top line; nil where there is none.
func tab(at column: Int, _ state: AppState) -> ScreenName? {
  placed(state, in: Rect(x: 0, y: 0, width: state.size.width, height: 1))
    .first { $0.x <= column && column < $0.x + $0.piece.text.width }?.piece.screen
}

/// The pieces that fit, with the column where each begins.
private func placed(_ state: AppState, in area: Rect) -> [(piece: Piece, x: Int)] {
  let pieces = fitted(leftPieces(state) + rightPieces(state), to: area.width)
  let right = pieces.filter(\.isRight).reduce(0) { $0 + $1.text.width }
  var x = area.x
  var hasRight = false
  return pieces.map { piece in
    if piece.isRight, !hasRight {
      hasRight = true
      x = max(x, area.right - right)
    }
    defer { x += piece.text.width }
    return (piece, x)
  }
}

/// Shortens or drops the least important pieces until the rest fits.
private func fitted(_ pieces: [Piece], to width: Int) -> [Piece] {
  var pieces = pieces
  func excess() -> Int { pieces.reduce(0) { $0 + $1.text.width } - width }
  while excess() > 0, pieces.count > 1,
    let place = pieces.indices.min(by: { pieces[$0].importance < pieces[$1].importance })
  {
    if let short = pieces[place].short {
      pieces[place].text = short
      pieces[place].short = nil
      pieces[place].importance += 25
    } else {
      pieces.remove(at: place)
    }
  }
  return pieces
}

private func leftPieces(_ state: AppState) -> [Piece] {
  let tabs = ScreenName.allCases.map { screen in
    let isShown = screen == state.screen
    return Piece(
      text: " \(screen.rawValue) \(screen.title) ", short: isShown ? nil : " \(screen.rawValue) ",
      style: isShown ? .tab : .normal, importance: isShown ? 90 : 60,
      screen: screen)
  }
  return [Piece(text: " Fairlead ", style: .title, importance: 30)] + tabs
}

private func rightPieces(_ state: AppState) -> [Piece] {
  var pieces: [Piece] = []
  func add(_ text: SafeText, _ style: Style, _ importance: Int) {
    pieces.append(Piece(text: text, style: style, importance: importance, isRight: true))
  }
  if state.outbox.uncertainCount > 0 {
    add(" ? \(state.outbox.uncertainCount) uncertain ", .bad, 95)
  }
  if state.outbox.pendingCount > 0 {
    add(" \(state.outbox.pendingCount) pending ", .pending, 50)
  }
  add(" \(state.tenant.spoken) ", .organization, 100)
  let freshness = freshness(state)
  add(" \(freshness.text) ", freshness.style, 70)
  if let used = state.quota.booksUsed, let limit = state.quota.booksLimit {
    add(" Books \(used)/\(limit) ", used * 10 >= limit * 9 ? .warning : .dim, 40)
  }
  return pieces
}

private func freshness(_ state: AppState) -> (text: SafeText, style: Style) {
  let age = state.sync.lastSynced.map { $0.age(at: state.now) }
  if let progress = state.sync.progress { return ("○ syncing \(progress)", .pending) }
  if state.sync.failure != nil {
    return (age.map { "✗ failed, \($0) old" } ?? "✗ failed", .bad)
  }
  return age.map { ("● \($0) ago", .dim) } ?? ("○ not synced yet", .dim)
}

extension Tenant {
  /// The organization as the top line names it: `Acme Ltd (eu)`, `Acme Ltd (local, demo)`.
  var spoken: SafeText {
    let name = SafeText(organization).truncated(to: 24)
    let place = SafeText(dataCenter)
    return "\(name) (\(place)\(isDemo ? ", demo" : "")\(isReadOnly ? ", read-only" : ""))"
  }
}
