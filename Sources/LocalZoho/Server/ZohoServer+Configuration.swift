import FoundationEssentials

extension ZohoServer {
  /// How a server is to be.
  public struct Configuration: Sendable {
    /// The port on 127.0.0.1; 0 takes a free one.
    public var port: Int
    /// The path of the database, or nil for one in memory.
    public var dataFile: String?
    /// What to fill a new database with; nil leaves it empty.
    public var seed: Seed?
    /// The clock that dates records and lets tokens expire.
    public var now: @Sendable () -> Date
    /// What a client may call.
    public var quotas: Quotas
    /// What is to go wrong.
    public var faults: [Fault]
    /// Told about errors of the server's own making, one line each.
    public var log: @Sendable (String) -> Void
    /// How long a Bulk Read or Bulk Write job takes; 0 is at once.
    public var bulkJobSeconds: Double = 3
    /// Answers by HTTPS with this certificate; nil answers by HTTP.
    public var tls: TLSIdentity? = nil
    /// The data centre it stands for: us, eu, in, au, jp, ca, cn, sa, uk, ae.
    public var location = "us"
    /// The accounts servers of other data centres by location.
    public var otherLocations: [String: String] = [:]
    /// The data centre where the user lives; nil is its own.
    public var userLocation: String? = nil

    /// In memory, on a free port, empty, unless said otherwise.
    public init(
      port: Int = 0, dataFile: String? = nil, seed: Seed? = nil,
      now: @escaping @Sendable () -> Date = { Date() }, quotas: Quotas = Quotas(),
      faults: [Fault] = [], log: @escaping @Sendable (String) -> Void = { _ in }
    ) {
      self.port = port
      self.dataFile = dataFile
      self.seed = seed
      self.now = now
      self.quotas = quotas
      self.faults = faults
      self.log = log
    }

    var data: ZohoStore.Location { dataFile.map(ZohoStore.Location.file) ?? .memory }
  }

  /// What a client needs to sign in. As JSON it has the keys of Zoho's own parameters.
  public struct Connection: Codable, Hashable, Sendable {
    /// The base of accounts and of every API, and what is answered as `api_domain`.
    public var url: String
    /// The client's id.
    public var clientID: String
    /// The client's secret.
    public var clientSecret: String
    /// A refresh token with every scope that this server knows.
    public var refreshToken: String
    /// The `organization_id` of Books.
    public var organizationID: String
    /// The id of a client for the device flow.
    public var deviceClientID: String
    /// That client's secret.
    public var deviceClientSecret: String

    enum CodingKeys: String, CodingKey {
      case url
      case clientID = "client_id"
      case clientSecret = "client_secret"
      case refreshToken = "refresh_token"
      case organizationID = "organization_id"
      case deviceClientID = "device_client_id"
      case deviceClientSecret = "device_client_secret"
    }
  }
}
