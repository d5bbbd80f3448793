import GRDB

/// Notes under the record they hang on.
/// https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html
extension CRMCall {
  static let noteRoutes = [
    CRMRoute("GET", "{module}/{id}/Notes", "modules.{module}.READ") {
      try $0.relatedList($0.module(), $0.relatedID(), "Notes")
    },
    CRMRoute("POST", "{module}/{id}/Notes", "modules.{module}.READ") {
      try $0.insertNotes($0.module(), $0.relatedID())
    },
    CRMRoute("PUT", "{module}/{id}/Notes", "modules.{module}.READ") {
      try $0.updateNotes($0.module(), $0.relatedID())
    },
    CRMRoute("DELETE", "{module}/{id}/Notes", "modules.{module}.READ") {
      try $0.deleteNotes($0.module(), $0.relatedID())
    },
    CRMRoute("GET", "{module}/{id}/Notes/{note}", "modules.{module}.READ") {
      try $0.note($0.noteID(), of: $0.module(), $0.recordID())
    },
    CRMRoute("PUT", "{module}/{id}/Notes/{note}", "modules.{module}.READ") {
      try $0.updateNotes($0.module(), $0.recordID(), only: $0.noteID())
    },
    CRMRoute("DELETE", "{module}/{id}/Notes/{note}", "modules.{module}.READ") {
      try $0.deleteNotes($0.module(), $0.recordID(), only: $0.noteID())
    },
  ]

  private func noteID() throws -> Int64 { try id(parameters["note"] ?? "", index: 3) }

  /// `POST /{module}/{id}/Notes`: the parent is the one of the path.
  func insertNotes(_ parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    let notes = try module("Notes", "CREATE", index: 2)
    try requireRecord(parent, id)
    let rows = try rows(body(), atMost: 200).map { row -> JSONValue in
      guard var object = row.objectValue else { return row }
      object["Parent_Id"] = [
        "module": ["api_name": .string(parent.apiName)], "id": .string(String(id)),
      ]
      return .object(object)
    }
    return RowOutcome.reply(try insert(rows, into: notes), success: 201)
  }

  /// `PUT /{module}/{id}/Notes` and `…/Notes/{note}`
  func updateNotes(_ parent: CRMModule, _ id: Int64, only note: Int64? = nil) throws -> ZohoReply {
    let notes = try module("Notes", "UPDATE", index: 2)
    try requireRecord(parent, id)
    let rows = try rows(body(), atMost: note == nil ? 200 : 1)
    let writer = try RecordWriter(notes, self)
    let outcomes = try rows.enumerated().map { index, row in
      try outcome {
        let noteID = try note ?? rowID(row, index: index)
        guard try hangs(noteID, on: id) else {
          throw RowOutcome.failure(.unknownID, "id", row: index)
        }
        try writer.update(noteID, row, index: index)
        return try updated(writer, noteID)
      }
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  /// `GET /{module}/{id}/Notes/{note}`
  func note(_ note: Int64, of parent: CRMModule, _ id: Int64) throws -> ZohoReply {
    let notes = try module("Notes", "READ", index: 2)
    try requireRecord(parent, id)
    return try hangs(note, on: id) ? get(notes, note) : .empty(204)
  }

  /// `DELETE /{module}/{id}/Notes?ids=` and `…/Notes/{note}`
  func deleteNotes(_ parent: CRMModule, _ id: Int64, only note: Int64? = nil) throws -> ZohoReply {
    let notes = try module("Notes", "DELETE", index: 2)
    try requireRecord(parent, id)
    let ids = try note.map { [String($0)] } ?? names(parameter("ids"))
    let outcomes = try ids.map { text -> RowOutcome in
      guard let noteID = Int64(text), try hangs(noteID, on: id) else {
        return .failure("INVALID_DATA", "record not deleted", ["id": .string(text)])
      }
      return try delete(text, from: notes)
    }
    return RowOutcome.reply(outcomes, success: 200)
  }

  private func hangs(_ note: Int64, on parent: Int64) throws -> Bool {
    try Row.fetchOne(
      db, sql: "SELECT 1 FROM crm_Notes WHERE id = ? AND \"Parent_Id\" = ?",
      arguments: [note, parent]) != nil
  }
}
