import Screen

extension Command {
  /// Runs it as often as a count says, or tells why it is off.
  ///
  /// What only moves is repeated, until it leads elsewhere. What writes at Zoho is never repeated: it
  /// takes the number itself, or refuses it.
  func perform(_ state: inout AppState, times count: Int?) -> [Effect] {
    guard let count, count > 1 else { return perform(&state) }
    if let counted, reasonOff(in: state) == nil { return counted(&state, count) }
    guard !writes else {
      state.tell("\(title): it takes no count, and was not done", kind: .warning)
      return []
    }
    let place = state.place
    var effects: [Effect] = []
    for _ in 0..<count {
      let before = state
      effects = effects.filter { !$0.isOvertaken } + perform(&state)
      if state == before || state.place != place || state.isFinished { break }
    }
    return effects
  }
}

extension Effect {
  /// Whether only the last of several counts: what surrounds the record under the cursor is read for
  /// the one at which the cursor stays.
  fileprivate var isOvertaken: Bool {
    switch self {
    case .loadDealDetail, .loadInvoiceFolder, .loadCustomer, .saveDraft: true
    default: false
    }
  }
}

extension AppState {
  /// Moves the selected deal so many stages on or back, or as far as the pipeline goes.
  mutating func moveSelected(atMost count: Int, towards direction: Int) -> [Effect] {
    guard let row = board.selectedRow, let pipeline = board.pipeline else { return [] }
    let steps = (1...max(1, min(count, pipeline.stages.count))).last {
      pipeline.stage($0 * direction, after: row.deal.stage) != nil
    }
    return moveSelected(by: (steps ?? 1) * direction)
  }
}
