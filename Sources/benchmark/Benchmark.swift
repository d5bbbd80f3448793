import ArgumentParser

/// Measures the program from the outside, as a user meets it: under a pseudo-terminal, with a mirror of
/// a hundred thousand deals, beside a bare ncurses list over the same rows.
///
/// It is synchronous, so that the floor runs on the main thread: only there is it told of a new size.
@main
struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Measure the budgets of Fairlead beside a bare ncurses list.",
    subcommands: [Measure.self, Floor.self], defaultSubcommand: Measure.self)
}
