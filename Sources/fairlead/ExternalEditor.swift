import AppCore
import Foundation
import Screen

/// The user's own editor, for text longer than a line.
enum ExternalEditor {
  /// What came of editing.
  enum Outcome {
    /// The text as it is now.
    case edited(String)
    /// The user left it as it was.
    case unchanged
    /// The editor could not be used, and why.
    case failed(String)

    /// The action that tells the reducer.
    func action(for purpose: TextPurpose, at now: Date) -> Action {
      switch self {
      case .edited(let text): .textEdited(purpose, text)
      case .unchanged: .textEdited(purpose, nil)
      case .failed(let reason):
        .told(Event(time: now, kind: .failure, text: SafeText(reason)))
      }
    }
  }

  /// Lets the user edit a text in `$VISUAL` or `$EDITOR`, by way of a file only the user can read.
  static func edit(_ text: String) -> Outcome {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fairlead-\(UUID().uuidString)", directoryHint: .isDirectory)
    let file = folder.appending(path: "text.txt")
    defer { try? FileManager.default.removeItem(at: folder) }  // nothing of worth is left in it
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(text.utf8).write(to: file)
      let command = command
      guard let status = ChildProcess.run(command + [file.path]) else {
        return .failed("\(command.joined(separator: " ")) could not be started; set EDITOR")
      }
      guard status == 0 else {
        return .failed(
          "\(command.joined(separator: " ")) ended with \(status); text kept as it was")
      }
      let edited = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      let trimmed =
        edited.hasSuffix("\n") && !text.hasSuffix("\n") ? edited.dropLast() : edited[...]
      return trimmed == text[...] ? .unchanged : .edited(String(trimmed))
    } catch {
      return .failed("the text could not be handed to the editor: \(error.localizedDescription)")
    }
  }

  /// The editor with its own arguments: words between blanks, as most programs read `EDITOR`.
  private static var command: [String] {
    let environment = ProcessInfo.processInfo.environment
    let chosen = environment["VISUAL"] ?? environment["EDITOR"] ?? ""
    let words = chosen.split(separator: " ").map(String.init)
    return words.isEmpty ? ["vi"] : words
  }
}
