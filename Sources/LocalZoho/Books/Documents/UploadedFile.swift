import Foundation

/// A file in a `multipart/form-data` body (RFC 7578), byte for byte.
struct UploadedFile {
  var name: String
  var data: Data

  /// The parts of a body that have a file name.
  static func all(in request: ZohoRequest) -> [UploadedFile] {
    guard let type = request.headers["Content-Type"],
      let mark = type.range(of: "boundary=", options: .caseInsensitive)
    else { return [] }
    let boundary = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
    let delimiter = Data("--\(boundary)".utf8)
    var files: [UploadedFile] = []
    var start = request.body.range(of: delimiter)?.upperBound
    while let partStart = start,
      let end = request.body.range(of: delimiter, in: partStart..<request.body.endIndex)
    {
      if let file = file(in: request.body[partStart..<end.lowerBound]) { files.append(file) }
      start = end.upperBound
    }
    return files
  }

  private static func file(in part: Data) -> UploadedFile? {
    guard let headEnd = part.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: part[..<headEnd.lowerBound], as: UTF8.self)
    guard let mark = head.range(of: "filename=\"") else { return nil }
    let name =
      head[mark.upperBound...].prefix { $0 != "\"" }
      .split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let content = part[headEnd.upperBound...]
    let hasLineEnd = content.suffix(2).elementsEqual("\r\n".utf8)
    return UploadedFile(name: name, data: Data(hasLineEnd ? content.dropLast(2) : content))
  }
}
