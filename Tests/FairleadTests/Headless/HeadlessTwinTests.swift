import AppCore
import ArgumentParser
import Testing

@testable import fairlead

/// The command line and the screen do the same things under the same words.
struct HeadlessTwinTests {
  /// Commands of the screen that write at Zoho and have no verb, and why.
  private static let without = [
    "deal.move-right": "`deals move` names the stage: a script has no next one",
    "deal.move-left": "`deals move` names the stage",
    "deal.move": "a preview on the board",
    "deal.undo": "a script moves the deal back by name",
    "move.save": "the end of a preview on the board",
    "payment.record": "the end of the form of `invoices pay`",
    "review.send": "the end of the review of `invoices send`",
    "review.hold": "a script that wants to wait waits before it sends",
    "payment.credits": "the way to the credits, out of a payment",
    "credits.apply": "the end of the form; `books invoices` puts credits on one",
    "refund.record": "the end of the form; `books customer-payments` refunds one",
    "invoice.credits": "the way to the form; `books invoices` puts credits on one",
    "invoice.refund": "the way to the form; `books customer-payments` refunds one",
    "invoice.write-off": "`books invoices` writes off",
    "invoice.cancel-write-off": "`books invoices` cancels a write-off",
    "invoice.return-to-draft": "`books invoices` makes a void one a draft",
    "invoice.approve": "`books invoices` submits and approves",
    "invoice.undo": "a script does the opposite by name",
    "bulk.send": "the end of the list of `invoices send` and `invoices remind`",
    "bulk.mark-sent": "the end of the list of `invoices mark-sent`",
    "bulk.void": "the end of the list of `invoices void`",
    "agenda.add": "`tasks create`, `calls create`, `events create`",
    "agenda.reschedule": "`tasks edit` and its like name the day",
    "agenda.undo": "a script sets the old values by name",
    "bulk-move.run": "the end of the list of `deals move`",
    "bulk-move.retry": "a script runs again for those that failed",
    "conflict.save": "a script is told of the conflict and edits anew",
    "deal.add-activity": "`tasks create`, `calls create`, `events create`",
    "deal.edit": "the way to the form; `deals edit` names the fields",
    "deal.new": "the way to the form; `deals create` names the fields",
    "deal.retainer": "`books retainer-invoices` makes one",
    "document.create": "`books` makes papers of every kind",
    "document.mark": "`books` marks papers of every kind",
    "document.stop": "`books recurring-invoices` stops and resumes one",
    "draft.recurring": "`books recurring-invoices` makes one",
    "files.add": "`books invoices` adds a file",
    "files.remove": "`books invoices` removes a file",
    "invoice.credit-note": "`books credit-notes` makes one",
    "invoice.recurring": "`books recurring-invoices` makes one",
    "person.create": "`contacts create` and its like",
    "person.delete": "`contacts delete` and its like",
    "person.edit": "`contacts edit` and its like",
    "person.note": "`notes add` names the record",
    "person.undo": "a script sets the old values by name",
    "bulk.retry": "a script runs again for those that failed",
    "review.mark-sent": "`invoices mark-sent`, out of the review",
    "draft.save": "`invoices draft` stores what it makes",
    "draft.review": "`invoices draft`, then `invoices send`",
    "comparison.write": "the end of the comparison of `sync contacts`",
    "outbox.send-again": "a person decides about a write whose fate is unknown",
  ]

  /// Every verb of the command line: `deals move`.
  private static var verbs: Set<String> {
    func walk(_ type: any ParsableCommand.Type, _ name: [String]) -> [String] {
      let configuration = type.configuration
      let children =
        configuration.subcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
      return [name.joined(separator: " ")]
        + children.flatMap { child in
          walk(child, name + [child.configuration.commandName ?? child._commandName])
        }
    }
    return Set(walk(Fairlead.self, []))
  }

  @Test func whateverTheScreenWritesHasAVerbOrAReason() {
    for command in Commands.all where command.writes && command.headless == nil {
      #expect(Self.without[command.id] != nil, "\(command.id) has neither a verb nor a reason")
    }
    let known = Set(Commands.all.filter { $0.writes && $0.headless == nil }.map(\.id))
    #expect(Set(Self.without.keys).subtracting(known) == [])
  }

  @Test func everyTwinIsThere() {
    let verbs = Self.verbs
    for case let (id, verb?) in Commands.all.map({ ($0.id, $0.headless) }) {
      #expect(verbs.contains(verb), "\(id) names \(verb)")
    }
  }

  @Test func aTwinIsDescribedInTheWordsOfTheScreen() {
    #expect(MoveDeal.configuration.abstract == "Move the deal to any stage.")
    #expect(VoidInvoice.configuration.abstract == "Void the invoice.")
    #expect(AddNote.configuration.abstract == "Write a note on the deal.")
    #expect(PayInvoice.configuration.abstract == "Record a payment.")
  }
}
