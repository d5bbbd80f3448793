import Foundation

/// The clipboard by way of a program of this machine.
enum NativeClipboard {
  /// The programs that may reach it here, the nearest first.
  static func programs(_ environment: [String: String]) -> [[String]] {
    var programs: [[String]] = []
    func has(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    if has("TMUX") { programs.append(["tmux", "load-buffer", "-w", "-"]) }
    #if os(macOS)
      programs.append(["pbcopy"])
    #else
      if has("WAYLAND_DISPLAY") { programs.append(["wl-copy"]) }
      if has("DISPLAY") {
        programs.append(["xclip", "-selection", "clipboard"])
        programs.append(["xsel", "--clipboard", "--input"])
      }
    #endif
    return programs
  }

  /// Puts text on it; false when no program could. Waits for the program.
  static func copy(_ text: String, environment: [String: String]) -> Bool {
    var isCopied = false
    for program in programs(environment) {
      // tmux has a clipboard of its own beside that of the desktop: both get the text.
      if isCopied, program.first != "wl-copy" { continue }
      if ChildProcess.feed(program, input: Data(text.utf8)) { isCopied = true }
    }
    return isCopied
  }
}
