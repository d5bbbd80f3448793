/// One thing that Zoho can be asked to do, with all that must be known to ask for it well.
///
/// The operations of CRM and Books stand in tables, one line each (`Resource.all`). Commands, help,
/// completion and checks before a call are all made from them.
public struct Operation: Hashable, Sendable {
  /// Whose API it is.
  public let product: Product
  /// What it is about, as one names it on a command line: `credit-notes`.
  public let resource: String
  /// What it does to it: `void`.
  public let verb: String
  /// The method.
  public let method: Method
  /// Which of the product's addresses it goes to.
  public let area: Area
  /// The path below it, with the ids to put in: `/creditnotes/{creditnote_id}/status/void`.
  public let path: String
  /// What it is for, in a phrase.
  public let purpose: String
  /// What may stand in its query, and which header fields it knows.
  public let parameters: [Parameter]
  /// What is sent.
  public let body: Body
  /// What comes back.
  public let answer: Answer
  /// The scope that a token needs for it; `{module}` in it stands for the module in the path.
  public let scope: String
  /// What it may do to the world.
  public let safety: Safety

  /// What an operation takes beside ids and parameters.
  public enum Body: Hashable, Sendable {
    /// Nothing.
    case none
    /// A JSON object. Records go into an array of that name where there is one, as CRM has it.
    case json(rows: String?)
    /// A JSON object that may be left out: Zoho then takes what it usually does.
    case optionalJSON
    /// A file, as the part of that name of a form.
    case file(String)
  }

  /// What an operation gives.
  public enum Answer: Hashable, Sendable {
    /// Several records, under that name. Of a write in CRM: what became of each.
    case rows(String)
    /// One record, under that name.
    case record(String)
    /// An object that is no record.
    case value
    /// A file.
    case file
    /// Only that it was done.
    case done
  }

  /// What an operation may do to the world, and so how often it may be sent.
  public enum Safety: String, Hashable, Sendable {
    /// Changes nothing.
    case reads
    /// Changes something, and twice is the same as once.
    case repeatable
    /// Makes something: twice makes two.
    case once
    /// Takes something away.
    case deletes
    /// Sends mail, or has it sent.
    case mail
    /// Moves money, or says that it moved.
    case money
  }

  /// How a list goes on behind its first page.
  public enum Paging: Hashable, Sendable {
    /// It does not.
    case none
    /// By number.
    case numbers
    /// By number, and by token where Zoho gives one.
    case tokens
  }
}

/// Which of a product's addresses an operation goes to.
public enum Area: Hashable, Sendable {
  /// The usual one.
  case api
  /// That of jobs over whole modules of CRM: `/crm/bulk/v8`.
  case bulk
  /// The host that takes the files of such jobs.
  case upload
}

extension Operation {
  /// How its list goes on.
  public var paging: Paging {
    if parameters.contains(where: { $0.name == "page_token" }) { return .tokens }
    return parameters.contains { $0.name == "page" } ? .numbers : .none
  }

  /// Whether it reads one thing, whose id ends its path.
  public var readsOne: Bool {
    method == .get && paging == .none && path.hasSuffix("}")
  }

  /// The names of the ids it wants, in order: `["creditnote_id"]`.
  public var ids: [String] {
    path.split(separator: "/").filter { $0.first == "{" }.map { String($0.dropFirst().dropLast()) }
  }
}

extension Operation.Safety {
  /// Whether it changes nothing.
  public var isReading: Bool { self == .reads }

  /// Whether it must be sent once only: after a lost answer one has to look before asking again.
  public var isAtMostOnce: Bool { [.once, .mail, .money].contains(self) }

  /// Whether a person should say yes first: mail and money leave, and what is deleted is gone.
  public var isDangerous: Bool { [.deletes, .mail, .money].contains(self) }
}
