/// One choice of a pick list; a stage of a deal says more than others.
struct PickListValue: Codable, Hashable, Sendable {
  /// The words for people, and the value that clients write: the same unless an admin renamed it.
  var displayValue: String
  var actualValue: String
  var id = ""
  var colour: String?
  var stage: StageTerms?

  /// What the choice of a stage means for the forecast.
  struct StageTerms: Codable, Hashable, Sendable {
    /// Percent, 0 to 100.
    var probability: Int
    /// Open, Closed Won or Closed Lost.
    var dealCategory: String
    /// Pipeline, Closed or Omitted.
    var forecastCategory: String
    var forecastCategoryID = ""
    /// Open, Closed Won or Closed Lost, in the pipeline's words.
    var forecastType: String { dealCategory }
  }

  init(_ value: String, stage: StageTerms? = nil, colour: String? = nil) {
    displayValue = value
    actualValue = value
    self.stage = stage
    self.colour = colour
  }

  static func values(_ names: String...) -> [PickListValue] { names.map { PickListValue($0) } }
}
