import Screen

extension AppState {
  /// Lets the overlay on top have a key; nil when the key means a command there.
  mutating func typeInOverlay(_ key: Key) -> [Effect]? {
    guard let top = overlays.indices.last else { return nil }
    switch overlays[top] {
    case .review: return typeInReview(key)
    case .payment: return typeInPayment(key)
    case .form: return typeInForm(key)
    case .billing(let overlay): return typeInBilling(overlay, key)
    case .drafting: return typeInDrafting(key)
    case .confirmation(let question): return answer(question, with: key)
    case .settings(let screen) where screen.capture != nil: return capture(key)
    default: break
    }
    if case .mouse(let event) = key { return turnWheel(event.kind) }
    guard var field = overlays[top].field, field.take(key) else {
      return key.isPasteOrMouse ? [] : nil
    }
    let isFilterChanged = field.text != overlays[top].field?.text
    overlays[top].field = field
    if isFilterChanged { overlays[top].selected = 0 }
    return previewTheme()
  }

  private mutating func turnWheel(_ kind: MouseEvent.Kind) -> [Effect] {
    switch kind {
    case .wheelUp: moveInOverlay(by: -3)
    case .wheelDown: moveInOverlay(by: 3)
    case .press, .release: []
    }
  }

  /// Moves the cursor of the overlay on top, and stops at either end.
  mutating func moveInOverlay(by steps: Int) -> [Effect] {
    guard let top = overlays.indices.last, let selected = overlays[top].selected else { return [] }
    let last = max(0, overlays[top].count(in: self) - 1)
    overlays[top].selected = min(max(0, min(selected, last) + steps), last)
    return previewTheme()
  }

  /// Gives the answer whose letter was pressed. The key that opened the question does nothing, so that
  /// holding it down cannot answer; nor does a paste or the mouse.
  private mutating func answer(_ question: Confirmation, with key: Key) -> [Effect]? {
    if key == openingKey || key.isPasteOrMouse { return [] }
    guard case .character(let letter) = key,
      let answer = question.answers.first(where: { $0.key == letter })
    else { return nil }
    return give(answer)
  }

  /// Leaves the question on top with an answer.
  mutating func give(_ answer: Confirmation.Answer) -> [Effect] {
    overlays.removeLast()
    openingKey = nil
    let effects = answer.action.map { reduce(&self, $0) } ?? []
    return effects + answer.effects
  }
}
