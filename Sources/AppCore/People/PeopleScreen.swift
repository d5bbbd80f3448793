import Sales
import Screen

/// Contacts, accounts and leads.
public struct PeopleScreen: Hashable, Sendable {
  public init() {}
  public var place: Place { .peopleList }
  func reload() -> [Effect] { [] }
  static let commands: [Command] = []
}
public enum PeopleAction: Hashable, Sendable { case none }
public enum PeopleEffect: Hashable, Sendable { case none }
enum LeadForm { static let name = "convert a lead" }
extension AppState {
  mutating func reducePeople(_ action: PeopleAction) -> [Effect] { [] }
  mutating func typeInPeople(_ key: Key) -> [Effect]? { nil }
  mutating func keepPeopleFilter() -> [Effect] { [] }
  mutating func clearPeopleFilter() -> [Effect] { [] }
  mutating func followPeople(_ request: WriteRequest, made: RecordKey?) -> [Effect] { [] }
  mutating func convertLead(with values: [String: RecordValue]) -> [Effect] { [] }
  mutating func openOtherOfForm() -> [Effect] { [] }
}
func drawPeople(_ state: AppState, in area: Rect, on canvas: inout Canvas) {}
func drawFieldInPlace(_ form: RecordForm, _ state: AppState, in area: Rect, on canvas: inout Canvas) {}
