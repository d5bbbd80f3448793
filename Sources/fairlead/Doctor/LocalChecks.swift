import Curses
import Foundation

/// What can be seen without an account.
enum LocalChecks {
  static func version() -> Finding {
    .good(
      "version",
      "fairlead \(Fairlead.configuration.version), \(Terminal.libraryVersion), "
        + ProcessInfo.processInfo.operatingSystemVersionString)
  }

  static func terminal() -> Finding {
    let environment = ProcessInfo.processInfo.environment
    let type = environment["TERM"] ?? ""
    guard isatty(STDOUT_FILENO) == 1 else {
      return .skipped("terminal", "the output is no terminal; TERM is \(type)")
    }
    guard !type.isEmpty, type != "dumb" else {
      return .bad("terminal", "TERM is \"\(type)\": it cannot move its cursor", .noTerminal)
    }
    var size = winsize()
    _ = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    let extent = "\(size.ws_col) x \(size.ws_row)"
    guard size.ws_col >= 60, size.ws_row >= 16 else {
      return .warning("terminal", "\(type), \(extent): Fairlead needs 60 x 16")
    }
    let colors =
      environment["NO_COLOR"].map { !$0.isEmpty } == true ? ", no colours (NO_COLOR)" : ""
    return .good("terminal", "\(type), \(extent)\(colors)")
  }

  static func locale() -> Finding {
    let environment = ProcessInfo.processInfo.environment
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    let isUTF8 = name.uppercased().replacing("-", with: "").contains("UTF8")
    return isUTF8
      ? .good("locale", name)
      : .warning("locale", "\"\(name)\" is not UTF-8; C.UTF-8 is used instead")
  }

  static func settings(_ paths: Paths) -> Finding {
    let problems = Settings(paths).problems
    guard let first = problems.first else { return .good("settings", "right") }
    let more = problems.count > 1 ? ", and \(problems.count - 1) more" : ""
    return .warning("settings", "\(first.text)\(more). See: fairlead config validate")
  }
}
