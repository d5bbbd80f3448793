import AppCore
import LocalMirror
import Outbox

extension Services {
  /// Makes ready for writes without the screen: knows the organization, and settles what an earlier run
  /// left behind, which would hold up a write about the same record.
  ///
  /// - Throws: `Failure` when the organization cannot be read.
  public func prepareForWrites() async throws(Failure) {
    do {
      if try mirror.read({ try $0.organization() }) == nil {
        try await synchronizer.synchronizeMetadata()
      }
    } catch {
      throw Failure(error)
    }
    await dispatcher.recover()
  }
}
