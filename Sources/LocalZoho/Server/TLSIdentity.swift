import FoundationEssentials
import NIOSSL

extension ZohoServer {
  /// A certificate, with those that vouch for it, and its private key.
  public struct TLSIdentity: Sendable {
    let certificates: [NIOSSLCertificate]
    let key: NIOSSLPrivateKey

    /// Why a certificate or key cannot be used.
    public enum Problem: Error, Hashable, CustomStringConvertible {
      /// The file cannot be read: its path.
      case unreadable(String)
      /// There is no PEM certificate in what `source` names.
      case noCertificate(source: String)
      /// There is no unencrypted PEM private key in what `source` names.
      case noKey(source: String)
      /// The key is not the one of the certificate.
      case mismatch

      /// What is wrong, where, and what to do next.
      public var description: String {
        switch self {
        case .unreadable(let path): "\(path) cannot be read. Give the path of a PEM file."
        case .noCertificate(let source):
          "\(source) holds no PEM certificate. It must have a BEGIN CERTIFICATE line."
        case .noKey(let source):
          "\(source) holds no private key that can be read. It must be PEM, without a passphrase."
        case .mismatch: "The private key does not belong to the certificate."
        }
      }
    }

    /// Reads PEM texts.
    /// - Throws: ``Problem``.
    public init(certificate: String, key: String) throws {
      try self.init(
        certificate: Array(certificate.utf8), named: "The certificate", key: Array(key.utf8),
        named: "The key")
    }

    /// Reads PEM files.
    /// - Throws: ``Problem``.
    public init(certificateFile: String, keyFile: String) throws {
      try self.init(
        certificate: Self.bytes(certificateFile), named: certificateFile,
        key: Self.bytes(keyFile), named: keyFile)
    }

    private init(
      certificate: [UInt8], named certificateName: String, key: [UInt8], named keyName: String
    ) throws {
      guard let certificates = try? NIOSSLCertificate.fromPEMBytes(certificate),
        let first = certificates.first
      else { throw Problem.noCertificate(source: certificateName) }
      guard let key = try? NIOSSLPrivateKey(bytes: key, format: .pem) else {
        throw Problem.noKey(source: keyName)
      }
      let configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: [.certificate(first)], privateKey: .privateKey(key))
      guard (try? NIOSSLContext(configuration: configuration)) != nil else {
        throw Problem.mismatch
      }
      self.certificates = certificates
      self.key = key
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Problem.unreadable(path)
      }
      return Array(data)
    }

    var configuration: TLSConfiguration {
      .makeServerConfiguration(
        certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
    }
  }
}
