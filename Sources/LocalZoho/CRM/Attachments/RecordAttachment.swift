import FoundationEssentials
import GRDB

/// A file or a link that hangs on a record.
struct RecordAttachment: Codable, FetchableRecord, PersistableRecord, Hashable, Sendable {
  static let databaseTableName = "crm_attachments"

  var id: Int64
  var module: String
  var recordID: Int64
  var name: String
  /// Nil for a link.
  var fileID: String?
  var linkURL: String?
  /// In bytes.
  var size: Int
  var createdBy: Int64
  /// Seconds since 1970.
  var createdTime: Int64

  enum CodingKeys: String, CodingKey {
    case id, module, name, size
    case recordID = "record_id"
    case fileID = "file_id"
    case linkURL = "link_url"
    case createdBy = "created_by"
    case createdTime = "created_time"
  }

  static func find(_ id: Int64, of module: CRMModule, _ record: Int64, _ db: Database) throws
    -> RecordAttachment?
  {
    try filter(
      Column("id") == id && Column("module") == module.apiName && Column("record_id") == record
    ).fetchOne(db)
  }

  private var time: JSONValue {
    .string(Timestamp.crm(Date(timeIntervalSince1970: Double(createdTime))))
  }

  /// What the answer to an upload says.
  func details(_ users: CRMUsers) -> JSONValue {
    [
      "Modified_Time": time, "Modified_By": users.reference(createdBy), "Created_Time": time,
      "id": .string(String(id)), "Created_By": users.reference(createdBy),
    ]
  }

  /// The attachment with these fields, and what every one has.
  func json(_ fields: [String], parentName: String?, _ users: CRMUsers) throws -> JSONValue {
    let user = try JSONValue(parsing: users.json(createdBy))
    let all: JSONObject = [
      "Owner": user, "Modified_Time": time, "File_Name": .string(name), "Created_Time": time,
      "Size": .string(String(size)),
      "Parent_Id": ["name": JSONValue(parentName), "id": .string(String(recordID))],
      "Modified_By": user, "Created_By": user,
    ]
    var object: JSONObject = [
      "$editable": true, "$file_id": JSONValue(fileID),
      "$type": linkURL == nil ? "Attachment" : "Link URL", "$se_module": .string(module),
      "$state": "save", "$link_url": JSONValue(linkURL),
    ]
    // Zoho's description has these in every row, whatever was asked.
    let always = ["Created_Time", "Created_By", "Modified_Time", "Modified_By"]
    for member in all.members where fields.contains(member.name) || always.contains(member.name) {
      object[member.name] = member.value
    }
    object["id"] = .string(String(id))
    return .object(object)
  }
}
