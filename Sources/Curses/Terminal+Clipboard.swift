import FoundationEssentials
import Glibc
import Screen

extension Terminal {
  /// Puts text on the user's clipboard through the terminal, over ssh too (OSC 52; it may decline).
  ///
  /// tmux and screen keep such a request for themselves unless it is wrapped for the terminal outside;
  /// tmux lets that through where `allow-passthrough` is on.
  public func copyToClipboard(_ text: SafeText) {
    let request = "\u{1b}]52;c;" + Data(text.string.utf8).base64EncodedString() + "\u{7}"
    if getenv("TMUX") != nil {
      let doubled = request.map { $0 == "\u{1b}" ? "\u{1b}\u{1b}" : String($0) }.joined()
      send(request + "\u{1b}Ptmux;" + doubled + "\u{1b}\\")
    } else if getenv("STY") != nil {
      // screen takes strings of a limited length: the pieces are put together outside.
      var rest = request[...]
      while !rest.isEmpty {
        send("\u{1b}P" + rest.prefix(250) + "\u{1b}\\")
        rest = rest.dropFirst(250)
      }
    } else {
      send(request)
    }
  }
}
