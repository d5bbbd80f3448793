/// What the operations of the CRM are sent. Paths are those below `/crm/v8`.
extension CRMExamples {
  /// The smallest record that each module takes.
  static let records = [
    "Deals": """
    {"Deal_Name":"Walk {n}","Stage":"Qualification","Pipeline":"Standard","Amount":1200.5,\
    "Closing_Date":"2026-12-24"}
    """,
    "Contacts": #"{"Last_Name":"Doe {n}","Email":"doe{n}@example.com"}"#,
    "Accounts": #"{"Account_Name":"Initech {n}"}"#,
    "Leads": #"{"Last_Name":"Lead {n}","Company":"Initech"}"#,
    "Tasks": #"{"Subject":"Call {n}"}"#,
    "Notes":
      #"{"Note_Title":"t","Note_Content":"c","Parent_Id":{"module":{"api_name":"Deals"},"id":"{Deals}"}}"#,
    "Products": #"{"Product_Name":"Drive {n}"}"#,
  ]

  /// Which module an operation is tried on, when it is not deals.
  static let modules: [String: String] = [:]

  static let fields = [
    "Deals": "Deal_Name,Stage,Amount,Owner", "Contacts": "Last_Name,Email",
    "Accounts": "Account_Name", "Leads": "Last_Name,Company", "Notes": "Note_Title,Note_Content",
  ]

  /// Values for parameters of paths: a text, or a call and what to take of its reply.
  static let sources = [
    "relatedList": "Notes", "related_list_api_name": "Notes",
    "noteId": note, "record": note, "related_record_id": note, "external_field_value": note,
    "GET /settings/pipeline/{} id": "GET /crm/v8/settings/pipeline?layout_id={layout} id",
  ]

  /// A new note of the record that the path names.
  private static let note = """
    POST /crm/v8/Deals/{1}/Notes id {"data":[{"Note_Title":"t","Note_Content":"c"}]}
    """

  /// Ids for `{user}` and the like in bodies and queries.
  static let ids = [
    "user": "GET /crm/v8/users?type=ActiveUsers id",
    "note": note,
    "layout": "GET /crm/v8/settings/layouts?module=Deals id",
  ]

  /// Calls that come first: before an operation, or (a path) before a value in it is looked for.
  static let before: [String: [String]] = [:]

  static let bodies: [String: String] = [
    "POST /{}":
      #"{"data":[{"Deal_Name":"New {n}","Stage":"Qualification","Pipeline":"Standard"}]}"#,
    "PUT /{}": #"{"data":[{"id":"{Deals}","Next_Step":"Call"}]}"#,
    "PUT /{}/{}": #"{"data":[{"Next_Step":"Call"}]}"#,
    "POST /{}/upsert": """
    {"data":[{"Deal_Name":"Upsert {n}","Stage":"Qualification","Pipeline":"Standard"}],\
    "duplicate_check_fields":["Deal_Name"]}
    """,
    "POST /coql":
      #"{"select_query":"select Deal_Name, Stage from Deals where id is not null limit 5"}"#,
    "POST /Notes":
      #"{"data":[{"Note_Title":"t","Note_Content":"c","Parent_Id":{"module":{"api_name":"Deals"},"id":"{Deals}"}}]}"#,
    "PUT /Notes": #"{"data":[{"id":"{Notes}","Note_Content":"d"}]}"#,
    "PUT /Notes/{}": #"{"data":[{"Note_Content":"d"}]}"#,
    "POST /{}/{}/Notes": #"{"data":[{"Note_Title":"t","Note_Content":"c"}]}"#,
    "PUT /{}/{}/Notes": #"{"data":[{"id":"{note}","Note_Content":"d"}]}"#,
    "PUT /{}/{}/{}": #"{"data":[{"id":"{note}","Note_Content":"d"}]}"#,
    "PUT /{}/{}/{}/{}": #"{"data":[{"Note_Content":"d"}]}"#,
    "PUT /{}/{}/Notes/{}": #"{"data":[{"Note_Content":"d"}]}"#,
  ]

  static let queries: [String: [String: String]] = [
    "DELETE /{}": ["ids": "{Deals}"],
    "DELETE /{}/{}/Notes": ["ids": "{note}"],
    "DELETE /{}/{}/{}": ["ids": "{note}"],
    "DELETE /Notes": ["ids": "{Notes}"],
    "GET /{}/search": ["word": "walk"],
    "GET /settings/pipeline": ["layout_id": "{layout}"],
    "GET /settings/pipeline/{}": ["layout_id": "{layout}"],
    "GET /users": ["type": "ActiveUsers"],
  ]

  static let headers: [String: [String: String]] = [:]

  /// The form's field of operations that take a file.
  static let files: [String: String] = [:]
}
