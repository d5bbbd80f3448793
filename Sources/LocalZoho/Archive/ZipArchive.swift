import CZip
import FoundationEssentials

/// Zip archives in memory, as Zoho's bulk jobs carry them. https://libzip.org/documentation/
enum ZipArchive {
  struct Entry: Hashable, Sendable {
    var name: String
    var data: Data
  }

  enum Problem: Error, Hashable {
    /// The bytes are no zip archive, or a damaged one.
    case unreadable(String)
    /// Unpacked, it would be larger than allowed.
    case tooLarge
  }

  /// An archive of these files, compressed.
  static func packed(_ entries: [Entry]) throws -> Data {
    var error = zip_error_t()
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw Problem.unreadable(words(&error))
    }
    // One reference is the archive's, one is ours, to read the bytes after it is closed.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      throw Problem.unreadable(words(&error))
    }
    var isOpen = true
    defer { if isOpen { zip_discard(archive) } }
    // libzip reads the files when it closes the archive, so their bytes stay until then.
    let kept = entries.map { entry in
      let bytes = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(entry.data.count, 1), alignment: 1)
      entry.data.withUnsafeBytes { bytes.copyMemory(from: $0) }
      return bytes
    }
    defer { for bytes in kept { bytes.deallocate() } }
    for (entry, bytes) in zip(entries, kept) {
      guard
        let file = zip_source_buffer(archive, bytes.baseAddress, zip_uint64_t(entry.data.count), 0)
      else { throw Problem.unreadable(words(archive)) }
      guard zip_file_add(archive, entry.name, file, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0 else {
        zip_source_free(file)
        throw Problem.unreadable(words(archive))
      }
    }
    guard zip_close(archive) == 0 else { throw Problem.unreadable(words(archive)) }
    isOpen = false
    return try bytes(of: source)
  }

  /// The files of an archive.
  /// - Parameter limit: the most bytes that all of them may have together.
  static func entries(of data: Data, limit: Int) throws -> [Entry] {
    try data.withUnsafeBytes { buffer in
      var error = zip_error_t()
      guard
        let source = zip_source_buffer_create(
          buffer.baseAddress, zip_uint64_t(buffer.count), 0, &error)
      else { throw Problem.unreadable(words(&error)) }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
        zip_source_free(source)
        throw Problem.unreadable(words(&error))
      }
      defer { zip_discard(archive) }
      var rest = limit
      return try (0..<max(0, zip_get_num_entries(archive, 0))).compactMap { index in
        let entry = try entry(zip_uint64_t(index), archive, limit: rest)
        rest -= entry?.data.count ?? 0
        return entry
      }
    }
  }

  /// Nil for a folder.
  private static func entry(
    _ index: zip_uint64_t, _ archive: OpaquePointer, limit: Int
  ) throws -> Entry? {
    guard let text = zip_get_name(archive, index, 0) else {
      throw Problem.unreadable(words(archive))
    }
    let name = String(cString: text)
    guard !name.hasSuffix("/") else { return nil }
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw Problem.unreadable(words(archive))
    }
    defer { zip_fclose(file) }
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = zip_fread(file, &chunk, zip_uint64_t(chunk.count))
      guard count >= 0 else { throw Problem.unreadable("\(name) is damaged") }
      guard count > 0 else { return Entry(name: name, data: data) }
      data.append(contentsOf: chunk[..<Int(count)])
      guard data.count <= limit else { throw Problem.tooLarge }
    }
  }

  private static func bytes(of source: OpaquePointer) throws -> Data {
    var facts = zip_stat_t()
    guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else {
      throw Problem.unreadable("the archive cannot be read back")
    }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.size))
    guard zip_source_read(source, &bytes, facts.size) == zip_int64_t(facts.size) else {
      throw Problem.unreadable("the archive cannot be read back")
    }
    return Data(bytes)
  }

  private static func words(_ error: inout zip_error_t) -> String {
    String(cString: zip_error_strerror(&error))
  }

  private static func words(_ archive: OpaquePointer) -> String {
    String(cString: zip_strerror(archive))
  }
}
