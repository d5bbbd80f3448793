import ArgumentParser

/// A module of CRM whose records the verbs `list`, `show`, `create`, `edit` and `delete` are about.
protocol RecordModule: Sendable {
  /// The filters of its list.
  associatedtype Filters: RecordFilters = CommonFilters
  /// The module's API name: `Deals`.
  static var module: String { get }
  /// The word on the command line: `deals`.
  static var command: String { get }
  /// One of them in words: `deal`.
  static var noun: String { get }
  /// The field by which people call a record.
  static var nameField: String { get }
  /// What a list shows unless it is told otherwise.
  static var columns: [String] { get }
  /// The verbs it has beyond those of every module.
  static var verbs: [any ParsableCommand.Type] { get }
}

extension RecordModule {
  static var verbs: [any ParsableCommand.Type] { [] }
}

/// The module of deals.
enum DealModule: RecordModule {
  typealias Filters = DealFilters
  static let module = "Deals"
  static let command = "deals"
  static let noun = "deal"
  static let nameField = "Deal_Name"
  static let columns = [
    "id", "Deal_Name", "Stage", "Amount", "Closing_Date", "Account_Name", "Owner",
  ]
  static var verbs: [any ParsableCommand.Type] { [MoveDeal.self] }
}

/// The module of people.
enum ContactModule: RecordModule {
  static let module = "Contacts"
  static let command = "contacts"
  static let noun = "contact"
  static let nameField = "Full_Name"
  static let columns = ["id", "Full_Name", "Email", "Phone", "Account_Name", "Owner"]
}

/// The module of companies.
enum AccountModule: RecordModule {
  static let module = "Accounts"
  static let command = "accounts"
  static let noun = "account"
  static let nameField = "Account_Name"
  static let columns = ["id", "Account_Name", "Phone", "Website", "Industry", "Owner"]
}

/// The module of people not yet qualified.
enum LeadModule: RecordModule {
  typealias Filters = LeadFilters
  static let module = "Leads"
  static let command = "leads"
  static let noun = "lead"
  static let nameField = "Full_Name"
  static let columns = ["id", "Full_Name", "Company", "Email", "Lead_Status", "Owner"]
  static var verbs: [any ParsableCommand.Type] { [ConvertLead.self] }
}

/// The module of tasks.
enum TaskModule: CompletableModule {
  static let module = "Tasks"
  static let command = "tasks"
  static let noun = "task"
  static let nameField = "Subject"
  static let columns = ["id", "Subject", "Due_Date", "Status", "What_Id", "Owner"]
  static let doneField = "Status"
  static var verbs: [any ParsableCommand.Type] { [CompleteActivity<TaskModule>.self] }
}

/// The module of calls.
enum CallModule: CompletableModule {
  static let module = "Calls"
  static let command = "calls"
  static let noun = "call"
  static let nameField = "Subject"
  static let columns = ["id", "Subject", "Call_Start_Time", "Outgoing_Call_Status", "Owner"]
  static let doneField = "Outgoing_Call_Status"
  static var verbs: [any ParsableCommand.Type] { [CompleteActivity<CallModule>.self] }
}

/// The module of meetings.
enum EventModule: RecordModule {
  static let module = "Events"
  static let command = "events"
  static let noun = "meeting"
  static let nameField = "Event_Title"
  static let columns = ["id", "Event_Title", "Start_DateTime", "End_DateTime", "Owner"]
}

/// The verbs of a module: `fairlead deals list`.
struct RecordsCommand<M: RecordModule>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: M.command, abstract: "Work with \(M.command) of Zoho CRM.",
      subcommands: [
        ListRecords<M>.self, ShowRecord<M>.self, CreateRecord<M>.self, EditRecord<M>.self,
        DeleteRecords<M>.self,
      ] + M.verbs)
  }
}
