import Foundation

/// What the system knows of a process; from `/proc`, so on Linux only.
struct ProcessFigures {
  /// The process.
  let pid: pid_t

  /// Its share of memory (PSS), in MiB; nil when it cannot be read.
  var memory: Double? {
    number(after: "Pss:", in: "/proc/\(pid)/smaps_rollup").map { Double($0) / 1024 }
  }

  /// How often each of its threads has left a processor so far. A thread that ends takes its number with
  /// it, so two readings must be compared thread by thread.
  var contextSwitches: [String: Int] {
    let folder = "/proc/\(pid)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let counts = threads.map { thread in
      let status = "\(folder)/\(thread)/status"
      let voluntary = number(after: "voluntary_ctxt_switches:", in: status) ?? 0
      return (thread, voluntary + (number(after: "nonvoluntary_ctxt_switches:", in: status) ?? 0))
    }
    return Dictionary(uniqueKeysWithValues: counts)
  }

  private func number(after name: String, in path: String) -> Int? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
  }
}

/// How busy the machine is.
enum Machine {
  /// The load of the last minute.
  static var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : .nan
  }

  /// How many processors it has.
  static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }
}
