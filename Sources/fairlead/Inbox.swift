import AppCore
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where background work leaves its actions for the loop, and the descriptor that wakes it.
///
/// A pipe carries the wake-up because `poll` can wait on it beside the keyboard.
final class Inbox: Sendable {
  private let actions = Mutex<[Action]>([])
  /// The end of the pipe to wait on.
  let wakeup: Int32
  private let bell: Int32

  /// An empty inbox.
  init() throws(StartError) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .noPipe(errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    wakeup = ends[0]
    bell = ends[1]
  }

  deinit {
    close(wakeup)
    close(bell)
  }

  /// Leaves an action; the loop wakes up for the first one.
  func post(_ action: Action) {
    let isFirst = actions.withLock { waiting in
      waiting.append(action)
      return waiting.count == 1
    }
    if isFirst {
      var byte: UInt8 = 1
      // A full pipe already holds a wake-up, so nothing is lost when this one does not fit.
      _ = write(bell, &byte, 1)
    }
  }

  /// Takes all actions, in the order they came.
  func drain() -> [Action] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(wakeup, &bytes, bytes.count) > 0 {}
    return actions.withLock { waiting in
      let all = waiting
      waiting.removeAll(keepingCapacity: true)
      return all
    }
  }
}
