import AppCore
import LocalMirror
import Sales

extension Services {
  /// Does what the agenda asks for.
  func perform(_ work: AgendaWork) async {
    switch work {
    case .load(let query, let anchor, let limit):
      let page = reading { try $0.agenda(query, around: anchor, limit: limit) }
      post(.agenda(.loaded(query, page)))
    case .fetch(let kind):
      do {
        try await synchronizer.synchronize(kind)
        post(.mirrorChanged)
      } catch {
        tell(Failure(error))
      }
    }
  }
}
