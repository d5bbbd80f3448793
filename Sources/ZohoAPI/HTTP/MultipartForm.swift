import FoundationEssentials

/// A form with files in it, as `multipart/form-data` (RFC 7578).
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
    self.init(fields: [], files: [(part, file)])
  }

  /// A form of named texts and files, in their order.
  public init(
    fields: [(name: String, value: String)], files: [(part: String, file: File)]
  ) {
    var boundary = "fairlead-boundary"
    let contents = fields.map { Data($0.value.utf8) } + files.map(\.file.content)
    // Anything will do that the contents do not have.
    while contents.contains(where: { $0.firstRange(of: Data(boundary.utf8)) != nil }) {
      boundary += "-"
    }
    var data = Data()
    for field in fields {
      let head =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.name(field.name))\""
      data += Data("\(head)\r\n\r\n\(field.value)\r\n".utf8)
    }
    for (part, file) in files {
      let name = Self.name(file.name)
      let head =
        "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(Self.name(part))\"; "
        + "filename=\"\(name)\"\r\nContent-Type: \(Self.type(of: name))\r\n\r\n"
      data += Data(head.utf8) + file.content + Data("\r\n".utf8)
    }
    body = data + Data("--\(boundary)--\r\n".utf8)
    contentType = "multipart/form-data; boundary=\(boundary)"
  }

  private static func name(_ text: String) -> String {
    text.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }
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
