import AppCore
import ArgumentParser
import Foundation
import Screen
import Services
import ZohoAPI

extension CRMEnvironment: ExpressibleByArgument {}

/// Signs an account in and keeps it as a profile.
struct Login: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sign in to an account of Zoho and keep it as a profile.",
    discussion: """
      By default a browser on this machine asks you; the client needs the redirect URI \
      http://127.0.0.1:8817/callback. --device shows a code to type into a browser anywhere, for a \
      client of limited-input devices. --code takes a code of a self client, which has to be for the \
      scopes that --scopes prints.

      The secrets go to the Secret Service of your desktop where it runs, else into a file that only \
      you can read. A third way is a profile with token_command, a program of yours and its arguments \
      that prints an access token.
      """)

  @Option(help: "The profile's name.") var profile = "default"

  @Option(help: "Where the account is: us, eu, in, au, jp, ca, cn, sa, uk or ae.")
  var dataCenter: String?

  @Option(
    help: "The environment of CRM: production, sandbox or developer; asked for on a terminal.")
  var environment: CRMEnvironment?

  @Flag(help: "Ask for nothing but reading; the profile then writes nothing.")
  var readOnly = false

  @Flag(help: "Show a code to type into a browser anywhere.") var device = false

  @Option(help: "The code of a self client, from Zoho's API console.") var code: String?

  @OptionGroup var client: ClientOptions

  @Option(help: "The id of the Books organization, or none for CRM only.")
  var organization: String?

  @Option(help: "The port a browser comes back to, as registered for the client.")
  var port: UInt16?

  @Flag(help: "Print what is asked for, and what for; then end.") var scopes = false

  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("A local server to sign in to.", visibility: .hidden))
  var baseURL: String?

  func validate() throws {
    guard !(device && code != nil) else {
      throw ValidationError("--device and --code exclude each other.")
    }
    guard dataCenter == nil || DataCenter(dataCenter ?? "") != nil else {
      let codes = DataCenter.all.map(\.code)
      throw ValidationError(
        "--data-center takes one of \(codes.joined(separator: ", ")); the nearest is "
          + "\(nearest(to: dataCenter ?? "", among: codes)).")
    }
    guard baseURL == nil || DataCenter.custom(base: baseURL ?? "") != nil else {
      throw ValidationError("--base-url takes a server on this machine.")
    }
    guard ProfileInBrief.isName(profile) else {
      throw ValidationError("--profile takes letters, digits, - and _.")
    }
  }

  func run() async throws {
    try await headless(Output(output)) { output in
      let access = readOnly ? Access.readOnly : .full
      if scopes { return show(access, on: output) }
      let plan = try plan()
      if plan.way != .code { tell(access, output) }
      let flow = SignInFlow(local: baseURL, port: port, openBrowser: Browser.open)
      do {
        let signedIn = try await flow.signIn(plan) { news in
          if let line = news.line { output.tell(line) }
        }
        try keep(signedIn, output)
      } catch {
        await flow.transport.close()
        throw error
      }
      await flow.transport.close()
    }
  }

  private func show(_ access: Access, on output: Output) {
    if output.format == .table {
      output.print(access.scopes.joined(separator: ",") + "\n")
      return tell(access, output)
    }
    let rows = output.rows(columns: ["scope", "purpose"])
    for purpose in access.purposes {
      rows.add(purpose.scopes.map { ["scope": .text($0), "purpose": .text(purpose.words)] })
    }
    rows.finish()
  }

  private func tell(_ access: Access, _ output: Output) {
    output.tell("Fairlead asks for these scopes:")
    for purpose in access.purposes {
      output.tell("  to \(purpose.words): \(purpose.scopes.joined(separator: ", "))")
    }
  }

  private func keep(_ signedIn: SignedIn, _ output: Output) throws {
    for note in signedIn.notes { output.tell(note.string) }
    let chosen = try chooseOrganization(signedIn.books, output)
    let paths = Paths(environment: ProcessInfo.processInfo.environment)
    let words = try Profile.keep(signedIn, as: profile, organization: chosen, in: paths)
    let kept = try Profile(named: profile, in: paths)
    output.done(words.string, AuthStatus.facts(of: kept, paths, at: TimeSource.system.now()))
  }

  /// The organization of Books that was named, the only one, or the one a person chooses.
  private func chooseOrganization(
    _ books: [BooksOrganization], _ output: Output
  ) throws -> String? {
    if let organization {
      if organization == "none" { return nil }
      guard books.contains(where: { $0.id == organization }) else {
        throw HeadlessError(
          .notFound,
          "There is no Books organization \(organization). There are: \(Self.list(books)).")
      }
      return organization
    }
    if books.count < 2 {
      if let only = books.first { output.tell("Books: \(only.name) (\(only.id))") }
      return books.first?.id
    }
    let place = try Questions.choice(
      "Which organization of Books?", of: books.map { "\($0.name)  \($0.id)" },
      missing: "--organization is missing: one of \(Self.list(books)), or none.")
    return books[place].id
  }

  private static func list(_ books: [BooksOrganization]) -> String {
    books.map { "\($0.id) (\($0.name))" }.joined(separator: ", ")
  }
}

extension SignInNews {
  /// The news as a line on stderr; nil for what is told in another way.
  fileprivate var line: String? {
    switch self {
    case .visit(let address, let isOpened):
      (isOpened ? "Your browser opens Zoho's page. Agree there. If it does not, go to:" : "Go to:")
        + "\n\(address)\nin a browser on this machine. This goes on by itself."
    case .enterCode(let code, let address, _):
      "Go to \(address) in a browser anywhere and type the code \(code). This goes on by itself."
    case .moved(let place): "The account lives at \(place): going on there."
    case .checking: "Zoho has let us in. Asking who you are."
    case .found, .failed, .kept: nil
    }
  }
}
