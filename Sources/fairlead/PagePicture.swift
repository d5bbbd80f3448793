import Foundation

/// Draws pages of PDF files by `pdftoppm` (poppler), where it is installed.
enum PagePicture {
  /// How many dots an inch has: enough to read a page of A4 on a large terminal.
  private static let dotsPerInch = "100"

  /// The first page of a PDF as a picture (netpbm P6); nil where pdftoppm is not installed or cannot
  /// read the file. Only the user can read what lies on disk meanwhile.
  @Sendable static func draw(_ pdf: Data) throws -> Data? {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "fairlead-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }  // nothing of worth is left in it
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let page = folder.appending(path: "page.pdf")
    try pdf.write(to: page)
    let target = folder.appending(path: "page")
    let answer = ChildProcess.ask(
      ["pdftoppm", "-r", dotsPerInch, "-f", "1", "-singlefile", page.path, target.path])
    guard answer?.status == 0 else { return nil }
    return try Data(contentsOf: folder.appending(path: "page.ppm"))
  }
}
