import AppCore
import FoundationEssentials
import Outbox
import Screen

extension Dispatcher {
  /// Puts a write into the journal that nobody sends before it is released.
  func hold(_ request: WriteRequest, until time: Date) async {
    do {
      let intent = try await intent(for: Work(request))
      try journal.hold(intent, until: time, by: .current)
      requests[intent.id] = request
      post(.enqueued(request, .success(WriteID(intent.id.rawValue))))
    } catch {
      post(.enqueued(request, .failure(Failure(error))))
    }
    post(.outbox(of: journal, at: clock.now()))
  }

  /// Sends what was held, at most once.
  func release(_ id: WriteID) async {
    do {
      let intent = try journal.release(Intent.ID(id.rawValue))
      await drain(intent.work.product)
    } catch {
      tell(error)
    }
    post(.outbox(of: journal, at: clock.now()))
  }

  /// Takes back what is still held, and says whether it was.
  func takeBack(_ id: WriteID) {
    do {
      try journal.takeBack(Intent.ID(id.rawValue), at: clock.now())
      post(.billing(.takenBack(id, .success(true))))
    } catch {
      post(.billing(.takenBack(id, .failure(Failure(error)))))
    }
    post(.outbox(of: journal, at: clock.now()))
  }
}
