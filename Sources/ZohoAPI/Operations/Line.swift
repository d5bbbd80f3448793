/// A line of a table: an operation as it is written down, without what its resource says for all.
struct Line {
  let verb: String
  let method: Method
  /// The path: below the resource's own when it does not begin with `/`; `{id}` is the resource's id.
  let path: String
  let purpose: String
  let parameters: String
  let body: Takes
  let answer: Gives
  let safety: Operation.Safety
  /// The last part of the scope, or the whole of it, where it is not what the method says.
  var scope: String?

  /// What is sent, where the resource may say it.
  enum Takes {
    /// A record of the resource, as JSON.
    case record
    case body(Operation.Body)
  }

  /// What comes back, where the resource may say it.
  enum Gives {
    /// One record of the resource.
    case record
    /// Several of them.
    case rows
    /// What became of it.
    case outcome
    case answer(Operation.Answer)

    init(_ answer: Operation.Answer?, else usual: Gives) {
      self = answer.map { .answer($0) } ?? usual
    }
  }

  /// The line, with a scope that is not what its method says: `DELETE`, or all of it.
  func asking(for scope: String) -> Line {
    var line = self
    line.scope = scope
    return line
  }

  /// Reads a list, page by page.
  static func list(
    _ verb: String = "list", _ path: String = "", _ purpose: String, _ parameters: String = "",
    gives: String? = nil
  ) -> Line {
    Line(
      verb: verb, method: .get, path: path, purpose: purpose,
      parameters: parameters + " page per_page", body: .body(.none),
      answer: Gives(gives.map { .rows($0) }, else: .rows), safety: .reads)
  }

  /// Reads.
  static func get(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    gives answer: Operation.Answer? = nil
  ) -> Line {
    Line(
      verb: verb, method: .get, path: path, purpose: purpose, parameters: parameters,
      body: .body(.none), answer: Gives(answer, else: .record), safety: .reads)
  }

  /// Asks by `POST`, since the question is long.
  static func ask(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    body: Operation.Body = .json(rows: nil), gives answer: Operation.Answer
  ) -> Line {
    Line(
      verb: verb, method: .post, path: path, purpose: purpose, parameters: parameters,
      body: .body(body), answer: .answer(answer), safety: .reads)
  }

  /// Makes something.
  static func create(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    body: Operation.Body? = nil, gives answer: Operation.Answer? = nil,
    safety: Operation.Safety = .once
  ) -> Line {
    Line(
      verb: verb, method: .post, path: path, purpose: purpose, parameters: parameters,
      body: body.map { .body($0) } ?? .record, answer: Gives(answer, else: .record),
      safety: safety)
  }

  /// Changes something.
  static func update(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    by method: Method = .put, body: Operation.Body? = nil, gives answer: Operation.Answer? = nil,
    safety: Operation.Safety = .repeatable
  ) -> Line {
    Line(
      verb: verb, method: method, path: path, purpose: purpose, parameters: parameters,
      body: body.map { .body($0) } ?? .record, answer: Gives(answer, else: .record),
      safety: safety)
  }

  /// Does something to what is there.
  static func act(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    by method: Method = .post, body: Operation.Body = .none,
    gives answer: Operation.Answer? = nil, safety: Operation.Safety = .repeatable
  ) -> Line {
    Line(
      verb: verb, method: method, path: path, purpose: purpose, parameters: parameters,
      body: .body(body), answer: Gives(answer, else: .outcome), safety: safety)
  }

  /// Takes something away.
  static func delete(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    gives answer: Operation.Answer? = nil
  ) -> Line {
    Line(
      verb: verb, method: .delete, path: path, purpose: purpose, parameters: parameters,
      body: .body(.none), answer: Gives(answer, else: .outcome), safety: .deletes)
  }

  /// Sends mail.
  static func mail(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    body: Operation.Body = .optionalJSON, gives answer: Operation.Answer? = nil
  ) -> Line {
    Line(
      verb: verb, method: .post, path: path, purpose: purpose, parameters: parameters,
      body: .body(body), answer: Gives(answer, else: .outcome), safety: .mail)
  }

  /// Sends a file.
  static func upload(
    _ verb: String, _ path: String, _ purpose: String, _ parameters: String = "",
    as part: String, gives answer: Operation.Answer? = nil
  ) -> Line {
    Line(
      verb: verb, method: .post, path: path, purpose: purpose, parameters: parameters,
      body: .body(.file(part)), answer: Gives(answer, else: .outcome), safety: .once)
  }
}
