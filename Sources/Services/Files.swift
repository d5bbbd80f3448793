import FoundationEssentials

/// Where the services put files, and how the user's own programs open them.
public struct Files: Sendable {
  /// The folder that PDFs are saved in.
  public var downloads: String
  /// How the file of an invoice is named; `{number}`, `{customer}`, `{date}`, `{due}` and `{reference}`
  /// stand for what the invoice has.
  public var pdfName = "{number} {customer} {date}.pdf"
  /// Writes a file that does not exist yet, for its owner only, and answers its path. A name that is
  /// taken gets a number. The name is ours, never one from a server.
  public var save: @Sendable (_ data: Data, _ name: String, _ folder: String) throws -> String
  /// Shows a file in the user's own viewer; false where there is none.
  public var open: @Sendable (_ path: String) throws -> Bool

  /// Ways to keep and to open files.
  public init(
    downloads: String,
    save: @escaping @Sendable (_ data: Data, _ name: String, _ folder: String) throws -> String,
    open: @escaping @Sendable (_ path: String) throws -> Bool
  ) {
    self.downloads = downloads
    self.save = save
    self.open = open
  }
}
