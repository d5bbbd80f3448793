/// Which call is which: the table of paths.
extension CRMCall {
  func answer(_ path: [String]) throws -> ZohoReply {
    let rest = Array(path.dropFirst())
    switch path[0] {
    case "settings": return try settings(rest)
    case "org": return try organization(rest)
    case "users": return try users(rest)
    case "coql" where rest.isEmpty:
      guard request.method == "POST" else { throw Refusal.crmWrongMethod }
      return try coql()
    default: return try records(path[0], rest)
    }
  }

  private func records(_ name: String, _ path: [String]) throws -> ZohoReply {
    guard metadata.module(name)?.isAPISupported == true else {
      throw Refusal.crmUnknownModule(0)
    }
    switch (path.first, path.count) {
    case (nil, _): return try collection(name)
    case ("search", 1):
      try onlyMethod("GET")
      return try search(module(name, "READ"))
    case ("deleted", 1):
      try onlyMethod("GET")
      return try deleted(module(name, "READ"))
    case ("upsert", 1):
      try onlyMethod("POST")
      return try upsert(module(name, "CREATE"))
    case ("actions", 2) where path[1] == "count":
      try onlyMethod("GET")
      return try count(module(name, "READ"))
    case (let id?, 1): return try single(name, id)
    case (let id?, 2): return try related(name, id, path[1])
    case (let id?, 3) where path[1] == "Notes": return try relatedNote(name, id, path[2])
    default: throw Refusal.crmUnknownPath
    }
  }

  private func collection(_ name: String) throws -> ZohoReply {
    switch request.method {
    case "GET": return try list(module(name, "READ"))
    case "POST": return try insert(module(name, "CREATE"))
    case "PUT": return try update(module(name, "UPDATE"))
    case "DELETE": return try delete(module(name, "DELETE"))
    default: throw Refusal.crmWrongMethod
    }
  }

  private func single(_ name: String, _ text: String) throws -> ZohoReply {
    switch request.method {
    case "GET":
      let module = try module(name, "READ")
      return try get(module, id(text, index: 1))
    case "PUT":
      let module = try module(name, "UPDATE")
      return try update(module, only: id(text, index: 1))
    case "DELETE":
      let module = try module(name, "DELETE")
      return try delete(module, [id(text, index: 1)])
    default: throw Refusal.crmWrongMethod
    }
  }

  private func related(_ name: String, _ text: String, _ list: String) throws -> ZohoReply {
    let parent = try module(name, "READ")
    guard Int64(text) != nil else { throw Refusal.crmUnknownPath }
    let id = try id(text, index: 1)
    switch (request.method, list) {
    case ("GET", _): return try relatedList(parent, id, list)
    case ("POST", "Notes"): return try insertNotes(parent, id)
    case ("PUT", "Notes"): return try updateNotes(parent, id)
    case ("DELETE", "Notes"): return try deleteNotes(parent, id)
    default:
      guard metadata.relatedLists.contains(where: { $0.module == name && $0.apiName == list })
      else { throw Refusal.crmUnknownPath }
      throw Refusal.crmWrongMethod
    }
  }

  private func relatedNote(_ name: String, _ text: String, _ note: String) throws -> ZohoReply {
    let parent = try module(name, "READ")
    let id = try id(text, index: 1)
    let noteID = try self.id(note, index: 3)
    switch request.method {
    case "GET": return try self.note(noteID, of: parent, id)
    case "PUT": return try updateNotes(parent, id, only: noteID)
    case "DELETE": return try deleteNotes(parent, id, only: noteID)
    default: throw Refusal.crmWrongMethod
    }
  }

  private func onlyMethod(_ method: String) throws {
    guard request.method == method else { throw Refusal.crmWrongMethod }
  }
}
