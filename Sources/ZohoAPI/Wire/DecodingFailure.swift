/// A decoding failure in a line: where, and what was expected. Values from the answer are left out.
func words(for error: any Error) -> String {
  func place(_ context: DecodingError.Context) -> String {
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    return path.isEmpty ? "" : " at " + path.joined(separator: ".")
  }
  return switch error as? DecodingError {
  case .keyNotFound(let key, let context): "no \(key.stringValue)" + place(context)
  case .typeMismatch(let type, let context): "not a \(type)" + place(context)
  case .valueNotFound(let type, let context): "no \(type)" + place(context)
  case .dataCorrupted(let context): context.debugDescription + place(context)
  default: "\(error)"
  }
}
