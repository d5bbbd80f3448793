import ArgumentParser
import Curses

/// The command line.
@main
struct Fairlead: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fairlead",
    abstract: "A terminal for Zoho: the sales pipeline and the invoices, from the keyboard.",
    discussion: """
      Without a subcommand it opens the pipeline of a configured account. `fairlead demo` opens \
      it on a local server with a full organization, where nothing reaches a customer.
      """,
    version: "0.1.0",
    subcommands: [Open.self, Demo.self, LocalZohoCommand.self, Import.self],
    defaultSubcommand: Open.self)

  static func main() async {
    // Before any thread is started, so that every thread leaves signals to the loop.
    Terminal.blockSignals()
    await main(nil)
  }
}
