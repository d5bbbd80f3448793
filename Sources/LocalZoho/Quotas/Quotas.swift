/// How much a client may call. Each figure can be replaced by a test; nil takes what Zoho grants the
/// organization's edition or plan.
public struct Quotas: Sendable, Hashable {
  /// Calls of Books in any 60 seconds. https://www.zoho.com/books/api/v3/introduction/
  public var booksPerMinute: Int? = nil
  /// Calls of Books in any 24 hours.
  public var booksPerDay: Int? = nil
  /// Calls of Books under way at one time.
  public var booksConcurrent: Int? = nil
  /// How many refused calls within a minute get the organization blocked for an hour (code 43).
  public var booksRefusalsBeforeBlock = 100
  /// Credits of the CRM in any 24 hours. https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html
  public var crmCreditsPerDay: Int? = nil
  /// Calls of the CRM under way at one time.
  public var crmConcurrent: Int? = nil
  /// Heavy calls of the CRM (COQL, search, sorted lists, convert, large writes) under way at one time.
  public var crmHeavyConcurrent = 10

  /// What Zoho grants.
  public init() {}
}

/// The figures that hold for one organization.
struct Allowance: Sendable, Hashable {
  var booksPerMinute: Int
  var booksPerDay: Int
  var booksConcurrent: Int
  var booksRefusalsBeforeBlock: Int
  var crmCreditsPerDay: Int
  var crmConcurrent: Int
  var crmHeavyConcurrent: Int

  init(_ quotas: Quotas, of organization: Organization) {
    let isFree = organization.booksPlan == "FREE"
    booksPerMinute = quotas.booksPerMinute ?? 100
    booksPerDay = quotas.booksPerDay ?? Self.booksPerDay[organization.booksPlan] ?? 10_000
    booksConcurrent = quotas.booksConcurrent ?? (isFree ? 5 : 10)
    booksRefusalsBeforeBlock = quotas.booksRefusalsBeforeBlock
    let edition = Self.editions[organization.edition] ?? Edition(5000, 0, 5000, 5)
    crmCreditsPerDay =
      quotas.crmCreditsPerDay
      ?? min(edition.credits + edition.creditsPerUser * organization.seats, edition.ceiling)
    crmConcurrent = quotas.crmConcurrent ?? edition.concurrent
    crmHeavyConcurrent = quotas.crmHeavyConcurrent
  }

  private static let booksPerDay = ["FREE": 1000, "STANDARD": 2000, "PROFESSIONAL": 5000]

  private struct Edition {
    var credits: Int
    var creditsPerUser: Int
    var ceiling: Int
    var concurrent: Int

    init(_ credits: Int, _ creditsPerUser: Int, _ ceiling: Int, _ concurrent: Int) {
      self.credits = credits
      self.creditsPerUser = creditsPerUser
      self.ceiling = ceiling
      self.concurrent = concurrent
    }
  }

  private static let editions = [
    "free": Edition(5000, 0, 5000, 5),
    "standard": Edition(50_000, 250, 100_000, 10),
    "professional": Edition(50_000, 500, 3_000_000, 15),
    "enterprise": Edition(50_000, 1000, 5_000_000, 20),
    "ultimate": Edition(50_000, 2000, .max, 25),
  ]
}
