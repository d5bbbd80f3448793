import ArgumentParser
import Foundation
import Synchronization

/// Measures, round by round, and prints the table.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure and print the table.",
    discussion: """
      The program and the floor take turns; every figure is the median of the rounds. The data are \
      made at the first run and used again. Read the ratios: milliseconds depend on the machine.
      """)

  @Option(help: "How many deals the organization has.")
  var deals = 100_000

  @Option(help: "How many rounds.")
  var rounds = 3

  @Option(help: "Measure only this; can be given several times. \(Subject.allNames)")
  var only: [Subject] = []

  @Option(help: "The program to measure; by default the fairlead beside this one.")
  var program: String?

  @Option(help: "Where the organizations are kept.")
  var data = ".build/benchmark"

  @Flag(help: "Print the figures as JSON.")
  var json = false

  func validate() throws {
    guard (100...1_000_000).contains(deals) else {
      throw ValidationError("--deals takes a number from 100 to 1000000.")
    }
    guard rounds > 0 else { throw ValidationError("--rounds takes a number above 0.") }
  }

  func run() throws {
    setlocale(LC_CTYPE, "C.UTF-8")  // the virtual screen asks the C library how wide letters are
    let own = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    let program =
      program.map { URL(filePath: $0).standardizedFileURL.path }
      ?? own.deletingLastPathComponent().appending(path: "fairlead").path
    let subjects = only.isEmpty ? Set(Subject.allCases) : Set(only)
    let base = URL(filePath: data).standardizedFileURL
    let demo = DemoData(
      folder: base.appending(path: "demo-\(deals)"), deals: deals, program: program)
    var (figures, floor) = (Figures(), Figures())

    if !subjects.isSubset(of: [.reading, .limiter]) {
      try demo.prepare()
      warnWhenBusy()
      let walks = [
        Walk(
          program: .floor, arguments: [own.path, "floor", demo.lines.path], home: demo.home,
          subjects: subjects),
        Walk(
          program: .fairlead, arguments: demo.arguments, home: demo.home, subjects: subjects),
      ]
      for round in 1...rounds {
        for walk in round.isMultiple(of: 2) ? walks.reversed() : walks {
          note("round \(round) of \(rounds): \(walk.program)")
          switch walk.program {
          case .floor: try walk.run(into: &floor)
          case .fairlead: try walk.run(into: &figures)
          }
        }
      }
    }
    if subjects.contains(.reading) {
      for round in 1...rounds {
        note("round \(round) of \(rounds): reading")
        let reading = ReadingDeals(program: program, folder: base, deals: min(deals, 10_000))
        figures.add(.dealsRead, try waiting { try await reading.run() })
      }
    }
    try report(Row.all.map { MeasuredRow($0, figures, floor: floor) })
  }

  private func report(_ rows: [MeasuredRow]) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(rows), as: UTF8.self))
    } else {
      print("\(deals) deals, 120 x 40, \(rounds) rounds, \(load)\n")
      print(Table(rows: rows).text)
    }
  }

  private var load: String {
    let load = String(format: "%.1f", Machine.load)
    return "load average \(load) on \(Machine.processors) processors"
  }

  private func warnWhenBusy() {
    if Machine.load > Double(Machine.processors) / 2 {
      note("WARNING: the machine is busy (\(load)); the figures will be worse than they could be")
    }
  }
}

/// Does asynchronous work to its end.
private func waiting<Value: Sendable>(
  _ work: @escaping @Sendable () async throws -> Value
) throws -> Value {
  let result = Mutex<Result<Value, any Error>?>(nil)
  let isDone = DispatchSemaphore(value: 0)
  Task.detached {
    let value: Result<Value, any Error>
    do { value = .success(try await work()) } catch { value = .failure(error) }
    result.withLock { $0 = value }
    isDone.signal()
  }
  while true {
    isDone.wait()
    if let value = result.withLock({ $0 }) { return try value.get() }
  }
}

extension Subject: ExpressibleByArgument {
  /// All names, for the help.
  static var allNames: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
