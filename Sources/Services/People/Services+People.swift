import AppCore
import FoundationEssentials
import LocalMirror
import Sales
import ZohoAPI

/// What the screen of contacts, accounts and leads asks for.
extension Services {
  func perform(_ effect: PeopleEffect) async {
    switch effect {
    case .load(let query, let anchor, let limit):
      post(
        .people(
          .loaded(query, reading { try $0.people(query, around: anchor, limit: limit) })))
    case .count:
      tellOrPost(reading { try $0.peopleCounts() }) { .counted($0) }
    case .sum(let query):
      tellOrPost(reading { try $0.openDeals(of: query) }) { .summed(query, $0) }
    case .loadFolder(let list, let id):
      post(.people(.folderLoaded(list, id: id, reading { try $0.personFolder(id, in: list) })))
      await refreshFolder(list, id)
    case .prepareConversion(let key):
      post(.people(.conversionPrepared(key, await result { try await leadOptions(key) })))
    case .saveFile(let file, let key):
      switch await result({ try await save(file, of: key) }) {
      case .success(let path):
        post(.told(Event(time: clock.now(), kind: .done, text: "The file is in \(path)")))
      case .failure(let failure): tell(failure)
      }
    case .browse(let address):
      if case .success(true) = await result({ try files.open(address) }) { return }
      tell(.invalid("no browser could be opened: \(address)"))
    }
  }

  private func tellOrPost<Value>(
    _ result: Result<Value, Failure>, _ action: (Value) -> PeopleAction
  ) {
    switch result {
    case .success(let value): post(.people(action(value)))
    case .failure(let failure): tell(failure)
    }
  }

  /// Fetches what the local copy keeps only on demand, where the cursor rests: the whole record, its
  /// notes and its mails.
  private func refreshFolder(_ list: PeopleList, _ id: String) async {
    guard await attention.isStillOn(id) else { return }
    do {
      guard try await mirror.refresh(id, of: list.module, gateway, .interactive) != nil else {
        let gone = Failure.invalid("it is no longer there; r brings the list up to date")
        return post(.people(.folderLoaded(list, id: id, .failure(gone))))
      }
      if try mirror.read({ try $0.layouts(of: list.module) }).isEmpty {
        _ = try await synchronizer.synchronizeLayouts(of: list.module)
      }
      for try await page in gateway.pages(.notes(of: id, in: list.module), .interactive) {
        try mirror.write { try $0.save(notes: page.rows) }
      }
      var folder = try mirror.read { try $0.personFolder(id, in: list) }
      post(.people(.folderLoaded(list, id: id, .success(folder))))
      folder.mails = try await gateway.send(.mails(of: id, in: list.module), .interactive)
      folder.files = []
      for try await page in gateway.pages(.attachments(of: id, in: list.module), .interactive) {
        folder.files? += page.rows.map {
          RecordFile(id: $0.id, name: $0.name, size: $0.size, time: $0.time)
        }
      }
      post(.people(.folderLoaded(list, id: id, .success(folder))))
    } catch {
      // The pane already shows what the local copy has; why it is not fresher goes to the log.
      tell(Failure(error))
    }
  }

  private func save(_ file: RecordFile, of key: RecordKey) async throws -> String {
    let data = try await gateway.send(
      .attachment(file.id, of: key.id, in: key.module), .interactive)
    // It is not opened: what hangs on a record may be anything, from anybody.
    return try files.save(data, file.safeName, files.downloads)
  }

  private func leadOptions(_ key: RecordKey) async throws -> LeadOptions {
    guard
      let lead = try await mirror.refresh(key.id, of: key.module, gateway, .interactive)
    else { throw Failure.invalid("the lead is no longer there") }
    let matches = try await gateway.send(.conversionOptions(ofLead: key.id), .interactive)
    func keys(_ rows: [RecordFields], _ module: String, _ name: String) -> [RecordKey] {
      rows.compactMap { row in
        row["id"]?.text.map { id in
          let words = (row["name"] ?? row[name]).map { RecordValue($0).text } ?? id
          return RecordKey(module: module, id: id, name: words)
        }
      }
    }
    return LeadOptions(
      lead: lead, accounts: keys(matches.accounts, "Accounts", "Account_Name"),
      contacts: keys(matches.contacts, "Contacts", "Full_Name"),
      deals: try await layout(of: "Deals", for: nil))
  }
}

extension RecordFile {
  /// Its name as it may stand on a disk: letters, digits and `-_.`, at most eighty, no dot in front.
  var safeName: String {
    let kept = name.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "_"
    }
    let name = String(kept.drop { $0 == "." }.suffix(80))
    return name.isEmpty ? "file" : name
  }
}
