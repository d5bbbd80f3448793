import Sales
import TOMLKit

extension StuckLimits {
  /// The limits in table `stuck`: `days` for every stage, and a stage's name for that stage, with what is
  /// wrong in it by key.
  static func read(_ table: TOMLTable?) -> (limits: StuckLimits, wrong: [(String, String)]) {
    var limits = StuckLimits()
    var wrong: [(String, String)] = []
    for (key, value) in table ?? TOMLTable() {
      guard let days = value.int, (1...3650).contains(days) else {
        wrong.append((key, "stuck: \(key) must be a number of days from 1 to 3650"))
        continue
      }
      if key == "days" { limits.days = days } else { limits.byStage[Stage.ID(key)] = days }
    }
    return (limits, wrong)
  }
}
