import FoundationEssentials
import Sales
import Screen

/// The only function that changes the state. Returns the work it wants done.
public func reduce(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .launched:
    return [.loadHome, .loadDrafts, .loadOutbox]
  case .key(let key):
    return state.press(key)
  case .left:
    state.isFinished = true
    return []
  case .resized(let size):
    state.size = size
    return state.board.fit(state.boardArea)
  case .ticked(let now, let today):
    return state.tick(now, today: today)
  case .syncChanged(let status):
    state.takeSync(status)
    return []
  case .quotaChanged(let quota):
    state.quota = quota
    return []
  case .signIn(let news):
    return state.takeSignIn(news)
  case .profilesLoaded(let profiles):
    return state.chooseProfile(among: profiles)
  case .form(let action):
    return state.reduceForms(action)
  case .people(let action):
    return state.reducePeople(action)
  case .textEdited(.note(let key), let text):
    return state.takeNoteText(text, on: key)
  case .textEdited(.formField(let field), let text):
    return state.takeFormText(text, of: field)
  case .told(let event):
    state.tell(event.text, kind: event.kind)
    return []
  case .mirrorChanged:
    return state.reload()
  case .pipelinesLoaded, .boardLoaded, .dealsLoaded, .dealOpened, .moveDismissed:
    return state.reducePipeline(action)
  case .dealDetailLoaded:
    return state.reducePipeline(action) + state.reduceEditor(action)
  case .invoiceSummaryLoaded, .invoicesLoaded, .invoiceFolderLoaded, .draftsLoaded, .pdfSaved,
    .mailPrepared, .paymentStarted:
    return state.reduceInvoices(action)
  case .draftStarted, .draftSaved, .itemsFound, .customersFound, .customerLoaded, .taxesLoaded,
    .draftStored, .textEdited:
    return state.reduceEditor(action)
  case .customerCompared, .comparisonClosed, .customerAligned:
    return state.reduceComparison(action)
  case .enqueued, .writeSettled, .outboxLoaded:
    return state.reduceWrites(action)
  }
}

extension AppState {
  /// Goes to a screen and reads what it shows.
  mutating func show(_ screen: ScreenName) -> [Effect] {
    if screen == .outbox, self.screen != .outbox { outbox.selectFirst() }
    self.screen = screen
    return reload()
  }

  /// Reads again what is on the screen.
  mutating func reload() -> [Effect] {
    switch screen {
    case .pipeline: return board.reload(today: today)
    case .people: return people.reload()
    case .invoices: return invoices.reload(today: today) + (editor?.reload() ?? [])
    case .outbox: return [.loadOutbox]
    }
  }

  /// Gives a key to the text field that has it, or to the command it stands for.
  mutating func press(_ key: Key) -> [Effect] {
    let place = place
    if let effects = typeText(key, at: place) { return effects }
    let chord = (chord.map { [$0] } ?? []) + [key]
    self.chord = nil
    switch Commands.find(chord, at: place, keymap: keymap) {
    case .command(let command):
      let effects = command.perform(&self)
      if place != .confirmation, self.place == .confirmation { openingKey = key }
      return effects
    case .start: self.chord = key
    case .nothing: break
    }
    return []
  }

  /// Lets the place that takes text have the key; nil when the key is not text there.
  private mutating func typeText(_ key: Key, at place: Place) -> [Effect]? {
    if !overlays.isEmpty { return typeInOverlay(key) }
    if signIn != nil { return typeInSignIn(key) }
    if case .mouse(let event) = key, event.kind == .press, event.y == 0 {
      return tab(at: event.x, self).map { show($0) } ?? []
    }
    guard place.takesText || place == .editor || key.isPasteOrMouse else { return nil }
    switch screen {
    case .pipeline: return typeInPipeline(key)
    case .people: return typeInPeople(key)
    case .invoices: return editor != nil ? typeInEditor(key) : typeInInvoices(key)
    case .outbox: return typeInOutbox(key)
    }
  }

  /// Time went by: the day may have changed, and ages are shown anew.
  mutating func tick(_ now: Date, today: CalendarDate) -> [Effect] {
    self.now = now
    guard today != self.today else { return [] }
    self.today = today
    return reload()
  }
}

extension Key {
  /// Whether it is no key at all but pasted text or the mouse.
  var isPasteOrMouse: Bool {
    switch self {
    case .paste, .mouse: true
    default: false
    }
  }
}
