import Synchronization

/// Which data centre this server stands for, where the others are, and where its user lives.
/// https://www.zoho.com/accounts/protocol/oauth/multi-dc.html
final class DataCentres: Sendable {
  struct Places: Hashable, Sendable {
    /// The own `location`: us, eu, in, au, jp, ca, cn, sa, uk, ae.
    var own = "us"
    /// The accounts servers of other locations.
    var others: [String: String] = [:]
    /// Where whoever consents here lives.
    var home: String

    init(own: String = "us", others: [String: String] = [:], home: String? = nil) {
      self.own = own
      self.others = others
      self.home = home ?? own
    }
  }

  private let kept: Mutex<Places>

  init(_ places: Places = Places()) { kept = Mutex(places) }

  var places: Places {
    get { kept.withLock { $0 } }
    set { kept.withLock { $0 = newValue } }
  }

  /// The accounts server where the user lives, when that is elsewhere.
  var homeElsewhere: (location: String, accounts: String)? {
    let places = places
    guard places.home != places.own, let accounts = places.others[places.home] else { return nil }
    return (places.home, accounts)
  }
}
