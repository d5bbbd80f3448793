import Crypto
import FoundationEssentials
import GRDB

/// A file that a client sent. Its id is 64 hexadecimal digits, as Zoho's are.
struct StoredFile: Codable, FetchableRecord, PersistableRecord, Sendable {
  static let databaseTableName = "crm_files"

  /// 100 MB, for attachments as for files.
  static let largest = 100 << 20

  var id: String
  var name: String
  var contentType: String
  var content: Data
  /// Seconds since 1970.
  var createdTime: Int64

  enum CodingKeys: String, CodingKey {
    case id, name, content
    case contentType = "content_type"
    case createdTime = "created_time"
  }

  /// Keeps a file under a new id.
  static func keep(_ file: MultipartForm.File, at seconds: Int64, _ db: Database) throws
    -> StoredFile
  {
    let number = try RecordIDs.next(.crm, db)
    let id = SHA256.hash(data: Data("file \(number)".utf8)).map { byte in
      byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16)
    }.joined()
    let stored = StoredFile(
      id: id, name: file.name, contentType: file.contentType, content: file.data,
      createdTime: seconds)
    try stored.insert(db)
    return stored
  }

  /// The bytes, under the name that they came with.
  var reply: ZohoReply {
    .data(contentType: contentType, content).adding(
      header: "Content-Disposition",
      "attachment;filename*=UTF-8''\(NamedValues.encoded(name))")
  }
}
