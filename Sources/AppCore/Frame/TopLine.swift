import Screen

/// A piece of the top line.
private struct Piece {
  var text: SafeText
  var style: Style
  var isRight = false
  /// The screen whose tab it is.
  var screen: ScreenName?
}

/// What is given up where there is little room, each together with all before it. The shown tab, the
/// organization, the age and what is uncertain or on its way stay in some form.
private enum Squeeze: Int, CaseIterable {
  case nothing
  case program
  case otherNames
  case organization
  case quota
  case ageWords
  case badgeWords
  case placeWords
  case otherTabs
  case mostOfOrganization

  /// Whether so much has to be given up.
  func includes(_ other: Squeeze) -> Bool { rawValue >= other.rawValue }

  /// How many cells the organization's name has at least, longer ones being cut.
  var nameWidth: Int {
    if includes(.mostOfOrganization) { return 6 }
    return includes(.organization) ? 12 : Tenant.nameWidth
  }
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
  let pieces = fitted(state, to: area.width)
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

/// The pieces with as little given up as the width asks for; the organization gets the room left over.
private func fitted(_ state: AppState, to width: Int) -> [Piece] {
  var pieces: [Piece] = []
  for squeeze in Squeeze.allCases {
    pieces = allPieces(state, squeeze, nameWidth: squeeze.nameWidth)
    let room = width - pieces.reduce(0) { $0 + $1.text.width }
    guard room >= 0 else { continue }
    let nameWidth = min(squeeze.nameWidth + room, Tenant.nameWidth)
    return allPieces(state, squeeze, nameWidth: nameWidth)
  }
  return pieces
}

private func allPieces(_ state: AppState, _ squeeze: Squeeze, nameWidth: Int) -> [Piece] {
  leftPieces(state, squeeze) + rightPieces(state, squeeze, nameWidth: nameWidth)
}

private func leftPieces(_ state: AppState, _ squeeze: Squeeze) -> [Piece] {
  let tabs = ScreenName.allCases.compactMap { screen -> Piece? in
    let isShown = screen == state.screen
    if !isShown, squeeze.includes(.otherTabs) { return nil }
    let isNamed = isShown || !squeeze.includes(.otherNames)
    return Piece(
      text: isNamed ? " \(screen.rawValue) \(screen.title) " : " \(screen.rawValue) ",
      style: isShown ? .tab : .normal, screen: screen)
  }
  return squeeze.includes(.program) ? tabs : [Piece(text: " Fairlead ", style: .title)] + tabs
}

private func rightPieces(_ state: AppState, _ squeeze: Squeeze, nameWidth: Int) -> [Piece] {
  var pieces: [Piece] = []
  func add(_ text: SafeText, _ style: Style) {
    pieces.append(Piece(text: text, style: style, isRight: true))
  }
  func addBadge(_ mark: SafeText, _ count: Int, _ word: SafeText, _ style: Style) {
    guard count > 0 else { return }
    add(squeeze.includes(.badgeWords) ? " \(mark) \(count) " : " \(mark) \(count) \(word) ", style)
  }
  addBadge("?", state.outbox.uncertainCount, "uncertain", .bad)
  addBadge("▸", state.outbox.pendingCount, "pending", .pending)
  addBadge("Δ", state.inbox.list.unread, "new", .warning)
  let tenant = state.tenant.spoken(
    nameWidth: nameWidth, isShort: squeeze.includes(.placeWords))
  add(" \(tenant) ", .organization)
  let freshness = freshness(state, isShort: squeeze.includes(.ageWords))
  add(" \(freshness.text) ", freshness.style)
  if let used = state.quota.booksUsed, let limit = state.quota.booksLimit,
    !squeeze.includes(.quota)
  {
    add(" Books \(used)/\(limit) ", used * 10 >= limit * 9 ? .warning : .dim)
  }
  return pieces
}

private func freshness(_ state: AppState, isShort: Bool) -> (text: SafeText, style: Style) {
  let age = state.sync.lastSynced.map { $0.age(at: state.now) }
  if let progress = state.sync.progress {
    return (isShort ? "○ syncing" : "○ syncing \(progress)", .pending)
  }
  if state.sync.failure != nil {
    return (age.map { isShort ? "✗ \($0) old" : "✗ failed, \($0) old" } ?? "✗ failed", .bad)
  }
  guard let age else { return (isShort ? "○ no sync" : "○ not synced yet", .dim) }
  return (isShort ? "● \(age)" : "● \(age) ago", .dim)
}

extension Tenant {
  /// How much of an organization's name the top line and the questions show.
  fileprivate static let nameWidth = 24

  /// The organization as the questions name it: `Acme Ltd (eu)`, `Acme Ltd (local, demo)`.
  var spoken: SafeText { spoken(nameWidth: Self.nameWidth, isShort: false) }

  /// The organization with its name cut to so many cells; in the short form a demo, which is always
  /// local, is only called a demo.
  fileprivate func spoken(nameWidth: Int, isShort: Bool) -> SafeText {
    let name = SafeText(organization).truncated(to: nameWidth)
    let place: SafeText = isDemo ? (isShort ? "demo" : "\(dataCenter), demo") : "\(dataCenter)"
    return "\(name) (\(place)\(isReadOnly ? ", read-only" : ""))"
  }
}
