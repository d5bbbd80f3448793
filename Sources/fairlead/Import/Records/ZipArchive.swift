import CZip
import Foundation

/// A zip archive with one file in it, as Zoho's bulk jobs want it and answer.
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

  /// How long a file may be once it is unpacked, in bytes.
  private static let longest = UInt64(512 << 20)

  /// The first file of an archive, unpacked.
  ///
  /// - Throws: `unavailable` when it is no archive, is damaged, or is too long.
  static func content(of archive: Data) throws(HeadlessError) -> Data {
    let unpacked = archive.withUnsafeBytes { bytes -> Data? in
      var error = zip_error_t()
      guard
        let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
      else { return nil }
      guard let opened = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        return nil
      }
      // Discarding closes what was only read.
      defer { zip_discard(opened) }
      var facts = zip_stat_t()
      guard zip_stat_index(opened, 0, 0, &facts) == 0, facts.size <= longest,
        let file = zip_fopen_index(opened, 0, 0)
      else { return nil }
      defer { zip_fclose(file) }
      var content = Data(count: Int(facts.size))
      let count = content.withUnsafeMutableBytes { buffer in
        zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
      }
      return count == Int64(content.count) ? content : nil
    }
    guard let unpacked else {
      throw HeadlessError(.unavailable, "The archive of the bulk job cannot be read.")
    }
    return unpacked
  }

  private static func failure(_ words: String) -> HeadlessError {
    HeadlessError(.noOutput, "The archive for the bulk job: \(words).")
  }
}
