import Foundation
import Testing
import ZohoAPI

@testable import fairlead

@Suite(.timeLimit(.minutes(5))) struct ImportCheckTests {
  private let basic = ["name=Deal_Name", "stage=Stage"]

  @Test func goodRowsBecomeDealsWithTheirAccountsAndProducts() async throws {
    let plan = try await ImportPlan.sample(
      """
      name,stage,closes,value,account,sector,product
      One,Qualification,10/20/2026,"1,234.50",Acme,retail,Anvil
      Two,Closed Won,3/1/2026,7,acme,retail,
      Three,Qualification,,,,,
      """,
      map: basic + [
        "closes=Closing_Date", "value=Amount", "account=Account_Name", "sector=Account.Industry",
        "product=Product.Product_Name",
      ], set: ["Description={name} of {account}"])
    #expect(plan.badRows == [])
    #expect(
      plan.deals.map(\.fields) == [
        [
          "Deal_Name": "One", "Stage": "Qualification", "Pipeline": "Standard",
          "Closing_Date": "2026-10-20", "Amount": .number(Decimal(string: "1234.5") ?? 0),
          "Description": "One of Acme",
        ],
        [
          "Deal_Name": "Two", "Stage": "Closed Won", "Pipeline": "Standard",
          "Closing_Date": "2026-03-01", "Amount": 7, "Description": "Two of acme",
        ],
        [
          "Deal_Name": "Three", "Stage": "Qualification", "Pipeline": "Standard",
          "Description": "Three of",
        ],
      ])
    #expect(plan.deals.map(\.account) == ["Acme", "acme", nil])
    #expect(plan.accounts.map(\.fields) == [["Account_Name": "Acme", "Industry": "Retail"]])
    #expect(plan.products.map(\.fields) == [["Product_Name": "Anvil"]])
    #expect(
      plan.understood.contains(
        "closes → Closing_Date: month/day/year, as 10/20/2026 on line 2 shows"))
    #expect(
      plan.understood.contains("value → Amount: decimal point, as 1,234.50 on line 2 shows"))
    #expect(plan.understood.contains("Standard → Pipeline: the organization's default"))
  }

  @Test(arguments: [
    (["name=Deal_Nam"], "Deal_Nam: Deals has no field Deal_Nam; the nearest is Deal_Name."),
    (
      ["value=Account.Employes"],
      "Account.Employes: Accounts has no field Employes; the nearest is Account.Employees."
    ),
    (
      ["value=Created_Time"],
      "Created_Time cannot be filled: it is read-only or a datetime field."
    ),
    (["value=Stage", "stage=Stage"], "Stage is filled twice."),
    (["name=Deal_Name"], "Stage is mandatory: give it with --map or --set."),
    (["stage=Stage"], "Deal_Name is mandatory: give it with --map or --set."),
    (
      ["nmae=Deal_Name"],
      "--map nmae=Deal_Name: there is no column \"nmae\"; the nearest is \"name\"."
    ),
  ])
  func wrongMappings(map: [String], complaint: String) async {
    let found = await complaints {
      _ = try await ImportPlan.sample("name,stage,value\nOne,Qualification,1\n", map: map)
    }
    #expect(found.contains(complaint), "\(found)")
  }

  @Test(arguments: [
    ("", "Qualification", "", "", "", "Deal_Name is empty"),
    ("One", "", "", "", "", "Stage is empty"),
    ("One", "Won", "", "", "", "Stage: the pipeline Standard has no \"Won\""),
    ("One", "Renewal Due", "", "", "", "Stage: the pipeline Standard has no \"Renewal Due\""),
    (
      "One", "Qualification", "soon", "", "",
      "Closing_Date: \"soon\" is not a date (month/day/year)"
    ),
    (
      "One", "Qualification", "2/30/2026", "", "",
      "Closing_Date: \"2/30/2026\" is not a date (month/day/year)"
    ),
    (
      "One", "Qualification", "", "a lot", "",
      "Amount: \"a lot\" is not a number (decimal point)"
    ),
    (
      "One", "Qualification", "", "", "New",
      "Type: \"New\" is not on its list (the nearest is New Business)"
    ),
  ])
  func badValuesAreToldByLine(
    name: String, stage: String, closes: String, value: String, type: String, reason: String
  ) async throws {
    let plan = try await ImportPlan.sample(
      """
      name,stage,closes,value,type
      Good,Qualification,12/31/2026,1.5,New Business
      \(name),\(stage),\(closes),\(value),\(type)
      """, map: basic + ["closes=Closing_Date", "value=Amount", "type=Type"])
    #expect(plan.deals.map(\.name) == ["Good"])
    #expect(plan.badRows == [BadRow(line: 3, name: name, reasons: [reason])])
  }

  @Test func aStageBelongsToThePipelineOfItsRow() async throws {
    let plan = try await ImportPlan.sample(
      """
      name,stage,pipeline
      One,Renewal Due,Renewals
      Two,Renewal Due,Standard
      Three,Renewal Due,Renewal
      """, map: basic + ["pipeline=Pipeline"])
    #expect(plan.deals.map(\.name) == ["One"])
    #expect(
      plan.badRows.map(\.reason) == [
        "Stage: the pipeline Standard has no \"Renewal Due\"",
        "Pipeline: there is none called \"Renewal\" (the nearest is Renewals)",
      ])
  }

  @Test func stagesThatThePipelineLacksAreCounted() async throws {
    let plan = try await ImportPlan.sample(
      "name,stage\n1,Won\n2,Won\n3,Engaging\n4,Qualification\n", map: basic)
    #expect(
      plan.reasons.map { "\($0.count): \($0.reason)" } == [
        "2: Stage: the pipeline Standard has no \"Won\"",
        "1: Stage: the pipeline Standard has no \"Engaging\"",
      ])
    #expect(plan.understood.contains("stages of Standard: Qualification, Closed Won"))
  }

  @Test func aNameStandsInTheFileOnce() async throws {
    let plan = try await ImportPlan.sample(
      "name,stage\nOne,Qualification\nTwo,Qualification\nOne,Qualification\n", map: basic)
    #expect(plan.deals.map(\.line) == [2, 3])
    #expect(
      plan.badRows == [
        BadRow(line: 4, name: "One", reasons: ["Deal_Name: \"One\" stands on line 2 too"])
      ])
  }

  @Test func ownersAreFoundByNameOrEmail() async throws {
    let plan = try await ImportPlan.sample(
      """
      name,stage,owner
      One,Qualification,jane hartley
      Two,Qualification,JANE@example.com
      Three,Qualification,Jane Hartly
      Four,Qualification,Old Hand
      """, map: basic + ["owner=Owner"])
    #expect(
      plan.deals.map { $0.fields["Owner"] }
        == Array(repeating: .reference(id: "4150868000000000101", name: nil), count: 2))
    #expect(
      plan.badRows.map(\.reason) == [
        "Owner: \"Jane Hartly\" is no user's name or email (the nearest is Jane Hartley)",
        "Owner: \"Old Hand\" can no longer sign in",
      ])
  }

  @Test func aRowMustNotContradictAnEarlierOneAboutItsAccount() async throws {
    let plan = try await ImportPlan.sample(
      """
      name,stage,account,staff
      One,Qualification,Acme,12
      Two,Qualification,Acme,13
      Three,Qualification,,14
      """, map: basic + ["account=Account_Name", "staff=Account.Employees"])
    #expect(
      plan.badRows.map(\.reason)
        == [
          "Employees of Acme is 13, but 12 on line 2", "Account.Employees is given, but not whose",
        ].map { $0.replacing("Employees of", with: "Account.Employees of") })
  }

  @Test func aNameLongerThanItsFieldAndAFractionOfAWholeNumber() async throws {
    let plan = try await ImportPlan.sample(
      "name,stage,next,chance\nOne,Qualification,12345678901,10.5\n",
      map: basic + ["next=Next_Step", "chance=Probability"])
    #expect(
      plan.badRows.first?.reasons == [
        "Next_Step: 11 characters, where 10 fit", "Probability: \"10.5\" is not a whole number",
      ])
  }

  @Test func timesFlagsSeveralChoicesAndIds() async throws {
    let plan = try await ImportPlan.sample(
      """
      name,stage,call,urgent,regions,contact
      One,Qualification,2026-06-30T14:00:00+02:00,Yes,East; west,4150868000000002102
      Two,Qualification,30 June,maybe,North,Jane
      """,
      map: basic + [
        "call=Call_Back", "urgent=Urgent", "regions=Regions", "contact=Contact_Name",
      ])
    #expect(
      plan.deals.map(\.fields) == [
        [
          "Deal_Name": "One", "Stage": "Qualification", "Pipeline": "Standard",
          "Call_Back": "2026-06-30T12:00:00+00:00", "Urgent": true,
          "Regions": .list(["East", "West"]),
          "Contact_Name": .reference(id: "4150868000000002102", name: nil),
        ]
      ])
    #expect(
      plan.badRows.first?.reasons == [
        "Call_Back: \"30 June\" is not a time (write 2026-06-30T14:00:00+02:00)",
        "Urgent: \"maybe\" is neither true nor false",
        "Regions: \"North\" is not on its list (the nearest is East)",
        "Contact_Name: \"Jane\" is not an id of Zoho (look-ups take ids)",
      ])
  }

  @Test func anAmbiguousColumnIsRefusedUntilTheUserSays() async throws {
    let text = "name,stage,closes\nOne,Qualification,3/4/2026\n"
    let map = basic + ["closes=Closing_Date"]
    let found = await complaints { _ = try await ImportPlan.sample(text, map: map) }
    #expect(
      found == [
        "closes → Closing_Date: 3/4/2026 on line 2 may be month/day/year or day/month/year, and no "
          + "value of the column decides. Say --dates mdy or --dates dmy."
      ])
    let plan = try await ImportPlan.sample(text, map: map, dates: .dmy)
    #expect(plan.deals.first?.fields["Closing_Date"] == "2026-04-03")
  }

  @Test func checkingWritesNothing() async throws {
    let crm = FakeCRM()
    _ = try await ImportPlan.sample(
      "name,stage\nOne,Qualification\nTwo,Won\n", map: basic, crm: crm)
    #expect(crm.writes == [])
  }
}
