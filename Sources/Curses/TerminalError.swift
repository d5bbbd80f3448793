/// Why the terminal cannot be used. Nothing was drawn.
public enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is not a terminal but a file or a pipe.
  case notATerminal
  /// The terminal cannot move its cursor: `TERM` is `dumb`, or not set.
  case dumb
  /// Neither what `TERM` names nor anything like it is known on this machine.
  case unknownType(String)
}

extension TerminalError: CustomStringConvertible {
  /// What is wrong, then what to do.
  public var description: String {
    switch self {
    case .notATerminal:
      "Fairlead draws on a terminal, and this is none: run it without a pipe or a redirection."
    case .dumb:
      "This terminal cannot move its cursor (TERM is dumb or not set): use another one, "
        + "or set TERM to what it really is, such as xterm-256color."
    case .unknownType(let type):
      "This machine does not know the terminal \"\(type)\": set TERM to one it knows, "
        + "such as xterm-256color."
    }
  }
}
