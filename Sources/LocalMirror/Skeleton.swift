import FoundationEssentials
import Sales

extension MirrorReader {
  func none<T>() throws -> T { throw MirrorError.busy }

  /// The organization, once it is known.
  public func organization() throws -> Organization? { try none() }
  /// The users, by name.
  public func users() throws -> [User] { try none() }
  /// The pipelines with their stages, in order.
  public func pipelines() throws -> [Pipeline] { try none() }
  /// The fields of a module, in order.
  public func fields(of module: String) throws -> [ModuleField] { try none() }
  /// How far a module has come; nil when it was never fetched.
  public func cursor(for module: String) throws -> SyncCursor? { try none() }
  /// How far every module has come.
  public func cursors() throws -> [SyncCursor] { try none() }
  /// The ids of all records of a sort.
  public func ids(of kind: RecordKind) throws -> Set<String> { try none() }

  /// The sums of a pipeline's board, one column for each stage.
  public func boardSummary(of pipeline: Pipeline.ID, today: CalendarDate) throws -> BoardSummary {
    try none()
  }
  /// What a pipeline's open deals come to, each times its chance, per currency.
  public func weightedTotals(of pipeline: Pipeline.ID) throws -> Totals { try none() }
  /// A window of deals around a place or a record.
  public func deals(_ query: DealQuery, around anchor: Anchor<Deal>, limit: Int) throws
    -> Window<DealRow>
  { try none() }
  /// The first rows of every stage of a pipeline, in the pipeline's order.
  public func allColumns(
    of pipeline: Pipeline.ID, words: String = "", order: DealOrder = .need, today: CalendarDate,
    limit: Int
  ) throws -> [(stage: Stage.ID, window: Window<DealRow>)] { try none() }
  /// A deal with what is planned next.
  public func deal(_ id: Deal.ID) throws -> DealRow? { try none() }
  /// Everything around a deal.
  public func dealDetail(_ id: Deal.ID) throws -> DealDetail? { try none() }
  /// A person.
  public func contact(_ id: Contact.ID) throws -> Contact? { try none() }
  /// The people at a company, by name.
  public func contacts(of account: Account.ID) throws -> [Contact] { try none() }
  /// A company.
  public func account(_ id: Account.ID) throws -> Account? { try none() }

  /// How many invoices are in each group on that day.
  public func invoiceSummary(today: CalendarDate) throws -> InvoiceSummary { try none() }
  /// A window of invoices around a place or a record.
  public func invoices(_ query: InvoiceQuery, around anchor: Anchor<Invoice>, limit: Int) throws
    -> Window<Invoice>
  { try none() }
  /// An invoice as a list shows it.
  public func invoice(_ id: Invoice.ID) throws -> Invoice? { try none() }
  /// Everything around an invoice.
  public func invoiceFolder(_ id: Invoice.ID) throws -> InvoiceFolder? { try none() }
  /// What a customer has not paid, oldest due first. Drafts and void ones do not count.
  public func unpaidInvoices(of customer: Customer.ID) throws -> [Invoice] { try none() }
  /// A customer.
  public func customer(_ id: Customer.ID) throws -> Customer? { try none() }
  /// The people at a customer who get mail, the primary one first.
  public func persons(of customer: Customer.ID) throws -> [Customer.Person] { try none() }
  /// Active customers with every word in their name, company or address, by name.
  public func customers(matching words: String, limit: Int) throws -> [Customer] { try none() }
  /// The customer that an account is: by Books' link, else by an address of its people (the given
  /// contact first), else by its exact name.
  public func customer(for account: Account.ID, contact: Contact.ID? = nil) throws
    -> CustomerMatch?
  { try none() }
  /// Active items with every word in their name or description, by name.
  public func items(matching words: String, limit: Int) throws -> [Item] { try none() }
  /// The taxes, by name.
  public func taxes() throws -> [Tax] { try none() }
  /// People with every word in their name, address or company, by name.
  public func persons(matching words: String, limit: Int) throws -> [PersonMatch] { try none() }
}

extension MirrorWriter {
  func none<T>() throws -> T { throw MirrorError.busy }

  /// Puts the organization in place of what was known.
  public func replace(organization: Organization) throws { let _: Int = try none() }
  /// Puts these users in place of all.
  public func replace(users: [User]) throws { let _: Int = try none() }
  /// Puts these pipelines, in this order, in place of all.
  public func replace(pipelines: [Pipeline]) throws { let _: Int = try none() }
  /// Puts these fields, in this order, in place of all of the module.
  public func replace(fields: [ModuleField], of module: String) throws { let _: Int = try none() }
  /// Puts these taxes in place of all.
  public func replace(taxes: [Tax]) throws { let _: Int = try none() }
  /// Puts these persons in place of all of the customer.
  public func replace(persons: [Customer.Person], of customer: Customer.ID) throws {
    let _: Int = try none()
  }
  /// Puts this history, oldest first, in place of the deal's.
  public func replace(history: [StageChange], of deal: Deal.ID) throws { let _: Int = try none() }
  /// Puts these events, newest first, in place of the invoice's.
  public func replace(events: [InvoiceEvent], of invoice: Invoice.ID) throws {
    let _: Int = try none()
  }
  /// Notes how far a module has come.
  public func setCursor(_ cursor: SyncCursor) throws { let _: Int = try none() }

  /// Saves deals.
  public func save(deals: [Deal]) throws { let _: Int = try none() }
  /// Saves contacts.
  public func save(contacts: [Contact]) throws { let _: Int = try none() }
  /// Saves accounts.
  public func save(accounts: [Account]) throws { let _: Int = try none() }
  /// Saves activities.
  public func save(activities: [Activity]) throws { let _: Int = try none() }
  /// Saves notes.
  public func save(notes: [Note]) throws { let _: Int = try none() }
  /// Saves customers.
  public func save(customers: [Customer]) throws { let _: Int = try none() }
  /// Saves items.
  public func save(items: [Item]) throws { let _: Int = try none() }
  /// Saves invoices.
  public func save(invoices: [Invoice]) throws { let _: Int = try none() }
  /// Saves the whole of an invoice, its list row included.
  public func save(detail: InvoiceDetail) throws { let _: Int = try none() }
  /// Saves payments.
  public func save(payments: [Payment]) throws { let _: Int = try none() }
  /// Removes records that are gone.
  public func delete(_ ids: [String], from kind: RecordKind) throws { let _: Int = try none() }
}
