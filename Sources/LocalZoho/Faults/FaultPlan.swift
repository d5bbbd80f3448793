import Synchronization

/// The faults that are still to happen, in the order they were asked for.
final class FaultPlan: Sendable {
  private let faults: Mutex<[Fault]>

  init(_ faults: [Fault] = []) { self.faults = Mutex(faults) }

  var pending: [Fault] { faults.withLock { $0 } }

  func add(_ fault: Fault) { faults.withLock { $0.append(fault) } }

  func clear() { faults.withLock { $0 = [] } }

  /// What happens to this call: the first fault that matches, which is used up by it.
  func next(method: String, path: String) -> Fault.Kind? {
    faults.withLock { faults in
      for index in faults.indices
      where faults[index].count > 0 && faults[index].matches(method: method, path: path) {
        if faults[index].skipping > 0 {
          faults[index].skipping -= 1
          continue
        }
        faults[index].count -= 1
        let kind = faults[index].kind
        faults.removeAll { $0.count == 0 }
        return kind
      }
      return nil
    }
  }
}
