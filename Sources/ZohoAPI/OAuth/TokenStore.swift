import FoundationEssentials

/// An access token with what has to be known to use it.
public struct IssuedToken: Hashable, Sendable {
  /// The token.
  public let token: Secret
  /// When it dies.
  public let expires: Date
  /// The product host it is for, as the table of data centres allows it.
  public let api: String

  /// An access token for a product host.
  public init(token: Secret, expires: Date, api: String) {
    self.token = token
    self.expires = expires
    self.api = api
  }
}

/// Where an access token is kept between runs and between processes.
///
/// Zoho makes ten access tokens from one refresh token in ten minutes and then refuses, so a program
/// that is started often keeps the last one. The closures deal with their own failures: a token that
/// cannot be kept is still good for this run.
public struct TokenStore: Sendable {
  /// The kept token, nil when there is none.
  public var load: @Sendable () async -> IssuedToken?
  /// Keeps a token.
  public var save: @Sendable (IssuedToken) async -> Void
  /// Runs the work while no other process renews the same token.
  public var exclusively: @Sendable (@escaping @Sendable () async -> Void) async -> Void

  /// Keeps that no token may be asked for before that time: Zoho counts the questions of all
  /// processes together.
  public var pause: @Sendable (Date) async -> Void
  /// Before when none may be asked for; nil when it may.
  public var pausedUntil: @Sendable () async -> Date?

  /// A place for a token. Without `exclusively`, processes do not wait for each other; without
  /// `pause`, one does not know that another was told to stop asking.
  public init(
    load: @escaping @Sendable () async -> IssuedToken?,
    save: @escaping @Sendable (IssuedToken) async -> Void,
    pause: @escaping @Sendable (Date) async -> Void = { _ in },
    pausedUntil: @escaping @Sendable () async -> Date? = { nil },
    exclusively: @escaping @Sendable (@escaping @Sendable () async -> Void) async -> Void = {
      await $0()
    }
  ) {
    self.load = load
    self.save = save
    self.pause = pause
    self.pausedUntil = pausedUntil
    self.exclusively = exclusively
  }

  /// Keeps nothing beyond this run.
  public static let none = TokenStore(load: { nil }, save: { _ in })
}
