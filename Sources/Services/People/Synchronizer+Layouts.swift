import AppCore
import FoundationEssentials
import LocalMirror
import Sales
import Screen
import ZohoAPI

extension Synchronizer {
  /// The modules whose forms are ready before anybody asks.
  private static let withForms = [
    "Contacts", "Accounts", "Leads", "Deals", "Tasks", "Events", "Calls",
  ]

  /// How long layouts are taken for unchanged, in seconds.
  private static let patience: TimeInterval = 86_400

  /// Fetches the leads that changed.
  func synchronizeLeads() async throws {
    try await synchronize(.leads, module: "Leads") {
      .leads(modifiedSince: $0)
    } save: {
      try $0.save(leads: $1)
    }
  }

  /// Fetches the layouts that are a day old. What fails is told; records do without it.
  func synchronizeLayouts() async {
    for module in Self.withForms {
      do {
        let synced = try mirror.read { try $0.cursor(for: "layouts of \(module)")?.synced }
        if let synced, clock.now().timeIntervalSince(synced) < Self.patience { continue }
        _ = try await synchronizeLayouts(of: module)
      } catch {
        post(
          .told(
            Event(
              time: clock.now(), kind: .warning,
              text: "the form of \(module): \(Failure(error).message.string)")))
        return
      }
    }
  }

  /// Fetches the layouts of a module, with which choices depend on which.
  func synchronizeLayouts(of module: String) async throws -> [FormLayout] {
    var layouts = try await gateway.send(.formLayouts(of: module), .background)
    for place in layouts.indices {
      let id = layouts[place].id
      var ids: [String] = []
      for try await page in gateway.pages(.dependencyIDs(layout: id, of: module), .background) {
        ids += page.rows
      }
      for dependency in ids {
        for found in try await gateway.send(
          .dependency(dependency, layout: id, of: module), .background)
        {
          layouts[place].add(found)
        }
      }
    }
    try mirror.write { [layouts, clock] writer in
      try writer.replace(layouts: layouts, of: module)
      try writer.setCursor(
        SyncCursor(module: "layouts of \(module)", position: nil, synced: clock.now()))
    }
    return layouts
  }
}

extension FormLayout {
  /// Notes that one field's choices depend on another.
  fileprivate mutating func add(_ dependency: ChoiceDependency) {
    for section in sections.indices {
      for field in sections[section].fields.indices
      where sections[section].fields[field].apiName == dependency.child {
        sections[section].fields[field].dependency = FormField.Dependency(
          parent: dependency.parent, choices: dependency.choices)
      }
    }
  }
}
