import AppCore
import FoundationEssentials
import LocalMirror
import Sales
import ZohoAPI

/// What forms of records ask for.
extension Services {
  func perform(_ effect: FormEffect) async {
    switch effect {
    case .load(let purpose, let initial): await load(purpose, initial)
    case .find(let module, let words, let field): await find(words, in: module, for: field)
    case .findLookalikes(let purpose, let values):
      guard case .create(let module) = purpose else { return }
      if case .success(let found) = reading({ try $0.lookalikes(of: values, in: module) }) {
        post(.form(.lookalikes(purpose, found.map(RecordMatch.init))))
      }
    }
  }

  private func load(_ purpose: RecordForm.Purpose, _ initial: [String: RecordValue]) async {
    let loaded = await result { try await start(purpose, initial) }
    post(.form(.loaded(purpose, loaded)))
    guard case .edit(let key) = purpose, case .success(let shown) = loaded else { return }
    do {
      // The form shows the local copy already; what Zoho has now follows where nothing was typed.
      guard let now = try await mirror.refresh(key.id, of: key.module, gateway, .interactive),
        now != shown.record
      else { return }
      post(.form(.refreshed(now)))
    } catch {
      tell(Failure(error))
    }
  }

  private func start(
    _ purpose: RecordForm.Purpose, _ initial: [String: RecordValue]
  ) async throws -> FormStart {
    switch purpose {
    case .custom: throw Failure.invalid("this form is not made from a layout")
    case .create(let module):
      return FormStart(
        layout: try await layout(of: module, for: nil), record: nil, initial: initial,
        noun: module.noun)
    case .edit(let key):
      var known = try mirror.read { try $0.record(key.id, of: key.module) }
      if known == nil {
        known = try await mirror.refresh(key.id, of: key.module, gateway, .interactive)
      }
      guard let record = known else {
        throw Failure.invalid("\(key.name) is no longer there")
      }
      return FormStart(
        layout: try await layout(of: key.module, for: record), record: record, initial: initial,
        noun: key.module.noun)
    }
  }

  /// The layout of a record, or the module's first one, from the local copy or, once, from Zoho.
  func layout(of module: String, for record: RecordSnapshot?) async throws -> FormLayout {
    var layouts = try mirror.read { try $0.layouts(of: module) }
    if layouts.isEmpty { layouts = try await synchronizer.synchronizeLayouts(of: module) }
    var chosen = layouts.first
    if case .reference(let id, _)? = record?.values["Layout"] {
      chosen = layouts.first { $0.id == id } ?? chosen
    }
    guard let chosen else { throw Failure.invalid("CRM has no layout for \(module)") }
    return try mirror.read { try $0.withStages(chosen) }
  }

  private func find(_ words: String, in module: String, for field: String) async {
    let local = reading { try $0.matches(words, in: module, limit: 30) }
    guard case .success(let known) = local else { return }
    let isComplete = module == FormField.users || words.trimmedWords.count < 2
    let matches = known.map(RecordMatch.init)
    post(.form(.found(field: field, words: words, matches, isComplete: isComplete)))
    guard !isComplete, await attention.isStillOn("\(field) \(words)") else { return }
    var all = matches
    do {
      let list = List.search(module, by: .word(words), fields: ["Email", "Account_Name"])
      for try await page in gateway.pages(list, .interactive) {
        for row in page.rows {
          let record = RecordSnapshot(row, of: module)
          guard !all.contains(where: { $0.key.id == record.id }) else { continue }
          all.append(
            RecordMatch(
              key: RecordKey(
                module: module, id: record.id, name: record.name.isEmpty ? words : record.name),
              detail: record["Email"].text))
        }
        break
      }
    } catch {
      tell(Failure(error))
    }
    post(.form(.found(field: field, words: words, all, isComplete: true)))
  }
}

extension RecordMatch {
  init(_ found: FoundRecord) {
    self.init(key: found.key, detail: found.detail)
  }
}

extension String {
  /// One of a module's records, as people call it.
  fileprivate var noun: String {
    let singular = hasSuffix("ies") ? dropLast(3) + "y" : hasSuffix("s") ? dropLast() : self[...]
    return singular.lowercased().map { $0 == "_" ? " " : String($0) }.joined()
  }

  fileprivate var trimmedWords: String { filter { !$0.isWhitespace } }
}
