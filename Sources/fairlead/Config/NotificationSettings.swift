import AppCore
import Curses
import Screen
import TOMLKit

extension NotificationChoice {
  /// The switches of table `notifications`, all off by default, with what is wrong in it by key.
  static func read(_ table: TOMLTable?) -> (choice: NotificationChoice, wrong: [(String, String)]) {
    var choice = NotificationChoice()
    var wrong: [(String, String)] = []
    let names = ["bell", "terminal", "desktop"]
    for key in table?.keys ?? [] {
      guard names.contains(key) else {
        let near = nearest(to: key, among: names)
        wrong.append((key, "notifications: there is no switch \(key); the nearest is \(near)"))
        continue
      }
      guard let flag = table?[key]?.bool else {
        wrong.append((key, "notifications: \(key) must be true or false"))
        continue
      }
      switch key {
      case "bell": choice.bell = flag
      case "terminal": choice.terminal = flag
      default: choice.desktop = flag
      }
    }
    return (choice, wrong)
  }
}

extension Terminal {
  /// Tells something as the person has chosen. Where no desktop takes it, nothing happens.
  func tell(_ text: SafeText, _ choice: NotificationChoice) {
    if choice.bell { ring() }
    if choice.terminal { notify(text) }
    if choice.desktop { _ = ChildProcess.launch(["notify-send", "--", "Fairlead", text.string]) }
  }
}
