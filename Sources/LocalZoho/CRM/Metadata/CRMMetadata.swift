import GRDB
import Synchronization

/// The organization's modules, fields, layouts and pipelines, as they were when it was read.
struct CRMMetadata: Sendable {
  let modules: [CRMModule]
  let layouts: [CRMLayout]
  let pipelines: [CRMPipeline]
  let relatedLists: [CRMRelatedList]
  let customViews: [CRMCustomView]
  private let moduleNamed: [String: CRMModule]
  private let fieldsOf: [String: [CRMField]]
  private let fieldNamed: [String: [String: CRMField]]

  init(_ db: Database) throws {
    modules = try CRMModule.order(Column("sequence")).fetchAll(db)
    layouts = try CRMLayout.order(Column("id")).fetchAll(db)
    pipelines = try CRMPipeline.order(Column("sequence")).fetchAll(db)
    relatedLists = try CRMRelatedList.order(Column("sequence")).fetchAll(db)
    customViews = try CRMCustomView.order(Column("sequence")).fetchAll(db)
    let fields = try CRMField.order(Column("sequence")).fetchAll(db)
    moduleNamed = Dictionary(modules.map { ($0.apiName, $0) }) { first, _ in first }
    fieldsOf = Dictionary(grouping: fields, by: \.module)
    fieldNamed = fieldsOf.mapValues { fields in
      Dictionary(fields.map { ($0.apiName, $0) }) { first, _ in first }
    }
  }

  func module(_ apiName: String) -> CRMModule? { moduleNamed[apiName] }

  /// In the order of the form.
  func fields(of module: String) -> [CRMField] { fieldsOf[module] ?? [] }

  func field(_ apiName: String, of module: String) -> CRMField? { fieldNamed[module]?[apiName] }

  func layout(of module: String) -> CRMLayout? { layouts.first { $0.module == module } }

  /// Every lookup that can lead to a record of that module.
  func references(to module: String) -> [CRMField] {
    fieldsOf.values.joined().filter { $0.lookupModule == module }
  }
}

/// Keeps the metadata in memory until it changes.
final class CRMMetadataCache: Sendable {
  private struct Kept {
    var metadata: CRMMetadata?
    /// How often it was forgotten.
    var changes = 0
  }

  private let kept = Mutex(Kept())

  func metadata(_ db: Database) throws -> CRMMetadata {
    let before = kept.withLock { $0 }
    if let metadata = before.metadata { return metadata }
    let fresh = try CRMMetadata(db)
    kept.withLock {
      // A snapshot from before the last change must not stay.
      if $0.changes == before.changes { $0.metadata = fresh }
    }
    return fresh
  }

  /// To be called after the transaction that changed a field, a layout or a pipeline.
  func forget() {
    kept.withLock {
      $0.metadata = nil
      $0.changes += 1
    }
  }
}
