/// The mark that finds a record again when the answer to its creation was lost.
///
/// `FL-` and ten letters of Crockford's base 32: fifty random bits, never derived from content.
public enum Tag {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// A new tag, from the given source of randomness.
  public static func make(using random: inout some RandomNumberGenerator) -> String {
    "FL-" + String((0..<10).map { _ in alphabet[Int.random(in: 0..<32, using: &random)] })
  }
}
