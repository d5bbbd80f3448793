import AppCore
import ArgumentParser
import Foundation
import LocalMirror
import Outbox
import Screen

/// Opens the program on a configured account, or on a sign-in when there is none.
struct Open: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the pipeline of a configured account; without one, sign in.")

  @Option(help: "The account, a folder under the profiles of the configuration.")
  var profile: String?

  @Flag(help: "Write nothing at Zoho.")
  var readOnly = false

  @Flag(help: "Read and write lines instead of drawing panels: for screen readers and pipes.")
  var linear = false

  @Option(help: ArgumentHelp("A local server to sign in to.", visibility: .hidden))
  var baseURL: String?

  func run() throws {
    try exiting {
      let paths = Paths(environment: ProcessInfo.processInfo.environment)
      let name = try profile ?? Profile.standard(in: paths)
      let account = try name.map { try OpenAccount.open($0, isReadOnly: readOnly, in: paths) }
      try run(account, paths, isReadOnly: readOnly, local: baseURL, isLinear: linear)
    }
  }
}

/// The two databases of an account.
struct AccountFiles {
  let mirror: MirrorDatabase
  let opening: MirrorDatabase.Opening
  let journal: Journal

  /// Opens both, making what is not there.
  init(mirror: URL, outbox: URL) throws {
    do {
      (self.mirror, opening) = try MirrorDatabase.open(at: mirror.path)
    } catch {
      throw StartError.noStorage("\(mirror.path): \(error)")
    }
    do {
      journal = try Journal.open(at: outbox.path)
    } catch OutboxError.damaged(let path, let reason) {
      throw StartError.noStorage(
        "\(path) is damaged (\(reason)). It says what was sent to Zoho, so it is never made anew "
          + "by itself. Copy it away, look at it, then move it aside and start again.")
    } catch OutboxError.newerSchema {
      throw StartError.noStorage(
        "\(outbox.path) was written by a newer Fairlead. Start that one.")
    } catch {
      throw StartError.noStorage("\(outbox.path): \(error)")
    }
  }
}

extension ParsableCommand {
  /// Runs work; a reason not to start goes to stderr, with the status that belongs to it.
  func exiting(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as StartError {
      throw report(error)
    }
  }

  /// Runs work that does not wait; a reason not to start goes to stderr, with its status.
  func exiting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let error as StartError {
      throw report(error)
    }
  }

  private func report(_ error: StartError) -> ExitCode {
    FileHandle.standardError.write(Data("fairlead: \(SafeText(error.description).string)\n".utf8))
    return ExitCode(error.status)
  }
}
