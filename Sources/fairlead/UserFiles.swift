import Foundation
import Services

extension Files {
  /// The user's own folders and viewers.
  ///
  /// - Parameter pdfName: How the PDF file of an invoice is named; nil for the usual.
  static func user(environment: [String: String], pdfName: String? = nil) -> Files {
    let home = environment["HOME"] ?? "/"
    let downloads = home + "/Downloads"
    let isThere = FileManager.default.fileExists(atPath: downloads)
    var files = Files(
      downloads: isThere ? downloads : home,
      save: { data, name, folder in try saveNew(data, name: name, folder: folder) },
      open: { path in open(path, environment: environment) })
    if let pdfName { files.pdfName = pdfName }
    return files
  }

  /// Writes a file that was not there, for its owner only; a taken name gets a number.
  private static func saveNew(_ data: Data, name: String, folder: String) throws -> String {
    let base = (name as NSString).deletingPathExtension
    let ending = (name as NSString).pathExtension
    for number in 1...999 {
      let numbered = number == 1 ? name : "\(base)-\(number).\(ending)"
      let path = folder + "/" + numbered
      let descriptor = Foundation.open(
        path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
      }
      let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      try file.write(contentsOf: data)
      try file.close()
      return path
    }
    throw CocoaError(.fileWriteFileExists, userInfo: [NSFilePathErrorKey: folder + "/" + name])
  }

  /// Shows a file where there is a desktop; over ssh there is none, and the path is told instead.
  private static func open(_ path: String, environment: [String: String]) -> Bool {
    #if os(macOS)
      return ChildProcess.launch(["open", path])
    #else
      let hasDesktop = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
      return hasDesktop && ChildProcess.launch(["xdg-open", path])
    #endif
  }
}
