import AppCore
import Foundation
import Screen
import Services
import ZohoAPI

/// An account as its files describe it: `profiles/NAME/profile.toml`, and its secrets wherever that
/// says they are.
struct Profile {
  /// Its name, which names its folders too.
  let name: String
  /// The file that describes it.
  let file: URL
  /// The region.
  let dataCenter: DataCenter
  /// Which of CRM's environments.
  let environment: CRMEnvironment
  /// The client's id; nil where a command gives the tokens.
  let clientID: String?
  /// Where its secrets are.
  let store: SecretStore
  /// The Books organization, when one was chosen.
  let booksOrganization: String?
  /// The organization of CRM by its id, when it is known.
  let crmOrganization: String?
  /// The organization's name, when it is known.
  let organization: String?
  /// Who signed in, when it is known.
  let user: String?
  /// The scopes that were granted, as far as they are known.
  let scopes: [String]
  /// Whether nothing may be written.
  let isReadOnly: Bool
  /// How its organization looks at the top of the screen; nil as the theme has it.
  let color: ThemeRule?

  /// The settings that a profile can have.
  static let keys = [
    "data_center", "base_url", "environment", "client_id", "secrets", "token_command",
    "organization_id", "crm_organization_id", "organization", "user", "scopes", "read_only",
    "color",
  ]

  /// Where secrets can be, as `secrets` says it.
  private enum Place: String, CaseIterable {
    case file
    case secretService = "secret-service"
  }

  /// Reads a profile.
  ///
  /// - Throws: `StartError.badProfile` naming the file and the key, `.exposedSecrets` when others can
  ///   read the secrets.
  init(named name: String, in paths: Paths) throws {
    let folder = paths.profile(name)
    guard ProfileInBrief.isName(name) else {
      throw StartError.badProfile(
        file: folder.path, problem: "\"\(name)\" cannot name a profile: use letters and digits.")
    }
    self.name = name
    file = folder.appending(path: "profile.toml")
    let settings = try ProfileFile(file)
    let command = try settings.list("token_command")
    clientID = command == nil ? try settings.text("client_id") : nil
    dataCenter = try Self.dataCenter(settings)
    environment = try settings.choice("environment", of: CRMEnvironment.self) ?? .production
    if let command {
      store = .command(command)
    } else if try settings.choice("secrets", of: Place.self) == .secretService {
      store = .secretService(profile: name)
    } else {
      store = .file(in: folder)
    }
    booksOrganization = try settings.optionalText("organization_id")
    crmOrganization = try settings.optionalText("crm_organization_id")
    organization = try settings.optionalText("organization")
    user = try settings.optionalText("user")
    scopes = try settings.list("scopes") ?? []
    isReadOnly = try settings.flag("read_only")
    color = try settings.optionalText("color").map { text in
      do throws(ThemeError) {
        return try .organization(text)
      } catch {
        throw settings.problem("color", error.description)
      }
    }
  }

  private static func dataCenter(_ settings: ProfileFile) throws -> DataCenter {
    if let base = try settings.optionalText("base_url") {
      guard let custom = DataCenter.custom(base: base) else {
        throw settings.problem("base_url", "must be a local server such as http://127.0.0.1:8080")
      }
      return custom
    }
    let code = try settings.text("data_center")
    guard let known = DataCenter(code) else {
      let codes = DataCenter.all.map(\.code)
      throw settings.problem(
        "data_center",
        "\"\(code)\" is none of \(codes.joined(separator: ", ")); the nearest is "
          + nearest(to: code, among: codes))
    }
    return known
  }
}

extension Profile {
  /// A client for the account. Secrets that a file keeps are read at once; others when a token is
  /// needed.
  ///
  /// - Throws: `StartError` when the secrets cannot be read.
  func client(
    _ transport: Transport, _ paths: Paths,
    observe: @escaping @Sendable (CallRecord) -> Void = { _ in }
  ) throws -> ZohoClient {
    let tokens = TokenStore.file(paths.token(of: name))
    var client: ZohoClient
    if case .command(let words) = store {
      let command = TokenCommand(words: words, dataCenter: dataCenter)
      client = ZohoClient(
        dataCenter: dataCenter, transport: transport, store: tokens,
        booksOrganization: booksOrganization, observe: observe
      ) { () async throws(ZohoError) in try command.token(at: Date()) }
    } else {
      client = ZohoClient(
        credentials: try credentials(), transport: transport, store: tokens,
        booksOrganization: booksOrganization, observe: observe)
    }
    client.environment = environment
    return client
  }

  /// What signs the account in.
  ///
  /// - Throws: `StartError` when it cannot be read.
  func credentials() throws -> Credentials {
    let secrets = try store.load()
    return Credentials(
      clientID: clientID ?? "", clientSecret: secrets.clientSecret,
      refreshToken: secrets.refreshToken, dataCenter: dataCenter)
  }

  /// The organization on the screen, before it is known by name.
  func tenant(isReadOnly: Bool) -> Tenant {
    let place =
      environment == .production ? dataCenter.code : "\(dataCenter.code), \(environment.rawValue)"
    return Tenant(
      organization: organization ?? name, dataCenter: place, isDemo: dataCenter.isLocal,
      isReadOnly: isReadOnly || self.isReadOnly)
  }

  /// The account as the chooser shows it.
  var inBrief: ProfileInBrief {
    var place = tenant(isReadOnly: false).dataCenter
    if isReadOnly { place += ", read-only" }
    return ProfileInBrief(
      name: name, organization: SafeText(organization ?? ""), place: SafeText(place))
  }

  /// The names of all profiles, in order.
  static func names(in paths: Paths) -> [String] {
    // Without the folder there are none.
    let found = (try? FileManager.default.contentsOfDirectory(atPath: paths.profiles.path)) ?? []
    return found.filter { ProfileInBrief.isName($0) && paths.hasProfile($0) }.sorted()
  }

  /// All profiles as the chooser shows them, those with something wrong in them too.
  static func all(in paths: Paths) -> [ProfileInBrief] {
    names(in: paths).map { name in
      do {
        return try Profile(named: name, in: paths).inBrief
      } catch {
        return ProfileInBrief(
          name: name, organization: "", place: "", problem: SafeText("\(error)"))
      }
    }
  }
}

extension ThemeRule {
  /// How an organization looks: a whole rule such as `white on blue`, or the name of the colour behind
  /// letters that can be read on it.
  static func organization(_ text: String) throws(ThemeError) -> ThemeRule {
    guard let color = Color(name: text) else { return try ThemeRule(text) }
    var rule = ThemeRule()
    rule.background = color
    rule.foreground = Color([0, 1, 4, 5, 8].contains(color.index) ? 231 : 16)
    rule.isBold = true
    return rule
  }
}
