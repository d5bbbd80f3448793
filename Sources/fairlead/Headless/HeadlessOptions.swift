import ArgumentParser

/// The account of a command.
struct AccountOptions: ParsableArguments {
  @OptionGroup var account: ProfileOption

  @Flag(help: "Write nothing at Zoho: a command that would is refused.")
  var readOnly = false
}

/// What every command without a screen takes: the account, and how results are written.
struct HeadlessOptions: ParsableArguments {
  @OptionGroup var account: AccountOptions
  @OptionGroup var output: OutputOptions
}

/// What a command that changes something takes besides.
struct WriteOptions: ParsableArguments {
  @Flag(
    name: [.customShort("n"), .long],
    help: "Ask nobody and send nothing: print each request that would go, a line of JSON each.")
  var dryRun = false
}

/// The agreement that a command wants which takes away, mails or cannot be undone.
struct Consent: ParsableArguments {
  @Flag(
    name: .shortAndLong, help: "Do it. Without this the command says what it would do, and ends.")
  var yes = false
}

extension AsyncParsableCommand {
  /// Runs a command's work with a session; a failure goes to stderr, and its status to the shell.
  func headless(
    _ options: HeadlessOptions, _ work: (HeadlessSession) async throws -> Void
  ) async throws {
    try await headless(options.account, Output(options.output), work)
  }

  /// Runs a command's work with a session whose results go elsewhere than usual.
  func headless(
    _ account: AccountOptions, _ output: Output,
    _ work: (HeadlessSession) async throws -> Void
  ) async throws {
    try await headless(output) { output in
      let session = try HeadlessSession(account, output)
      do {
        try await work(session)
      } catch {
        await session.close()
        throw error
      }
      await session.close()
    }
  }

  /// Runs work that needs no account.
  func headless(_ output: Output, _ work: (Output) async throws -> Void) async throws {
    ImportSession.letSignalsEnd()
    do {
      try await work(output)
    } catch let code as ExitCode {
      throw code
    } catch {
      let failure = HeadlessError(error)
      output.complain(failure)
      throw ExitCode(failure.status.rawValue)
    }
  }
}
