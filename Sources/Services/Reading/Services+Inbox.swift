import AppCore
import LocalMirror
import Sales

extension Services {
  /// How many notices the inbox shows.
  private static let notices = 200

  /// Does what the inbox asks for, and tells how it is then.
  func perform(_ work: InboxWork) {
    do {
      switch work {
      case .load: break
      case .markRead(let subject): try mirror.write { try $0.markRead(subject) }
      case .watch(let deal, let isWatched): try mirror.write { try $0.watch(deal, isWatched) }
      }
    } catch {
      tell(Failure(error))
    }
    post(.inboxLoaded(reading { try $0.noticeList(limit: Self.notices) }))
  }
}
