import Screen

/// A list to choose from, filtered as one types.
public struct Chooser: Hashable, Sendable {
  /// One entry.
  public struct Row: Hashable, Sendable {
    /// What it stands for.
    public var id: String
    /// What it is called.
    public var label: SafeText
    /// What else helps to tell it apart.
    public var detail: SafeText
    /// Why it cannot be chosen; nil when it can.
    public var unavailable: SafeText?

    /// One entry.
    public init(
      id: String, label: SafeText, detail: SafeText = "", unavailable: SafeText? = nil
    ) {
      self.id = id
      self.label = label
      self.detail = detail
      self.unavailable = unavailable
    }
  }

  /// What the choice is for.
  public enum Purpose: Hashable, Sendable {
    /// The stage a deal goes to.
    case stage
    /// The pipeline to show.
    case pipeline
    /// The owner whose deals a report counts.
    case reportOwner
    /// The account to go to.
    case profile
    /// How the list of invoices is shown.
    case billing(InvoiceListChoice)
    /// How the PDF of the draft looks.
    case template
  }

  /// What it is about.
  public var title: SafeText
  /// What the choice is for.
  public var purpose: Purpose
  /// What was typed to filter.
  public var filter = TextField()
  /// The entries.
  public var rows: [Row]
  /// The entry under the cursor, among those the filter leaves.
  public var selected = 0

  /// A list to choose from.
  public init(title: SafeText, purpose: Purpose, rows: [Row]) {
    self.title = title
    self.purpose = purpose
    self.rows = rows
  }
}

extension Chooser {
  /// The entries that have every word of the filter.
  var shown: [Row] {
    rows.filter { "\($0.label) \($0.detail)".hasWords(of: filter.text) }
  }
}
