import AppCore
import Foundation
import Screen
import Synchronization

/// Reads the settings again whenever one of their files is saved. Its thread sleeps in the kernel until
/// then (see inotify(7)): no timer, no polling.
final class SettingsWatcher: Sendable {
  private let paths: Paths
  /// Takes what was read; nil while nobody listens.
  private let listener = Mutex<(@Sendable (Action) -> Void)?>(nil)
  private let isWatching = Mutex<Bool>(false)
  /// What was read last.
  private let last: Mutex<Settings>

  /// A watcher that knows what was read at the start.
  init(_ paths: Paths, _ settings: Settings) {
    self.paths = paths
    last = Mutex(settings)
  }

  /// Tells changes to somebody from now on, and begins to watch as soon as there is a folder to watch.
  func tell(_ listener: @escaping @Sendable (Action) -> Void) {
    self.listener.withLock { $0 = listener }
    begin()
  }

  /// Begins to watch; does nothing when it has begun, or when there is no folder yet.
  func begin() {
    guard FileManager.default.fileExists(atPath: paths.config.path) else { return }
    let isFirst = isWatching.withLock { isWatching in
      defer { isWatching = true }
      return !isWatching
    }
    if isFirst { Thread.detachNewThread { self.watch() } }
  }

  #if os(Linux)
    private func watch() {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return }
      let saved = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_MOVED_FROM | IN_CREATE)
      inotify_add_watch(descriptor, paths.config.path, saved)
      let themes = paths.config.appending(path: "themes").path
      inotify_add_watch(descriptor, themes, saved)
      var buffer = [UInt8](repeating: 0, count: 16_384)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        let names = Self.names(in: buffer[..<count])
        // The folder of themes may have been made just now.
        if names.contains("themes") { inotify_add_watch(descriptor, themes, saved) }
        if names.contains(where: { $0.hasSuffix(".toml") }) {
          readAgain(isLook: names.contains { $0.hasSuffix(".toml") && $0 != "config.toml" })
        }
      }
    }

    /// The names of the files that events tell of.
    private static func names(in bytes: ArraySlice<UInt8>) -> Set<String> {
      let header = MemoryLayout<inotify_event>.size
      var names: Set<String> = []
      var rest = bytes
      while rest.count >= header {
        let length = rest.withUnsafeBytes {
          Int($0.loadUnaligned(fromByteOffset: header - 4, as: UInt32.self))
        }
        let name = rest.dropFirst(header).prefix(length).prefix { $0 != 0 }
        names.insert(String(decoding: name, as: UTF8.self))
        rest = rest.dropFirst(header + length)
      }
      return names
    }
  #else
    private func watch() {}
  #endif

  /// Reads the files, and tells what is new in them.
  private func readAgain(isLook: Bool) {
    let settings = Settings(paths)
    let before = last.withLock { last in
      defer { last = settings }
      return last
    }
    guard isLook || settings != before else { return }
    let news = settings.problems.filter { !before.problems.contains($0) }.map(\.text)
    let action = Action.settings(
      .loaded(settings.preferences, themes: ThemeLibrary(paths).briefs, problems: news))
    listener.withLock { $0 }?(action)
  }
}
