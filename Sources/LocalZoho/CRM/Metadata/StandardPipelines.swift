/// The two pipelines of a new organization, and every stage they use.
enum StandardPipelines {
  struct Stage {
    var name: String
    var probability: Int
    var category: String
    var colour: String
  }

  static let stages = [
    Stage(name: "Qualification", probability: 10, category: "Open", colour: "#57b1fd"),
    Stage(name: "Needs Analysis", probability: 20, category: "Open", colour: "#879bfc"),
    Stage(name: "Value Proposition", probability: 40, category: "Open", colour: "#d297ee"),
    Stage(name: "Identify Decision Makers", probability: 60, category: "Open", colour: "#fd87bd"),
    Stage(name: "Proposal/Price Quote", probability: 75, category: "Open", colour: "#e7a826"),
    Stage(name: "Negotiation/Review", probability: 90, category: "Open", colour: "#f48435"),
    Stage(name: "Renewal Due", probability: 50, category: "Open", colour: "#1db9b4"),
    Stage(name: "Renewal Quoted", probability: 70, category: "Open", colour: "#a8c026"),
    Stage(name: "Closed Won", probability: 100, category: "Closed Won", colour: "#63c57e"),
    Stage(name: "Closed Lost", probability: 0, category: "Closed Lost", colour: "#f17574"),
    Stage(
      name: "Closed Lost to Competition", probability: 0, category: "Closed Lost",
      colour: "#b88562"),
  ]

  static let standard = (
    name: "Standard",
    stages: [
      "Qualification", "Needs Analysis", "Value Proposition", "Identify Decision Makers",
      "Proposal/Price Quote", "Negotiation/Review", "Closed Won", "Closed Lost",
      "Closed Lost to Competition",
    ]
  )

  static let renewals = (
    name: "Renewals",
    stages: [
      "Renewal Due", "Needs Analysis", "Renewal Quoted", "Negotiation/Review", "Closed Won",
      "Closed Lost",
    ]
  )

  static func forecastCategory(_ category: String) -> String {
    switch category {
    case "Closed Won": "Closed"
    case "Closed Lost": "Omitted"
    default: "Pipeline"
    }
  }
}
