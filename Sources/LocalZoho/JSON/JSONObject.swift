/// The members of a JSON object, in order. A name occurs once.
struct JSONObject: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONValue
  }

  private(set) var members: [Member] = []

  init() {}

  /// Later members replace earlier ones of the same name.
  init(_ members: [(String, JSONValue)]) {
    self.members.reserveCapacity(members.count)
    for (name, value) in members { self[name] = value }
  }

  /// Takes members whose names are known to differ.
  init(distinct members: [Member]) { self.members = members }

  var isEmpty: Bool { members.isEmpty }
  var count: Int { members.count }
  var names: [String] { members.map(\.name) }

  /// Reads nil when there is no such member. Writing keeps the place of an existing member, appends
  /// a new one, and writing nil removes it. (JSON's null is `JSONValue.null`.)
  subscript(name: String) -> JSONValue? {
    get { members.first { $0.name == name }?.value }
    set {
      let place = members.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
    }
  }

  func contains(_ name: String) -> Bool { members.contains { $0.name == name } }

  /// Appends without looking for an existing member of that name.
  mutating func append(_ name: String, _ value: JSONValue) {
    members.append(Member(name: name, value: value))
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }
}
