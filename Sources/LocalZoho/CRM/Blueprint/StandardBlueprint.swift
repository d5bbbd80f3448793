import GRDB

/// The blueprint of a new organization. It has a layout and a pipeline of its own, so that deals of
/// the other pipelines move freely.
enum StandardBlueprint {
  static let layout = "Partner Deals"
  static let pipeline = "Partner Sales"

  static func install(_ ids: inout MetadataTables.IDs, _ db: Database) throws {
    guard
      let standard = try CRMLayout.filter(Column("module") == "Deals").order(Column("id"))
        .fetchOne(db),
      var field = try CRMField.filter(Column("module") == "Deals")
        .filter(Column("apiName") == "Pipeline").fetchOne(db)
    else { return }
    let layoutID = ids.next()
    let sections = standard.sections.map {
      CRMLayout.Section(id: ids.next(), name: $0.name, sequence: $0.sequence)
    }
    try CRMLayout(
      id: layoutID, module: "Deals", name: layout, sections: sections,
      terms: CRMLayout.Terms(
        required: ["Closing_Date"], pickLists: ["Lead_Source": ["Partner", "External Referral"]])
    ).insert(db)
    try CRMPipeline(
      id: ids.next(), layoutID: layoutID, name: pipeline, isDefault: true,
      stages: [
        "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review",
        "Closed Won", "Closed Lost",
      ], sequence: 3
    ).insert(db)
    var choice = PickListValue(pipeline)
    choice.id = ids.next()
    field.pickList.append(choice)
    try field.update(db)
    try CRMBlueprint(
      id: ids.next(), name: "Partner Sales", module: "Deals", field: "Stage", pipeline: pipeline,
      transitions: transitions(&ids)
    ).insert(db)
  }

  private static func transitions(
    _ ids: inout MetadataTables.IDs
  ) -> [CRMBlueprint.Transition] {
    let steps: [(String, [String], String, [CRMBlueprint.Term])] = [
      (
        "Qualify", ["Qualification"], "Needs Analysis",
        [term("Amount", required: true), term("Next_Step", required: false)]
      ),
      (
        "Send Proposal", ["Needs Analysis"], "Proposal/Price Quote",
        [term("Closing_Date", required: true), term("Notes", required: false)]
      ),
      (
        "Negotiate", ["Proposal/Price Quote"], "Negotiation/Review",
        [
          CRMBlueprint.Term(
            name: "CheckLists", isRequired: true,
            items: ["Price list agreed", "Terms sent to the partner"])
        ]
      ),
      ("Win", ["Negotiation/Review"], "Closed Won", [term("Amount", required: true)]),
      (
        "Lose",
        ["Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review"],
        "Closed Lost", [term("Reason_For_Loss__s", required: true)]
      ),
    ]
    return steps.map { name, from, to, terms in
      CRMBlueprint.Transition(id: ids.next(), name: name, from: from, to: to, terms: terms)
    }
  }

  private static func term(_ name: String, required: Bool) -> CRMBlueprint.Term {
    CRMBlueprint.Term(name: name, isRequired: required)
  }
}
