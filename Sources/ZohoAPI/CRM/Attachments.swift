import FoundationEssentials

/// A file that hangs on a record.
public struct Attachment: Hashable, Sendable, Codable {
  /// The id.
  public let id: String
  /// Its name.
  public let name: String
  /// How long it is, in bytes.
  public let size: Int?
  /// When it was hung there.
  public let time: Date?
  /// Who did.
  public let by: String?
}

extension List where Row == Attachment {
  /// The files of a record.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-attachments.html>
  public static func attachments(of id: String, in module: String) -> List<Attachment> {
    crm(
      .attachments(id, module),
      query: [("fields", "id,File_Name,Size,Created_Time,Created_By")]
    ) { (record: PlainRecord, _) in
      let fields = record.fields
      return Attachment(
        id: fields["id"]?.text ?? "", name: fields["File_Name"]?.text ?? "",
        size: fields["Size"]?.text.flatMap { Int($0) },
        time: fields["Created_Time"]?.text.flatMap(ZohoTime.parse), by: fields["Created_By"]?.text)
    }
  }
}

extension Request where Response == Data {
  /// A file of a record. An address that hangs there like a file cannot be downloaded.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/download-attachments.html>
  public static func attachment(_ attachment: String, of id: String, in module: String) -> Self {
    Request(
      .crm, .get, .attachments(id, module) + "/" + PathSegment.of(attachment),
      maximumBytes: 128 << 20
    ) { reply in reply.body }
  }
}

extension Request where Response == WrittenRecord {
  /// Hangs a file on a record, 100 MB at most.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/upload-attachment.html>
  public static func attach(_ file: MultipartForm.File, to id: String, in module: String) -> Self {
    let form = MultipartForm(file, as: "file")
    var request = Request(
      .crm, .post, .attachments(id, module), headers: [("content-type", form.contentType)],
      body: form.body
    ) { reply in try WriteResult.only(reply) }
    if file.content.count > 100 << 20 { request.problem = "\(file.name) is larger than 100 MB" }
    return request
  }

  /// Takes a file off a record.
  public static func removeAttachment(
    _ attachment: String, of id: String, in module: String
  ) -> Self {
    Request(.crm, .delete, .attachments(id, module) + "/" + PathSegment.of(attachment)) { reply in
      try WriteResult.only(reply)
    }
  }
}

extension String {
  fileprivate static func attachments(_ id: String, _ module: String) -> String {
    "/\(PathSegment.of(module))/\(PathSegment.of(id))/Attachments"
  }
}
