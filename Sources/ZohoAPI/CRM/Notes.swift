import FoundationEssentials
import Sales

extension List where Row == Note {
  /// All notes, least recently changed first.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/get-notes.html>
  public static func notes(modifiedSince: Date? = nil) -> List<Note> {
    module("Notes", fields: NoteRecord.CodingKeys.fieldNames, modifiedSince: modifiedSince) {
      (record: NoteRecord, _) in record.note
    }
  }

  /// The notes of one deal, in the server's order.
  public static func notes(of deal: Deal.ID) -> List<Note> {
    notes(of: deal.rawValue, in: "Deals")
  }

  /// The notes of one record, in the server's order.
  public static func notes(of record: String, in module: String) -> List<Note> {
    crm(
      "/\(PathSegment.of(module))/\(PathSegment.of(record))/Notes",
      query: [("fields", NoteRecord.CodingKeys.fieldNames.joined(separator: ","))]
    ) { (row: NoteRecord, _) in row.note(parent: record) }
  }
}

extension Request where Response == WrittenRecord {
  /// Puts a note on a record. At least one of title and content must hold something.
  ///
  /// <https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html>
  public static func addNote(
    title: String? = nil, content: String, to parent: String, of module: String = "Deals"
  ) -> Self {
    var fields: RecordFields = [
      "Note_Content": .text(content),
      "Parent_Id": .object([
        "id": .text(parent), "module": .object(["api_name": .text(module)]),
      ]),
    ]
    if let title { fields["Note_Title"] = .text(title) }
    return Request(.crm, .post, "/Notes", json: WriteBody(data: [fields])) { reply in
      try WriteResult.only(reply)
    }
  }
}

/// A record of module Notes.
struct NoteRecord: Decodable, Sendable {
  let note: Note

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id
    case title = "Note_Title"
    case content = "Note_Content"
    case parent = "Parent_Id"
    case owner = "Owner"
    case author = "Created_By"
    case createdTime = "Created_Time"
    case modifiedTime = "Modified_Time"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let created = try container.time(.createdTime) ?? Date(timeIntervalSince1970: 0)
    let author =
      try container.decodeIfPresent(Lookup.self, forKey: .author)
      ?? container.decodeIfPresent(Lookup.self, forKey: .owner)
    note = Note(
      id: Note.ID(try container.decode(String.self, forKey: .id)),
      title: try container.text(.title), content: try container.text(.content) ?? "",
      parent: try container.decodeIfPresent(Lookup.self, forKey: .parent)?.id ?? "",
      author: author?.name, createdTime: created,
      modifiedTime: try container.time(.modifiedTime) ?? created)
  }

  /// The note, where the list itself says whose it is.
  func note(parent: String) -> Note {
    var note = note
    note.parent = parent
    return note
  }
}
