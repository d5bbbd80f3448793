import ArgumentParser
import Sales
import ZohoAPI

/// The typed filters of a list.
protocol RecordFilters: ParsableArguments {
  /// The conditions, each in COQL.
  ///
  /// - Throws: `badInput` for a value that its field cannot have.
  func conditions(_ check: inout FilterCheck) async throws(HeadlessError) -> [String]
}

/// The filters that every module has.
struct CommonFilters: RecordFilters {
  @Option(help: "Whose records: a user's name or email, or `me`.") var owner: String?

  @Option(help: "Only what changed since that day or time: 2026-06-30 or 2026-06-30T14:00:00Z.")
  var modifiedSince: String?

  func conditions(_ check: inout FilterCheck) async throws(HeadlessError) -> [String] {
    var conditions: [String] = []
    if let owner { conditions.append(try await check.owner(owner)) }
    if let modifiedSince { conditions.append(try check.since(modifiedSince)) }
    return conditions
  }
}

/// The filters of deals.
struct DealFilters: RecordFilters {
  @Option(help: "Only those in that stage.") var stage: String?
  @Option(help: "Only those in that pipeline.") var pipeline: String?
  @Option(help: "Only those that close before that day: 2026-06-30.") var closingBefore:
    CalendarDate?
  @Option(help: "Only those that close after that day: 2026-06-30.") var closingAfter: CalendarDate?
  @Option(help: "Only those of the account of that id.") var account: String?
  @OptionGroup var common: CommonFilters

  func conditions(_ check: inout FilterCheck) async throws(HeadlessError) -> [String] {
    var conditions: [String] = []
    if let stage { conditions.append(try await check.equals("Stage", stage)) }
    if let pipeline { conditions.append(try await check.equals("Pipeline", pipeline)) }
    if let account { conditions.append(try await check.equals("Account_Name", account)) }
    if let closingBefore { conditions.append("Closing_Date < '\(closingBefore)'") }
    if let closingAfter { conditions.append("Closing_Date > '\(closingAfter)'") }
    return conditions + (try await common.conditions(&check))
  }
}

/// The filters of leads. A converted lead is an account, a contact and a deal, and no lead any more.
struct LeadFilters: RecordFilters {
  /// Which leads a list shows.
  enum Converted: String, ExpressibleByArgument, CaseIterable {
    /// Those that are leads still.
    case no = "false"
    /// Those that were converted.
    case yes = "true"
    /// All of them.
    case both
  }

  @Option(help: "Which leads: false for those that are not converted, true, or both.")
  var converted = Converted.no
  @Option(help: "Only those of that status.") var status: String?
  @OptionGroup var common: CommonFilters

  func conditions(_ check: inout FilterCheck) async throws(HeadlessError) -> [String] {
    var conditions: [String] = []
    if converted != .both { conditions.append("Converted__s = \(converted.rawValue)") }
    if let status { conditions.append(try await check.equals("Lead_Status", status)) }
    return conditions + (try await common.conditions(&check))
  }
}

/// Checks filters against the organization, which is asked only when one needs it.
struct FilterCheck {
  private let session: HeadlessSession
  private let module: String
  private var known: ModuleSettings?

  init(_ session: HeadlessSession, _ module: String) {
    self.session = session
    self.module = module
  }

  /// The module's settings.
  mutating func settings() async throws(HeadlessError) -> ModuleSettings {
    if let known { return known }
    let settings = try await session.settings(of: module)
    known = settings
    return settings
  }

  /// That a field has a value.
  mutating func equals(_ field: String, _ text: String) async throws(HeadlessError) -> String {
    let settings = try await settings()
    let reader = FieldReader(
      field: try settings.field(field), users: settings.users, dates: .iso, decimals: .point)
    do throws(FieldReader.Problem) {
      return "\(field) = \(COQL.literal(try reader.value(text).condition))"
    } catch {
      throw HeadlessError(.badInput, error.reason)
    }
  }

  /// That a user owns a record.
  mutating func owner(_ text: String) async throws(HeadlessError) -> String {
    guard text != "me" else {
      return "Owner = '\(try await session.send(.currentUser()).id.rawValue)'"
    }
    return try await equals("Owner", text)
  }

  /// That a record changed since a day or a time.
  func since(_ text: String) throws(HeadlessError) -> String {
    let time = text.contains("T") ? text : text + "T00:00:00Z"
    let literal = COQL.withOffsets("'\(time)'")
    let isTime =
      literal.wholeMatch(
        of: /'\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+\-]\d{2}:\d{2}'/) != nil
    guard isTime, CalendarDate(text.prefix(10)) != nil else {
      throw HeadlessError(
        .badInput,
        "--modified-since \(text): write 2026-06-30 or 2026-06-30T14:00:00Z.")
    }
    return "Modified_Time >= \(literal)"
  }
}

extension FieldValue {
  /// The value as a condition compares it: a look-up by its id.
  fileprivate var condition: String {
    if case .reference(let id, _) = self { id } else { text ?? "" }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as `2026-06-30`.
  public init?(argument: String) { self.init(argument) }
}
