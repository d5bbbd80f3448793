import Foundation

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
  static let modules: [String: String] = [
    "GET /Leads/{}/__conversion_options": "Leads",
    "GET /settings/duplicate_check_preference": "Leads",
    "POST /settings/duplicate_check_preference": "Leads",
    "PUT /settings/duplicate_check_preference": "Leads",
    "DELETE /settings/duplicate_check_preference": "Leads",
    "GET /settings/layouts/{}/map_dependency": "Leads",
    "POST /settings/layouts/{}/map_dependency": "Leads",
    "GET /settings/layouts/{}/map_dependency/{}": "Leads",
    "PUT /settings/layouts/{}/map_dependency/{}": "Leads",
    "DELETE /settings/layouts/{}/map_dependency/{}": "Leads",
    "POST /Leads/{}/actions/convert": "Leads",
    "GET /{}/{}/{}": "Accounts", "PUT /{}/{}/{}": "Accounts", "DELETE /{}/{}/{}": "Accounts",
    "GET /{}/{}/{}/{}": "Accounts", "PUT /{}/{}/{}/{}": "Accounts",
    "DELETE /{}/{}/{}/{}": "Accounts",
    "GET /{}/{}/photo": "Contacts", "POST /{}/{}/photo": "Contacts",
    "DELETE /{}/{}/photo": "Contacts",
    "GET /{}/{}/Emails/actions/download_attachments": "Contacts",
    "POST /{}/{}/actions/send_mail": "Contacts", "GET /{}/{}/Emails": "Contacts",
    "GET /{}/{}/Emails/{}": "Contacts",
    // A module has one configuration at most.
    "GET /settings/record_locking_configurations": "{newModule}",
    "POST /settings/record_locking_configurations": "{newModule}",
    "PUT /settings/record_locking_configurations": "{newModule}",
    "DELETE /settings/record_locking_configurations": "{newModule}",
    "GET /settings/record_locking_configurations/{}": "{newModule}",
    "PUT /settings/record_locking_configurations/{}": "{newModule}",
    "DELETE /settings/record_locking_configurations/{}": "{newModule}",
  ]

  static let fields = [
    "Deals": "Deal_Name,Stage,Amount,Owner", "Contacts": "Last_Name,Email",
    "Accounts": "Account_Name", "Leads": "Last_Name,Company", "Notes": "Note_Title,Note_Content",
  ]

  /// Values for parameters of paths: a text, or a call and what to take of its reply.
  static let sources = [
    "/{}/{}/{}": "Contacts", "/{}/{}/{}/{}": contact,
    "/{}/{}/Contact_Roles/{}": dealContact, "/Contacts/roles/{}": role, "/contacts/roles/{}": role,
    "/{}/{}/Notes/{}": note,
    "/{}/{}/Emails/{}": "GET /crm/v8/Contacts/{1}/Emails message_id",
    "/crm/bulk/v8/write/{}": writeJob,
    "/settings/tags/{}": tag, "/{}/{}/Attachments/{}": attachment,
    "/{}/{}/Locking_Information__s/{}": lock,
    "/crm/bulk/v8/read/{}": readJob,
    "/settings/recycle_bin/{}": binned,
    "GET /{}/{}/actions/blueprint record_id": partner,
    "PUT /{}/{}/actions/blueprint record_id": partner,
    "/settings/modules/{}": "Deals",
    "/settings/variables/{}": variable,
    "noteId": note,
    "/settings/pipeline/{}": "GET /crm/v8/settings/pipeline?layout_id={layout} id",
  ]

  private static let tag =
    #"POST /crm/v8/settings/tags?module=Deals id {"tags":[{"name":"Hot {n}"}]}"#
  private static let attachment = "POST /crm/v8/Deals/{1}/Attachments id FILE"
  private static let variable = """
    POST /crm/v8/settings/variables id {"variables":[{"name":"Rate {n}","api_name":"rate_{n}",\
    "type":"text","value":"1","variable_group":{"api_name":"General"}}]}
    """
  private static let binned = "GET /crm/v8/settings/recycle_bin id"
  private static let partner = """
    POST /crm/v8/Deals id {"data":[{"Deal_Name":"Partner {n}","Stage":"Qualification",\
    "Pipeline":"Partner Sales","Closing_Date":"2026-12-24"}]}
    """
  private static let lock = """
    POST /crm/v8/Deals/{1}/Locking_Information__s id {"data":[{"Locked_Reason__s":"Audit"}]}
    """
  private static let readJob = """
    POST /crm/bulk/v8/read id {"query":{"module":{"api_name":"Deals"},"fields":["Deal_Name"]}}
    """

  private static let contact = """
    POST /crm/v8/Contacts id {"data":[{"Last_Name":"Doe {n}","Account_Name":{"id":"{1}"}}]}
    """
  private static let dealContact = #"POST /crm/v8/Contacts id {"data":[{"Last_Name":"Doe {n}"}]}"#
  private static let role =
    #"POST /crm/v8/contacts/roles id {"contact_roles":[{"name":"Role {n}"}]}"#
  private static let writeJob = """
    POST /crm/bulk/v8/write id {"operation":"insert","resource":[{"type":"data",\
    "module":{"api_name":"Contacts"},"file_id":"{upload}","field_mappings":\
    [{"api_name":"Last_Name","index":0},{"api_name":"Email","index":1}]}]}
    """

  /// A new note of the record that the path names.
  private static let note = """
    POST /crm/v8/Deals/{1}/Notes id {"data":[{"Note_Title":"t","Note_Content":"c"}]}
    """

  /// Ids for `{user}` and the like in bodies and queries.
  static let ids = [
    "address": "GET /crm/v8/settings/emails/actions/from_addresses email",
    "file": "POST /crm/v8/files id FILE",
    "user": "GET /crm/v8/users?type=ActiveUsers id",
    "note": note, "role": role, "contact": contact, "dealContact": dealContact,
    "upload": "POST /crm/v8/upload file_id ZIP", "tag": tag, "attachment": attachment,
    "binned": binned,
    "currency": "GET /crm/v8/org/currencies id",
    "field": "GET /crm/v8/settings/fields?module=Deals id",
    "profile": "GET /crm/v8/settings/profiles id", "role2": "GET /crm/v8/settings/roles id",
    "variable": variable, "group": "GET /crm/v8/settings/variable_groups id",
    "bin": binned, "transition": "GET /crm/v8/Deals/{1}/actions/blueprint transitions.last.id",
    "module": "GET /crm/v8/settings/modules/Deals id",
    "view": "GET /crm/v8/settings/custom_views?module=Deals id",
    "massUpdate": """
    POST /crm/v8/Deals/actions/mass_update job_id {"data":[{"Next_Step":"Call"}],"cvid":"{view}"}
    """,
    "massOwner": """
    POST /crm/v8/Deals/actions/mass_change_owner job_id {"cvid":"{view}","owner":{"id":"{user}"}}
    """,
    "massDelete": #"POST /crm/v8/Deals/actions/mass_delete job_id {"cvid":"{view}"}"#,
    "massConvert": #"POST /crm/v8/Leads/actions/mass_convert job_id {"ids":["{Leads}"]}"#,
    "massTags": """
    POST /crm/v8/settings/tags/actions/mass_delete job_id {"mass_delete":[{"module":\
    {"api_name":"Deals","id":"{module}"},"tags":[{"id":"{tag}"}]}]}
    """,
    "layout": "GET /crm/v8/settings/layouts?module=Deals id",
  ]

  /// Calls that come first: before an operation, or (a path) before a value in it is looked for.
  static let before: [String: [String]] = [
    "GET /crm/bulk/v8/read/{}/result": ["WAIT"],
    "GET /{}/{}/Contact_Roles": [linked], "DELETE /{}/{}/Contact_Roles": [linked],
    "GET /{}/{}/Contact_Roles/{}": [linkedOne], "DELETE /{}/{}/Contact_Roles/{}": [linkedOne],
    "GET /{}/{}/Emails": [mailed], "/{}/{}/Emails/{}": [mailed],
    "GET /{}/{}/Emails/actions/download_attachments": [mailedFile],
    "GET /settings/global_picklists/{}/actions/associations": [sharedList],
    "GET /settings/global_picklists/{}/actions/pick_list_values_associations": [sharedList],
    "GET /settings/global_picklists/{}/actions/replaced_values": [
      """
      POST /settings/global_picklists/{0}/actions/replace_picklist_values \
      {"replace_picklist_values":[{"old_value":{"display_value":"North"},\
      "new_value":{"display_value":"South"}}]}
      """
    ],
    "GET /settings/global_picklists": ["POST /settings/global_picklists \(globalPickList)"],
    "GET /settings/user_groups": ["POST /settings/user_groups \(userGroup)"],
    "GET /settings/user_groups/actions/associated_users_count": [
      "POST /settings/user_groups \(userGroup)"
    ],
    "GET /users/{}/actions/associated_groups": ["POST /settings/user_groups \(userGroup)"],
    "GET /settings/record_locking_configurations": [
      "POST /settings/record_locking_configurations?module={tried} \(lockingConfiguration)"
    ],
    "POST /settings/recycle_bin/{}/actions/restore": [],
    "GET /{}/{}/actions/share": [shared], "PUT /{}/{}/actions/share": [shared],
    "DELETE /{}/{}/actions/share": [shared],
    "DELETE /settings/recycle_bin": ["DELETE /Deals/{Deals}"],
    "POST /settings/recycle_bin/actions/restore": ["DELETE /Deals/{Deals}"],
    "GET /{}/{}/actions/blueprint": [], "PUT /{}/{}/actions/blueprint": [],
    "/settings/recycle_bin/{}": ["DELETE /Deals/{Deals}"],
    "GET /settings/recycle_bin": ["DELETE /Deals/{Deals}"],
    "GET /{}/deleted": ["DELETE /Deals/{Deals}"],
    "GET /{}/{}/Locking_Information__s": [
      #"POST /Deals/{1}/Locking_Information__s {"data":[{"Locked_Reason__s":"Audit"}]}"#
    ],
    "PUT /actions/watch": [watched], "PATCH /actions/watch": [watched],
    "GET /actions/watch": [watched], "DELETE /actions/watch": [watched],
  ]

  private static let linked = """
    PUT /Deals/{1}/Contact_Roles {"data":[{"id":"{dealContact}","Contact_Role":{"id":"{role}"}}]}
    """
  private static let linkedOne = """
    PUT /Deals/{1}/Contact_Roles/{2} {"data":[{"Contact_Role":{"id":"{role}"}}]}
    """
  private static let mail = """
    {"data":[{"from":{"user_name":"Walker","email":"{address}"},\
    "to":[{"user_name":"Doe","email":"doe@example.com"}],"subject":"Hello","content":"<p>Hello</p>",\
    "mail_format":"html"}]}
    """
  private static let mailed = "POST /Contacts/{1}/actions/send_mail \(mail)"

  private static let mailedFile = """
    POST /Contacts/{1}/actions/send_mail \
    {"data":[{"from":{"user_name":"Walker","email":"{address}"},\
    "to":[{"email":"doe@example.com"}],"subject":"Hello","content":"Hello",\
    "attachments":[{"id":"{file}"}]}]}
    """
  /// A field that uses the list in the path.
  private static let sharedList = """
    POST /settings/fields?module=Deals {"fields":[{"field_label":"Region {n}",\
    "data_type":"picklist","global_picklist":{"id":"{0}"}}]}
    """

  private static let channel = """
    {"watch":[{"channel_id":"77","events":["Deals.all"],"token":"t",\
    "notify_url":"https://client.example/notify"}]}
    """
  private static let watched = "POST /actions/watch \(channel)"

  static let bodies: [String: String] = [
    "POST /{}":
      #"{"data":[{"Deal_Name":"New {n}","Stage":"Qualification","Pipeline":"Standard"}]}"#,
    "PUT /{}": #"{"data":[{"id":"{Deals}","Next_Step":"Call"}]}"#,
    "PUT /{}/{}": #"{"data":[{"Next_Step":"Call"}]}"#,
    "POST /{}/upsert": """
    {"data":[{"Deal_Name":"Upsert {n}","Stage":"Qualification","Pipeline":"Standard"}],\
    "duplicate_check_fields":["Deal_Name"]}
    """,
    "POST /{}/{}/actions/clone": #"{"data":[{"Deal_Name":"Clone {n}"}]}"#,
    "POST /settings/tags": #"{"tags":[{"name":"Warm {n}"}]}"#,
    "PUT /settings/tags": #"{"tags":[{"id":"{tag}","name":"Cold {n}"}]}"#,
    "PUT /settings/tags/{}": #"{"tags":[{"name":"Mild {n}"}]}"#,
    "POST /settings/tags/{}/actions/merge": #"{"tags":[{"conflict_id":"{tag}"}]}"#,
    "POST /settings/tags/actions/mass_delete": """
    {"mass_delete":[{"module":{"api_name":"Deals","id":"{module}"},"tags":[{"id":"{tag}"}]}]}
    """,
    "POST /{}/{}/actions/add_tags": #"{"tags":[{"name":"Hot"}]}"#,
    "POST /{}/{}/actions/remove_tags": #"{"tags":[{"name":"Hot"}]}"#,
    "POST /{}/actions/add_tags": #"{"tags":[{"name":"Hot"}],"ids":["{Deals}"]}"#,
    "POST /{}/actions/remove_tags": #"{"tags":[{"name":"Hot"}],"ids":["{Deals}"]}"#,
    "POST /{}/{}/actions/change_owner": #"{"owner":{"id":"{user}"}}"#,
    "POST /{}/actions/change_owner": #"{"owner":{"id":"{user}"},"ids":["{Deals}"]}"#,
    "POST /{}/actions/mass_change_owner": #"{"cvid":"{view}","owner":{"id":"{user}"}}"#,
    "POST /{}/actions/mass_update": #"{"data":[{"Next_Step":"Call"}],"ids":["{Deals}"]}"#,
    "POST /{}/actions/mass_delete": #"{"ids":["{Deals}"]}"#,
    "POST /Leads/actions/mass_convert": #"{"ids":["{Leads}"]}"#,
    "POST /Leads/{}/actions/convert": #"{"data":[{"overwrite":false}]}"#,
    "POST /{}/{}/Locking_Information__s": #"{"data":[{"Locked_Reason__s":"Audit"}]}"#,
    "PUT /{}/{}/Locking_Information__s/{}": #"{"data":[{"Locked_Reason__s":"Audit 2"}]}"#,
    "POST /settings/recycle_bin/actions/restore": #"{"ids":["{binned}"]}"#,
    "POST /actions/watch": channel, "PUT /actions/watch": channel, "PATCH /actions/watch": channel,
    "POST /crm/bulk/v8/read":
      #"{"query":{"module":{"api_name":"Deals"},"fields":["Deal_Name"],"page":1}}"#,
    "POST /Contacts/roles": #"{"contact_roles":[{"name":"Role {n}"}]}"#,
    "PUT /org/currencies/{}": #"{"currencies":[{"exchange_rate":"1.000000000"}]}"#,
    "POST /org/currencies": currency,
    "POST /settings/variables": """
    {"variables":[{"name":"Rate {n}","api_name":"rate_{n}","type":"text","value":"1",\
    "variable_group":{"api_name":"General"}}]}
    """,
    "PUT /settings/variables": #"{"variables":[{"id":"{variable}","value":"2"}]}"#,
    "PUT /settings/variables/{}": #"{"variables":[{"value":"2"}]}"#,
    "POST /coql":
      #"{"select_query":"select Deal_Name, Stage from Deals where id is not null limit 5"}"#,
    "POST /Notes":
      #"{"data":[{"Note_Title":"t","Note_Content":"c","Parent_Id":{"module":{"api_name":"Deals"},"id":"{Deals}"}}]}"#,
    "PUT /Notes": #"{"data":[{"id":"{Notes}","Note_Content":"d"}]}"#,
    "PUT /Notes/{}": #"{"data":[{"Note_Content":"d"}]}"#,
    "POST /{}/{}/Notes": #"{"data":[{"Note_Title":"t","Note_Content":"c"}]}"#,
    "PUT /{}/{}/Notes": #"{"data":[{"id":"{note}","Note_Content":"d"}]}"#,
    "PUT /{}/{}/{}": #"{"data":[{"id":"{Contacts}"}]}"#,
    "PUT /{}/{}/{}/{}": #"{"data":[{"Title":"Buyer"}]}"#,
    "PUT /{}/{}/Contact_Roles":
      #"{"data":[{"id":"{dealContact}","Contact_Role":{"id":"{role}"}}]}"#,
    "PUT /{}/{}/Contact_Roles/{}": #"{"data":[{"Contact_Role":{"id":"{role}"}}]}"#,
    "PUT /Contacts/roles": #"{"contact_roles":[{"id":"{role}","name":"Part {n}"}]}"#,
    "PUT /contacts/roles": #"{"contact_roles":[{"id":"{role}","name":"Part {n}"}]}"#,
    "POST /contacts/roles": #"{"contact_roles":[{"name":"Role {n}"}]}"#,
    "PUT /Contacts/roles/{}": #"{"contact_roles":[{"name":"Part {n}"}]}"#,
    "PUT /contacts/roles/{}": #"{"contact_roles":[{"name":"Part {n}"}]}"#,
    "POST /{}/{}/actions/send_mail": mail,
    "POST /{}/{}/actions/get_related_records_count":
      #"{"get_related_records_count":[{"related_list":{"api_name":"Notes"}}]}"#,
    "PUT /{}/{}/actions/blueprint":
      #"{"blueprint":[{"transition_id":"{transition}","data":{}}]}"#,
    "POST /__composite_requests": """
    {"__composite_requests":[{"sub_request_id":"1","method":"GET","uri":"/crm/v8/org"}]}
    """,
    "POST /crm/bulk/v8/write": """
    {"operation":"insert","resource":[{"type":"data","module":{"api_name":"Contacts"},\
    "file_id":"{upload}","field_mappings":[{"api_name":"Last_Name","index":0}]}]}
    """,
    "PUT /{}/{}/Notes/{}": #"{"data":[{"Note_Content":"d"}]}"#,
  ]

  static let queries: [String: [String: String]] = [
    "DELETE /{}": ["ids": "{Deals}"],
    "DELETE /{}/{}/Notes": ["ids": "{note}"],
    "DELETE /{}/{}/{}": ["ids": "{contact}"],
    "DELETE /{}/{}/Contact_Roles": ["ids": "{linkedContact}"],
    "DELETE /Contacts/roles": ["ids": "{role}"], "DELETE /contacts/roles": ["ids": "{role}"],
    "DELETE /settings/layouts/{}": ["transfer_to": "{layout}"],
    "DELETE /settings/recycle_bin": ["ids": "{binned}"],
    "GET /{}/{}/{}": ["fields": "Last_Name"], "GET /{}/{}/{}/{}": ["fields": "Last_Name"],
    "GET /{}/{}/Attachments": ["fields": "File_Name"],
    "DELETE /Notes": ["ids": "{Notes}"],
    "GET /{}/search": ["word": "walk"],
    "GET /{}/actions/mass_update": ["job_id": "{massUpdate}"],
    "GET /{}/actions/mass_change_owner": ["job_id": "{massOwner}"],
    "GET /{}/actions/mass_delete": ["job_id": "{massDelete}"],
    "GET /Leads/actions/mass_convert": ["job_id": "{massConvert}"],
    "GET /settings/tags/actions/mass_delete": ["job_id": "{massTags}"],
    "DELETE /{}/{}/Attachments": ["ids": "{attachment}"],
    "GET /files": ["id": "{file}"],
    "DELETE /actions/watch": ["channel_ids": "77"],
    "POST /settings/pipeline": ["layout_id": "{layout}"],
    "PUT /settings/pipeline": ["layout_id": "{layout}"],
    "PATCH /settings/pipeline": ["layout_id": "{layout}"],
    "PUT /settings/pipeline/{}": ["layout_id": "{layout}"],
    "PATCH /settings/pipeline/{}": ["layout_id": "{layout}"],
    "POST /settings/pipeline/actions/transfer": ["layout_id": "{layout}"],
    "GET /{}/actions/fetch_full_data": ["ids": "{Deals}"],
    "DELETE /settings/variables": ["ids": "{variable}"],
    "PUT /settings/tags/{}": ["module": "Deals"],
    "GET /settings/pipeline": ["layout_id": "{layout}"],
    "GET /settings/pipeline/{}": ["layout_id": "{layout}"],
    "GET /users": ["type": "ActiveUsers"],
    "GET /{}/{}/Emails/actions/download_attachments": [
      "user_id": "{user}", "message_id": "{mail}", "id": "{mailFile}", "name": "walk.txt",
    ],
    "DELETE /settings/global_picklists": ["ids": "{ownGlobal}"],
    "DELETE /settings/record_locking_configurations": ["ids": "{ownLocking}"],
    "GET /settings/global_picklists/{}/actions/pick_list_values_associations": [
      "picklist_value_id": "{globalChoice}"
    ],
  ]

  static let headers: [String: [String: String]] = [:]

  /// The form's field of operations that take a file.
  static let files = [
    "POST /{}/{}/Attachments": "file", "POST /files": "file", "POST /{}/{}/photo": "file",
    "POST /org/photo": "file",
  ]

  /// The smallest picture that there is.
  static let picture = Data(
    base64Encoded: """
      iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==
      """)
}
