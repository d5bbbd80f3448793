import Crypto
import FoundationEssentials

/// Ids that say nothing: 64 hexadecimal digits, as Zoho gives files, messages and pages. The same
/// text gives the same id.
enum OpaqueID {
  static func of(_ text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { byte in
      byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }.joined()
  }
}
