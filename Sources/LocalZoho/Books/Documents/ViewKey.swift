/// What the link carries by which a customer sees a document.
enum ViewKey {
  /// A word for an id that cannot be guessed from its neighbours.
  static func of(_ id: Int64) -> String {
    var mixed = UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return String(mixed ^ (mixed >> 31), radix: 16) + String(id, radix: 16)
  }
}
