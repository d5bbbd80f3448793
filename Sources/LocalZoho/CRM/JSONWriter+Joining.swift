import FoundationEssentials

extension JSONWriter {
  /// Appends what another one wrote.
  mutating func append(_ other: JSONWriter) {
    append(raw: String(decoding: other.bytes, as: UTF8.self))
  }

  var data: Data { Data(bytes) }
}
