import ArgumentParser

/// Brings records from files into Zoho.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Bring records from files into Zoho.")
}
