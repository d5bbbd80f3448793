import Screen

/// Why a text that was typed is no value: what is wrong and what would be right.
struct InputProblem: Error, Hashable, Sendable {
  let words: SafeText

  init(_ words: SafeText) { self.words = words }
}
