import Screen

/// The table of everything that can be done.
public enum Commands {
  /// Every command, in the order in which help and footer list them.
  public static let all: [Command] =
    PipelineBoard.commands + PeopleScreen.commands + InvoiceList.commands
    + InvoiceEditor.commands + DraftingOverlay.commands + AgendaScreen.commands
    + ReportScreen.commands + OutboxList.commands + FilterCommands.all + Overlay.commands
    + SignInWizard.commands + ProfileInBrief.commands + InboxList.commands + everywhere
    + Panes.commands + CountCommand.all + SettingsCommands.all

  /// The screens and lists in which a key means the same everywhere.
  static let screens: Set<Place> = [
    .board, .dealList, .dealPane, .peopleList, .peoplePane, .invoiceList, .invoicePane, .draftList,
    .editor, .agenda, .report, .reportRows, .outbox,
    .editor, .outbox,
  ]

  /// Where digits go to screens: in the editor they are typed into cells.
  static let tabbed = screens.subtracting([.editor])

  /// Where the program itself is met, signed in or not.
  private static let anywhere = screens.union([.signInList, .signInWait])

  private static let everywhere: [Command] = [
    Command("screen.pipeline", "show the pipeline", keys: ["1"], in: tabbed) {
      $0.show(.pipeline)
    },
    Command("screen.people", "show contacts, accounts and leads", keys: ["2"], in: tabbed) {
      $0.show(.people)
    },
    Command("screen.invoices", "show the invoices", keys: ["3"], in: tabbed) {
      $0.show(.invoices)
    },
    Command("screen.agenda", "show the agenda", keys: ["4"], in: tabbed) { $0.show(.agenda) },
    Command("screen.reports", "show the reports", keys: ["5"], in: tabbed) { $0.show(.reports) },
    Command("screen.outbox", "show the outbox", keys: ["6"], in: tabbed) { $0.show(.outbox) },
    Command("refresh", "bring everything up to date", keys: ["r"], in: screens, headless: "sync") {
      _ in [.refresh]
    },
    Command("palette", "run any command by name", label: "command", keys: [":"], in: screens) {
      $0.overlays.append(.palette(CommandMenu(place: $0.place)))
      return []
    },
    Command("help", "show what can be done here", label: "help", keys: ["?"], in: anywhere) {
      $0.overlays.append(.help(CommandMenu(place: $0.place)))
      return []
    },
    Command("log", "show what happened", keys: ["!"], in: anywhere) {
      $0.overlays.append(.log(ScrollPosition()))
      return []
    },
    Command("suspend", "stop for a while; fg brings it back", keys: ["<c-z>"], in: anywhere) { _ in
      [.suspend]
    },
    Command("repaint", "draw the screen again", keys: ["<c-l>"], in: anywhere) { _ in [.repaint] },
    Command("quit", "leave", label: "quit", keys: ["q", "<c-c>"], in: anywhere) { $0.quit() },
  ]

  /// Whether a command is met on every screen.
  static func isEverywhere(_ command: Command) -> Bool { everywhereNames.contains(command.id) }

  private static let everywhereNames = Set(
    (everywhere + Panes.commands + CountCommand.all + SettingsCommands.all
      + ProfileInBrief.commands).map(\.id))

  /// The commands of a place, in order.
  public static func at(_ place: Place) -> [Command] { byPlace[place] ?? [] }

  /// The default chords of a place, in the order of its commands.
  static func bindings(at place: Place) -> [KeyBinding] { defaultBindings[place] ?? [] }

  private static let defaultBindings: [Place: [KeyBinding]] = byPlace.mapValues { commands in
    commands.flatMap { command in
      command.keys.compactMap { text in
        Key.parse(text).map { KeyBinding(keys: $0, command: command) }
      }
    }
  }

  private static let byPlace: [Place: [Command]] = {
    var result: [Place: [Command]] = [:]
    for command in all {
      for place in command.places { result[place, default: []].append(command) }
    }
    return result
  }()

  /// What a verb of the command line does, in the words of its command: `Move the deal to any stage.`
  /// The verb itself when no command names it.
  public static func abstract(of verb: String) -> String {
    let words = all.first { $0.headless == verb }?.title.string ?? verb
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }
}
