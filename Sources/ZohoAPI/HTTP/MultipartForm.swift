import FoundationEssentials

/// A form with a file in it, as `multipart/form-data` (RFC 7578).
public struct MultipartForm: Hashable, Sendable {
  /// A file to send.
  public struct File: Hashable, Sendable {
    /// The name it gets at Zoho.
    public let name: String
    /// What is in it.
    public let content: Data

    /// A file to send.
    public init(name: String, content: Data) {
      self.name = name
      self.content = content
    }
  }

  /// The body.
  public let body: Data
  /// What the header says of it, boundary included.
  public let contentType: String

  /// A form of one file.
  ///
  /// - Parameter part: The name of the part, `file` or `attachment`.
  public init(_ file: File, as part: String) {
    var boundary = "fairlead-boundary"
    // Anything will do that the file does not have.
    while file.content.firstRange(of: Data(boundary.utf8)) != nil { boundary += "-" }
    let name = file.name.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
    let head =
      "--\(boundary)\r\n"
      + "Content-Disposition: form-data; name=\"\(part)\"; filename=\"\(name)\"\r\n"
      + "Content-Type: \(Self.type(of: name))\r\n\r\n"
    body = Data(head.utf8) + file.content + Data("\r\n--\(boundary)--\r\n".utf8)
    contentType = "multipart/form-data; boundary=\(boundary)"
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last?.lowercased() {
    case "pdf": "application/pdf"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "bmp": "image/bmp"
    case "csv": "text/csv"
    case "txt": "text/plain"
    case "zip": "application/zip"
    default: "application/octet-stream"
    }
  }
}
