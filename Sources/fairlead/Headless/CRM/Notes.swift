import AppCore
import ArgumentParser
import Foundation
import Sales
import Screen
import ZohoAPI

/// Notes on records.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes", abstract: "Work with notes on records of Zoho CRM.",
    subcommands: [AddNote.self, ListNotes.self])
}

/// Puts a note on a record: on a deal by the journal that the screen uses, at most once.
struct AddNote: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: Commands.abstract(of: "notes add"))

  @Argument(help: "The id of the record.") var parent: String
  @Argument(help: "The words; - takes them from standard input.") var text: String
  @Option(help: "The record's module, by API name.", completion: .list(Completions.modules))
  var module = DealModule.module

  @OptionGroup var write: WriteOptions
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let words = text == "-" ? try StandardInput.text() : text
      guard words.contains(where: { !$0.isWhitespace }) else {
        throw HeadlessError(.badInput, "The note has no words.")
      }
      let id = try RecordID.only(parent)
      guard !write.dryRun else {
        return try session.show(Request.addNote(content: words, to: id, of: module))
      }
      var made: String?
      if module == DealModule.module {
        // The journal counts on a deal that is there.
        _ = try await session.record(id, of: module, fields: [DealModule.nameField])
        made = try await session.seeThrough(.addNote(Deal.ID(id), text: words)).id
      } else {
        made = try await session.send(.addNote(content: words, to: id, of: module)).id
      }
      session.output.done(
        "Note saved.", ["id": made.map(FieldValue.text) ?? .null, "action": "created"])
    }
  }
}

/// Lists the notes on a record.
struct ListNotes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the notes on a deal.")

  @Argument(help: "The deal, by its id or its exact name.") var deal: String
  @OptionGroup var options: HeadlessOptions

  func run() async throws {
    try await headless(options) { session in
      let id = try await session.id(of: deal, DealModule.self)
      let rows = session.output.rows(columns: ["id", "time", "author", "title", "text"])
      for try await page in session.pages(.notes(of: Deal.ID(id))) {
        rows.add(page.rows.map(\.row))
      }
      session.output.finish(rows)
    }
  }
}

extension Note {
  fileprivate var row: RecordFields {
    [
      "id": .text(id.rawValue), "time": .text(createdTime.formatted(.iso8601)),
      "author": author.map(FieldValue.text) ?? .null,
      "title": title.map(FieldValue.text) ?? .null, "text": .text(content),
    ]
  }
}

/// What comes in on standard input.
enum StandardInput {
  /// All of it, as text.
  ///
  /// - Throws: `badInput` when it is not UTF-8.
  static func text() throws -> String {
    let data = try FileHandle.standardInput.readToEnd() ?? Data()
    guard let text = String(validating: data, as: UTF8.self) else {
      throw HeadlessError(.badInput, "Standard input is not UTF-8.")
    }
    return text
  }
}
