extension [String: RecordValue] {
  /// What a record with these values is called; nil when none of them says it.
  public var recordName: String? {
    let full = ["First_Name", "Last_Name"].compactMap { self[$0]?.text }.filter { !$0.isEmpty }
    if !full.isEmpty { return full.joined(separator: " ") }
    let names = ["Deal_Name", "Account_Name", "Subject", "Event_Title", "Name", "Full_Name"]
    return names.lazy.compactMap { self[$0]?.text }.first { !$0.isEmpty }
  }
}
