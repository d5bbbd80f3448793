import Foundation

/// The user's own browser, started with its arguments as a list: no shell reads an address.
enum Browser {
  /// Opens an address; false when there is no browser to open it in.
  ///
  /// `BROWSER` names programs between colons; `%s` in their arguments stands for the address.
  static func open(_ address: String) -> Bool {
    guard address.hasPrefix("https://") || address.hasPrefix("http://127.0.0.1:") else {
      return false
    }
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["BROWSER"], !named.isEmpty {
      return named.split(separator: ":").contains { command in
        let words = command.split(separator: " ").map(String.init)
        let filled = words.map { $0.replacing("%s", with: address) }
        return ChildProcess.launch(filled == words ? words + [address] : filled)
      }
    }
    #if os(macOS)
      return ChildProcess.launch(["open", address])
    #else
      let hasDesktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
      return hasDesktop && ChildProcess.launch(["xdg-open", address])
    #endif
  }
}
