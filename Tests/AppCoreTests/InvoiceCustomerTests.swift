import Sales
import Screen
import Testing

@testable import AppCore

/// How the customer of a draft is found, asked for, made or chosen.
@Suite struct InvoiceCustomerTests {
  private func started(_ match: CustomerMatch) -> (AppState, [Effect]) {
    var state = InvoiceSamples.state()
    let start = DraftStart(draft: InvoiceSamples.draft, match: match)
    let effects = state.take(.draftStarted(.success(start)))
    return (state, effects)
  }

  @Test func aLinkedCustomerIsBilledAndTold() {
    let (state, effects) = started(.linked(InvoiceSamples.customer))
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
    #expect(effects.contains(.loadCustomer("301")))
    #expect(
      state.event?.text.string == "Initech Ltd is the customer linked to the deal's account.")
    #expect(state.editor?.cell == .line(0, .item))
    #expect(state.place == .editorCell)
  }

  @Test func aCustomerThatTheDraftHasAlreadyIsToldAsWell() {
    var state = InvoiceSamples.state()
    var draft = InvoiceSamples.draft
    draft.customer = InvoiceSamples.initech
    let start = DraftStart(draft: draft, match: .email(InvoiceSamples.customer))
    state.take(.draftStarted(.success(start)))
    #expect(state.event?.text == "Initech Ltd was found by the contact's address.")
    #expect(state.editor?.draft.revision == 0)
    var reopened = InvoiceSamples.state()
    draft.revision = 7
    reopened.take(
      .draftStarted(.success(DraftStart(draft: draft, match: .linked(InvoiceSamples.customer)))))
    #expect(reopened.event == nil)
  }

  @Test func anAddressIsEnoughAndIsTold() {
    let (state, _) = started(.email(InvoiceSamples.customer))
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
    #expect(state.event?.text.string == "Initech Ltd was found by the contact's address.")
  }

  @Test func aNameAloneIsAsked() throws {
    var (state, effects) = started(.name(InvoiceSamples.customer))
    #expect(state.editor?.draft.customer == nil)
    #expect(!effects.contains(.loadCustomer("301")))
    guard case .confirmation(let question)? = state.overlays.last else {
      Issue.record("nothing was asked")
      return
    }
    #expect(question.answers.map(\.label) == ["choose another", "use it"])
    #expect(question.answers[0].effects.isEmpty)
    #expect(question.answers[1].effects == [.loadCustomer("301")])
    state.overlays = []
    state.take(.customerLoaded("301", InvoiceSamples.standing))
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
    #expect(state.editor?.cell == .line(0, .item))
  }

  @Test func aMissingCustomerIsMadeAfterAskingAndLookedUpAgain() {
    let account = Reference<Account>(id: "88", name: "Initech")
    var (state, _) = started(.missing(account, email: "jane@initech.example"))
    guard case .confirmation(let question)? = state.overlays.last else {
      Issue.record("nothing was asked")
      return
    }
    let request = WriteRequest.createCustomer(account, email: "jane@initech.example")
    #expect(question.title == "Create customer Initech in Books?")
    #expect(question.lines.first == "Organization  Acme Ltd")
    #expect(question.answers.map(\.effects) == [[], [.enqueue(request)]])
    state.overlays = []
    state.take(.enqueued(request, .success("w1")))
    let effects = state.take(.writeSettled("w1", request, .confirmed("")))
    #expect(effects.contains(.findCustomers(words: "Initech")))
    var other = InvoiceSamples.customer
    other.account = "89"
    var made = Customer(
      id: "305", name: "Initech", currency: InvoiceSamples.pounds, modifiedTime: InvoiceSamples.now)
    made.account = "88"
    state.take(.customersFound(words: "Initech", [other, made]))
    #expect(state.editor?.draft.customer == Reference(id: "305", name: "Initech"))
  }

  @Test func lookingUpTheCustomerAgainLosesNothingThatWasTyped() {
    var (state, _) = started(.unknown)
    state.press(keys: "<tab><tab><tab><tab><tab>Travel<tab><tab>10<esc>")
    let found = DraftStart(draft: InvoiceSamples.draft, match: .linked(InvoiceSamples.customer))
    state.take(.draftStarted(.success(found)))
    #expect(state.editor?.draft.lines.map(\.name) == ["Travel"])
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
  }

  @Test func aCustomerThatComesWhileOneTypesStays() {
    var (state, _) = started(.name(InvoiceSamples.customer))
    state.overlays = []
    state.press(keys: "<tab><tab><tab><tab><tab>Trav")
    state.take(.customerLoaded("301", InvoiceSamples.standing))
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
    state.press(keys: "el<tab>2<esc>")
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
    #expect(state.editor?.draft.lines.map(\.name) == ["Travel"])
    state.press(keys: "uu")
    #expect(state.editor?.draft.lines == [LineItem()])
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
  }

  @Test func anUnknownCustomerIsChosenByTyping() {
    var (state, _) = started(.unknown)
    #expect(state.editor?.cell == .customer)
    #expect(state.place == .editorCell)
    state.press(keys: "nobody<tab>")
    #expect(state.middle.contains("! no customer in Books has these words"))
    state.press(keys: "<c-u>init")
    #expect(state.middle.contains("Initech Ltd  <jane@initech.example>  GBP"))
    state.press(keys: "<enter>")
    #expect(state.editor?.draft.customer == InvoiceSamples.initech)
    #expect(state.editor?.draft.paymentTerms == 30)
    state.press(keys: "u")
    #expect(state.editor?.draft.customer == nil)
  }

  @Test func escChoosesNobody() {
    var (state, _) = started(.unknown)
    state.press(keys: "init<esc>")
    #expect(state.editor?.draft.customer == nil)
    #expect(state.event?.text == "Customer is as before: Enter chooses one.")
    state.press(keys: "<enter>initech ltd<esc>")
    #expect(
      state.editor?.draft.customer == InvoiceSamples.initech, "unless its whole name is there")
  }

  @Test func anInactiveCustomerCannotBeBilled() {
    var (state, _) = started(.unknown)
    var customer = InvoiceSamples.customer
    customer.isActive = false
    for key in Key.parse("init") ?? [] { state.take(.key(key)) }
    state.take(.customersFound(words: "init", [customer]))
    state.take(.key(.enter))
    #expect(state.editor?.draft.customer == nil)
    #expect(state.middle.contains("! Initech Ltd is inactive in Books"))
  }
}
