import FoundationEssentials

/// How values are kept in columns: times as milliseconds since 1970, the rest as JSON.
enum Stored {
  static func time(_ date: Date) -> Int64 {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    return Int64(exactly: milliseconds) ?? (milliseconds > 0 ? .max : .min)
  }

  static func date(_ milliseconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ json: String) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(json.utf8))
    } catch {
      throw OutboxError.unreadable("\(type): \(error)")
    }
  }

  /// A word of ours, read back.
  static func word<Word: RawRepresentable<String>>(_ type: Word.Type, _ text: String) throws -> Word
  {
    guard let word = Word(rawValue: text) else {
      throw OutboxError.unreadable("\(type): \(text)")
    }
    return word
  }
}
