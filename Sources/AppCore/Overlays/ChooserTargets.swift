import Sales

extension AppState {
  /// Does what a choice was for.
  mutating func chosen(_ id: String, for purpose: Chooser.Purpose) -> [Effect] {
    switch purpose {
    case .stage: chooseStage(Stage.ID(id))
    case .pipeline: choosePipeline(Pipeline.ID(id))
    case .reportOwner: chooseReportOwner(id)
    case .profile: chosenProfile(id)
    case .billing(let purpose): chosen(id, for: purpose)
    case .template: chooseTemplate(id)
    }
  }

  /// Does what a line was typed for.
  mutating func accepted(_ text: String, for purpose: Prompt.Purpose) -> [Effect] {
    switch purpose {
    case .note(let deal): writeNote(text, on: deal)
    case .recordNote(let key): [.enqueue(.record(.addNote(key, content: text)))]
    case .billing(let purpose): accepted(text, for: purpose)
    case .agenda(let question): answered(text, question)
    }
  }
}
