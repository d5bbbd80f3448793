import Sales

/// What happened to drafts and the papers beside invoices.
public enum DraftingAction: Hashable, Sendable {
  /// The customer's last invoice, whose lines the draft takes; nil when there is none.
  case lastFound(InvoiceDraft.ID, Result<InvoiceDetail?, Failure>)
  /// The looks that an invoice's PDF can have.
  case templatesLoaded(Result<TemplateList, Failure>)
  /// The papers of a sort.
  case documentsLoaded(DocumentKind, Result<[BooksDocument], Failure>)
  /// A paper to fill in.
  case documentStarted(Result<DocumentStart, Failure>)
  /// The files on an invoice, after one was added or taken off too.
  case filesLoaded(Invoice.ID, Result<[AttachedFile], Failure>)
  /// The paths that begin with what was typed.
  case pathsFound(typed: String, [String])
}

/// What is wanted for drafts and the papers beside invoices.
public enum DraftingEffect: Hashable, Sendable {
  /// Read the last invoice that the customer got. Answered by `lastFound`.
  case loadLast(Customer.ID, for: InvoiceDraft.ID, except: Invoice.ID?)
  /// Begin a draft with all that an invoice says. Answered by `draftStarted`.
  case startLike(Invoice.ID)
  /// Open the draft invoice that Books has and this machine does not. Answered by `draftStarted`.
  case adopt(Invoice.ID)
  /// Begin a draft from an estimate, or open the one that was begun. Answered by `draftStarted`.
  case startFrom(BooksDocument)
  /// Read the looks of invoices. Answered by `templatesLoaded`.
  case loadTemplates
  /// Read the papers of a sort from Books. Answered by `documentsLoaded`.
  case loadDocuments(DocumentKind)
  /// Begin a recurring profile. Answered by `documentStarted`.
  case startRecurring(RecurringSource)
  /// Begin a credit note for an invoice. Answered by `documentStarted`.
  case startCreditNote(Invoice.ID)
  /// Begin a retainer for a deal. Answered by `documentStarted`.
  case startRetainer(Deal.ID)
  /// Read the files on an invoice. Answered by `filesLoaded`.
  case loadFiles(Invoice.ID)
  /// Hang a file on an invoice. Answered by `filesLoaded`.
  case attach(path: String, to: Invoice.ID)
  /// Take a file off an invoice. Answered by `filesLoaded`.
  case detach(Identifier<AttachedFile>, from: Invoice.ID)
  /// Find the paths that begin with a text. Answered by `pathsFound`.
  case findPaths(String)
}

/// What a recurring profile is made of.
public enum RecurringSource: Hashable, Sendable {
  /// A draft on this machine.
  case draft(InvoiceDraft)
  /// An invoice at Books.
  case invoice(Invoice.ID)
}

/// The looks that an invoice's PDF can have, the last used first.
public struct TemplateList: Hashable, Sendable {
  /// The looks.
  public var templates: [InvoiceTemplate]
  /// The one that the last draft with a look had.
  public var lastUsed: Identifier<InvoiceTemplate>?

  /// The looks that an invoice's PDF can have.
  public init(templates: [InvoiceTemplate], lastUsed: Identifier<InvoiceTemplate>?) {
    self.templates = templates
    self.lastUsed = lastUsed
  }
}

/// A paper to fill in.
public struct DocumentStart: Hashable, Sendable {
  /// The paper with its tag and all that is known of it.
  public var draft: DocumentDraft
  /// What the deal of a retainer is worth; nil when that is not said.
  public var dealValue: Money?

  /// A paper to fill in.
  public init(draft: DocumentDraft, dealValue: Money? = nil) {
    self.draft = draft
    self.dealValue = dealValue
  }
}
