import Glibc

/// A file in memory and where its lines begin; also in lower case, once somebody searches in it.
///
/// The memory lives as long as the program: it is never given back.
struct LineFile {
  /// The places at which lines begin.
  let starts: [Int32]
  private let text: UnsafeMutablePointer<CChar>
  private let length: Int
  private let lower: UnsafeMutablePointer<CChar>

  /// Reads a file. It is ended by a zero byte in memory, as the C library's search wants it.
  init(path: String) throws {
    let descriptor = open(path, O_RDONLY)
    var information = stat()
    guard descriptor >= 0, fstat(descriptor, &information) == 0 else {
      throw Unreadable(path: path)
    }
    defer { close(descriptor) }
    length = Int(information.st_size)
    text = .allocate(capacity: length + 1)
    lower = .allocate(capacity: length + 1)
    guard Glibc.read(descriptor, text, length) == length else { throw Unreadable(path: path) }
    text[length] = 0
    var places: [Int32] = []
    var place = 0
    while place < length {
      places.append(Int32(place))
      place = Self.end(of: place, in: text, length) + 1
    }
    starts = places
    lower[0] = 0
  }

  /// A line's bytes.
  func line(at start: Int32) -> (start: UnsafePointer<CChar>, length: Int32) {
    let end = Self.end(of: Int(start), in: text, length)
    return (UnsafePointer(text + Int(start)), Int32(end - Int(start)))
  }

  /// Where the lines begin that have the words somewhere, in whatever case: one pass over all of it.
  func starts(of words: String) -> [Int32] {
    if lower[0] == 0 {
      for place in 0...length {
        let byte = UInt8(bitPattern: text[place])
        lower[place] = CChar(bitPattern: (0x41...0x5a).contains(byte) ? byte + 0x20 : byte)
      }
    }
    var found: [Int32] = []
    var line = 0
    var place = 0
    while let hit = strstr(lower + place, words) {
      let offset = Int32(hit - lower)
      while line + 1 < starts.count, starts[line + 1] <= offset { line += 1 }
      found.append(starts[line])
      line += 1
      guard line < starts.count else { break }
      place = Int(starts[line])
    }
    return found
  }

  private static func end(
    of start: Int, in text: UnsafeMutablePointer<CChar>, _ length: Int
  ) -> Int {
    guard let found = memchr(text + start, 0x0a, length - start) else { return length }
    return start + (found - UnsafeMutableRawPointer(text + start))
  }

  /// A file that cannot be read.
  struct Unreadable: Error {
    let path: String
  }
}
