import FoundationEssentials
import Screen

/// A command of the user's own: a program of theirs that runs with the record under the cursor.
public struct OwnCommand: Hashable, Sendable {
  /// What is done with what the program writes.
  public enum Output: String, Hashable, Sendable, CaseIterable {
    /// Its first line is told.
    case event
    /// All of it is shown, to be scrolled.
    case pane
    /// Only a failure is told.
    case none
    /// It gets the terminal meanwhile.
    case terminal
  }

  /// What it is about.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    /// The deal under the cursor.
    case deal
    /// The person of that deal.
    case contact
    /// The company of that deal.
    case account
    /// The invoice under the cursor.
    case invoice
    /// No record.
    case none

    /// Where there are such records.
    public var places: Set<Place> {
      switch self {
      case .deal, .contact, .account: [.board, .dealList, .dealPane]
      case .invoice: [.invoiceList, .invoicePane]
      case .none: Commands.tabbed
      }
    }
  }

  /// What all their ids begin with.
  static let prefix = "own."

  /// What it is called.
  public var name: String
  /// The chord that runs it; empty for none.
  public var key: String
  /// Where it can be run.
  public var places: Set<Place>
  /// The record it is given.
  public var scope: Scope
  /// The program and its arguments; no shell reads them.
  public var arguments: [String]
  /// Whether it asks before it runs.
  public var asksFirst: Bool
  /// Whether it changes something, so that it is off in a read-only profile.
  public var isDangerous: Bool
  /// What is done with what it writes.
  public var output: Output

  /// A command of the user's own.
  public init(
    name: String, key: String = "", places: Set<Place>? = nil, scope: Scope = .none,
    arguments: [String], asksFirst: Bool = false, isDangerous: Bool = false,
    output: Output = .event
  ) {
    self.name = name
    self.key = key
    self.places = places ?? scope.places
    self.scope = scope
    self.arguments = arguments
    self.asksFirst = asksFirst
    self.isDangerous = isDangerous
    self.output = output
  }

  /// It as a command among all others.
  var command: Command {
    Command(
      Self.prefix + name, SafeText(name), keys: key.isEmpty ? [] : [key], in: places,
      writes: isDangerous,
      unavailable: { state in
        self.scope == .none || state.record(for: self.scope) != nil
          ? nil : "no \(self.scope.rawValue) selected"
      }
    ) { $0.run(self) }
  }
}

/// A command of the user's own on its way.
public struct CommandRun: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// The program and its arguments.
  public var arguments: [String]
  /// The record as JSON; `null` without one.
  public var input: String
  /// What is added to the program's environment.
  public var environment: [String: String]
  /// What is done with what it writes.
  public var output: OwnCommand.Output
}

/// How a command of the user's own ended.
public enum CommandResult: Hashable, Sendable {
  /// It ended with a status, and had written this.
  case ended(status: Int32, text: String)
  /// It could not be started, took too long or was killed: why.
  case failed(SafeText)
}

extension AppState {
  fileprivate mutating func run(_ own: OwnCommand) -> [Effect] {
    let record = record(for: own.scope)
    let run = CommandRun(
      name: own.name, arguments: own.arguments, input: record?.json ?? "null",
      environment: environment(of: record), output: own.output)
    guard own.asksFirst else { return [.settings(.run(run))] }
    var lines: [SafeText] = ["\(own.arguments.joined(separator: " "))", tenant.spoken]
    if let record { lines.insert("\(record.kind) \(record.name)", at: 0) }
    overlays.append(
      .confirmation(
        Confirmation(
          title: "Run \(own.name)?", lines: lines,
          answers: [
            .init(key: "k", label: "keep from running it"),
            .init(key: "r", label: "run it", effects: [.settings(.run(run))]),
          ])))
    return []
  }

  private func environment(of record: OwnRecord?) -> [String: String] {
    var variables = [
      "FAIRLEAD_ORGANIZATION": tenant.organization, "FAIRLEAD_DATA_CENTER": tenant.dataCenter,
      "FAIRLEAD_READ_ONLY": tenant.isReadOnly ? "1" : "0", "FAIRLEAD_PROFILE": profile ?? "",
      "FAIRLEAD_RECORD": record?.json ?? "null",
    ]
    if let record {
      variables["FAIRLEAD_KIND"] = record.kind
      variables["FAIRLEAD_ID"] = record.id
      variables["FAIRLEAD_NAME"] = record.name
    }
    // A variable cannot hold the character that ends it.
    return variables.mapValues { $0.filter { $0 != "\0" } }
  }

  /// Tells or shows what a command of the user's own has written.
  mutating func take(_ result: CommandResult, of run: CommandRun) -> [Effect] {
    switch result {
    case .failed(let reason): tell("\(run.name): \(reason)", kind: .failure)
    case .ended(let status, let text):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let first = lines.first { !$0.isEmpty }.map { SafeText($0) }
      if run.output == .pane, !text.isEmpty {
        overlays.append(.output(CommandOutput(run.name, status: status, lines: lines)))
      } else if status != 0 {
        tell("\(run.name) ended with \(status)\(first.map { ": \($0)" } ?? "")", kind: .failure)
      } else if run.output != .none {
        tell("\(run.name): \(first ?? "done")")
      }
    }
    return []
  }
}
