import CZip
import Foundation

/// A zip archive with one file in it, as Zoho's bulk jobs want it.
///
/// <https://libzip.org/documentation/>
enum ZipArchive {
  /// The bytes of the archive.
  ///
  /// - Throws: `noOutput` when it cannot be written.
  static func file(_ name: String, _ content: Data) throws(HeadlessError) -> Data {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "fairlead-\(UUID().uuidString).zip").path
    defer { unlink(path) }
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_EXCL, &code) else {
      throw failure("it cannot be made (\(code))")
    }
    // libzip reads the bytes when it closes the archive, so they must live until then.
    let isWritten = content.withUnsafeBytes { bytes in
      guard let source = zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0)
      else {
        zip_discard(archive)
        return false
      }
      guard zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8)) >= 0 else {
        zip_source_free(source)
        zip_discard(archive)
        return false
      }
      guard zip_close(archive) == 0 else {
        zip_discard(archive)
        return false
      }
      return true
    }
    guard isWritten, let data = FileManager.default.contents(atPath: path) else {
      throw failure("it cannot be written")
    }
    return data
  }

  private static func failure(_ words: String) -> HeadlessError {
    HeadlessError(.noOutput, "The archive for the bulk job: \(words).")
  }
}
