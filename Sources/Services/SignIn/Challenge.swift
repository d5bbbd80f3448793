import Crypto
import FoundationEssentials
import ZohoAPI

/// The two random words of a sign-in by browser: one proves that the code comes back to who asked
/// (RFC 7636), the other that the answer belongs to the question.
struct Challenge: Sendable {
  /// What is sent with the code.
  let verifier: Secret
  /// What is shown before: the hash of the verifier.
  let challenge: String
  /// What has to come back with the code.
  let state: String

  /// New words.
  init(_ random: Randomness) {
    let word = Self.word(random)
    verifier = Secret(word)
    challenge = Self.base64URL(Data(SHA256.hash(data: Data(word.utf8))))
    state = Self.word(random)
  }

  /// 256 random bits.
  private static func word(_ random: Randomness) -> String {
    var bytes = Data()
    for _ in 0..<4 {
      withUnsafeBytes(of: random.next()) { bytes.append(contentsOf: $0) }
    }
    return base64URL(bytes)
  }

  private static func base64URL(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
