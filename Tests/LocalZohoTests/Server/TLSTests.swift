import Foundation
import Testing

@testable import LocalZoho

@Suite(.timeLimit(.minutes(5))) struct TLSTests {
  /// Self-signed for 127.0.0.1 and localhost; made for these tests and used nowhere else.
  private static let certificate = """
    -----BEGIN CERTIFICATE-----
    MIIBpTCCAUugAwIBAgIUGmJD7i1gD0kzy0zDKu55hhhwIaIwCgYIKoZIzj0EAwIw
    GTEXMBUGA1UEAwwOTG9jYWxab2hvIHRlc3QwIBcNMjYxMTI0MTczNjE4WhgPMjEy
    NjEwMzExNzM2MThaMBkxFzAVBgNVBAMMDkxvY2FsWm9obyB0ZXN0MFkwEwYHKoZI
    zj0CAQYIKoZIzj0DAQcDQgAEw3aCR2PxA0THMPwQoRg2UvSImP2fGaWn7kUcVQKO
    hx5iycNV9qWQJJRNwtX3TQ7akssCinYv6cypaGiD6o+GQKNvMG0wHQYDVR0OBBYE
    FH4DATOz7Mw+MsXy9lOms/a9l/3qMB8GA1UdIwQYMBaAFH4DATOz7Mw+MsXy9lOm
    s/a9l/3qMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYcEfwAAAYIJbG9jYWxo
    b3N0MAoGCCqGSM49BAMCA0gAMEUCIEnYibPr3VWuNBfcN+bXYN8gtG+Fv+5fLB5e
    TYnwuO1FAiEAgJrAoXReIAI6F3qD2TcM731M09fT4uXLEMKgnA3E5Os=
    -----END CERTIFICATE-----
    """
  private static let key = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevo8Z9Hw6JFsyHQ2
    BFGm3Pa/zvZ+vmqeU9BCOP1tKF2hRANCAATDdoJHY/EDRMcw/BChGDZS9IiY/Z8Z
    pafuRRxVAo6HHmLJw1X2pZAklE3C1fdNDtqSywKKdi/pzKloaIPqj4ZA
    -----END PRIVATE KEY-----
    """
  private static let otherKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYAGep02LyO0vjhxp
    bc6Bt+vpiq+MOZWaHS8ezD5yf9KhRANCAAR8rKjpEatL6jTFUM/nxGbb05sqEJug
    SxVOoc/x4043CZjU4YYFTO9x9xXcta8cI98LqAlogNyJqHPhKhAqh6K3
    -----END PRIVATE KEY-----
    """

  private func post(_ url: String, _ form: NamedValues) async throws -> OutgoingPost.Reply {
    try await OutgoingPost(
      url: url, contentType: "application/x-www-form-urlencoded", body: Data(form.urlEncoded.utf8)
    ).send().get()
  }

  @Test func withACertificateEveryAddressIsHTTPS() async throws {
    let identity = try ZohoServer.TLSIdentity(certificate: Self.certificate, key: Self.key)
    try await TestServer.run(configure: { $0.tls = identity }) { zoho async throws in
      let known = zoho.connection
      #expect(known.url == "https://127.0.0.1:\(zoho.port)")
      let tokens = try await post(
        known.url + "/oauth/v2/token",
        [
          "grant_type": "refresh_token", "client_id": known.clientID,
          "client_secret": known.clientSecret, "refresh_token": known.refreshToken,
        ])
      #expect(tokens.status == 200)
      #expect(try JSONValue(parsing: tokens.body)["api_domain"] == .string(known.url))
      let device = try await post(
        known.url + "/oauth/v3/device/code",
        [
          "grant_type": "device_request", "client_id": known.deviceClientID,
          "scope": "ZohoCRM.modules.READ",
        ])
      #expect(
        try JSONValue(parsing: device.body)["verification_url"]
          == .string(known.url + "/oauth/v3/device"))
      let plain = try await zoho.send("GET", "/oauth/serverinfo")
      #expect(plain.status == nil)
    }
  }

  @Test func aWrongCertificateOrKeyIsNamed() {
    typealias Identity = ZohoServer.TLSIdentity
    #expect(throws: Identity.Problem.noCertificate(source: "The certificate")) {
      try Identity(certificate: "nothing", key: Self.key)
    }
    #expect(throws: Identity.Problem.noKey(source: "The key")) {
      try Identity(certificate: Self.certificate, key: Self.certificate)
    }
    #expect(throws: Identity.Problem.mismatch) {
      try Identity(certificate: Self.certificate, key: Self.otherKey)
    }
    #expect(throws: Identity.Problem.unreadable("/nowhere/cert.pem")) {
      try Identity(certificateFile: "/nowhere/cert.pem", keyFile: "/nowhere/key.pem")
    }
    #expect(
      Identity.Problem.noKey(source: "/tmp/key.pem").description
        == "/tmp/key.pem holds no private key that can be read. It must be PEM, without a passphrase."
    )
  }
}
