/// What a user of one organization signs in with.
public struct Credentials: Hashable, Sendable {
  /// The client's id, from Zoho's API console.
  public let clientID: String
  /// The client's secret, from the same place.
  public let clientSecret: Secret
  /// What access tokens are made from. Zoho never renews it.
  public let refreshToken: Secret
  /// The region in which it was made.
  public let dataCenter: DataCenter

  /// What a user signs in with.
  public init(
    clientID: String, clientSecret: Secret, refreshToken: Secret, dataCenter: DataCenter
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.refreshToken = refreshToken
    self.dataCenter = dataCenter
  }
}
