import ArgumentParser

/// Writes the completions of a shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Write the completions of a shell.",
    discussion: """
      bash  fairlead completions bash > ~/.local/share/bash-completion/completions/fairlead
      zsh   fairlead completions zsh > ~/.zfunc/_fairlead, with ~/.zfunc in fpath
      fish  fairlead completions fish > ~/.config/fish/completions/fairlead.fish
      """)

  /// A shell that can complete.
  enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash, zsh, fish
  }

  @Argument(help: "bash, zsh or fish.") var shell: Shell

  func run() throws {
    switch shell {
    case .bash: print(Fairlead.completionScript(for: .bash))
    case .zsh: print(Fairlead.completionScript(for: .zsh))
    case .fish: print(Fairlead.completionScript(for: .fish))
    }
  }
}
