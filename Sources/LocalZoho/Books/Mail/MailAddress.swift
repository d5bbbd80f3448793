/// Mail addresses, as far as a server has to judge them before it sends.
enum MailAddress {
  /// Whether a text is `local@domain` with nothing that could end a header line.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, let local = parts.first, let domain = parts.last,
      (1...64).contains(local.utf8.count), (3...255).contains(domain.utf8.count)
    else { return false }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") }) else {
      return false
    }
    return !text.unicodeScalars.contains { scalar in
      scalar.value <= 0x20 || scalar.value == 0x7F
        || "<>()[],;:\\\"".unicodeScalars.contains(scalar)
    }
  }
}
