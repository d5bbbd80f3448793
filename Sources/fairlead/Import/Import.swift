import ArgumentParser

/// Brings records from files into Zoho.
struct Import: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring records from files into Zoho.",
    subcommands: [
      ImportDeals.self, ImportRecords<ContactModule>.self, ImportRecords<AccountModule>.self,
      ImportRecords<LeadModule>.self, ImportModule.self,
    ])
}
