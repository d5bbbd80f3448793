/// What may be done when nobody knows whether a write happened.
public enum ResendClass: String, Hashable, Sendable, CaseIterable, Codable {
  /// Sets a state: sent again once a probe has seen the old state still there, at most twice.
  case setState
  /// Creates under a key of ours: sent again once probes have not found the key, at most twice.
  case keyedCreate
  /// Creates something that can only be searched for: never sent again without the user.
  case queriedCreate
  /// Money and mail: never sent again without the user; probes only find.
  case once

  /// How often the program may send again by itself.
  public var automaticResends: Int {
    switch self {
    case .setState, .keyedCreate: 2
    case .queriedCreate, .once: 0
    }
  }
}
