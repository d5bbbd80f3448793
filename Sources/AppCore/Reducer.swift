import FoundationEssentials
import Sales
import Screen

/// The only function that changes the state. Returns the work it wants done.
public func reduce(_ state: inout AppState, _ action: Action) -> [Effect] {
  switch action {
  case .launched:
    return [.loadViews, .loadHome, .loadDrafts, .loadOutbox]
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
  case .agenda(let news):
    return state.reduceAgenda(news)
  case .reports(let news):
    return state.reduceReports(news)
  case .form(let action):
    return state.reduceForms(action)
  case .people(let action):
    return state.reducePeople(action)
  case .textEdited(.note(let key), let text):
    return state.takeNoteText(text, on: key)
  case .textEdited(.formField(let field), let text):
    return state.takeFormText(text, of: field)
  case .inboxLoaded(let result):
    return state.takeInbox(result)
  case .told(let event):
    state.tell(event.text, kind: event.kind)
    return []
  case .viewsLoaded(let contents):
    state.views = ViewSettings(contents: contents)
    state.applyBoardView()
    return []
  case .mirrorChanged:
    return state.reload()
  case .pipelinesLoaded, .boardLoaded, .dealsLoaded, .dealOpened, .moveDismissed:
    return state.reducePipeline(action)
  case .pipeline(let news):
    return state.take(news)
  case .dealDetailLoaded:
    return state.reducePipeline(action) + state.reduceEditor(action)
  case .invoiceSummaryLoaded, .invoicesLoaded, .invoiceFolderLoaded, .draftsLoaded, .pdfSaved,
    .mailPrepared, .paymentStarted:
    return state.reduceInvoices(action)
  case .draftStarted, .draftSaved, .itemsFound, .customersFound, .customerLoaded, .taxesLoaded,
    .draftStored, .textEdited:
    return state.reduceEditor(action)
  case .billing(let action):
    return state.reduceBilling(action)
  case .drafting(let action):
    return state.reduceDrafting(action)
  case .customerCompared, .comparisonClosed, .customerAligned:
    return state.reduceComparison(action)
  case .enqueued, .writeSettled, .outboxLoaded:
    return state.reduceWrites(action)
  case .settings(let action):
    return state.reduceSettings(action)
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
    case .agenda: return loadAgenda()
    case .reports: return loadReport()
    case .outbox: return [.loadOutbox]
    }
  }

  /// Gives a key to the text field that has it, or to the command it stands for.
  mutating func press(_ key: Key) -> [Effect] {
    let place = place
    if !pendingKeys.isEmpty, key == .escape {
      pendingKeys = PendingKeys()
      return []
    }
    if let effects = typeText(key, at: place) { return effects }
    return takeKey(key, at: place)
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
    case .agenda: return typeInAgenda(key)
    case .reports: return typeInReports(key)
    case .outbox: return typeInOutbox(key)
    }
  }

  /// Time went by: the day may have changed, and ages are shown anew.
  mutating func tick(_ now: Date, today: CalendarDate) -> [Effect] {
    self.now = now
    let due = releaseDue()
    listFollowers()
    guard today != self.today else { return due }
    self.today = today
    return due + reload()
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
