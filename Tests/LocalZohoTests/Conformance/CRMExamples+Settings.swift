/// What the operations on the CRM's settings, people and shares are sent.
extension CRMExamples {
  static let settingsBodies: [String: String] = [
    "PUT /org/currencies":
      #"{"currencies":[{"id":"{ownCurrency}","exchange_rate":"11.200000000"}]}"#,
    "PUT /org/currencies/actions/enable": #"{"base_currency":{"id":"{currency}","symbol":"$"}}"#,
    "PUT /settings/custom_views/actions/change_sort":
      #"{"custom_views":[{"id":"{view}","sort_by":{"api_name":"Amount"},"sort_order":"desc"}]}"#,
    "PUT /settings/custom_views/{}/actions/change_sort":
      #"{"custom_views":[{"sort_by":{"api_name":"Amount"},"sort_order":"asc"}]}"#,
    "POST /settings/duplicate_check_preference": duplicateCheck,
    "PUT /settings/duplicate_check_preference": duplicateCheck,
    "POST /settings/layouts/{}/map_dependency": dependency,
    "PUT /settings/layouts/{}/map_dependency/{}": dependency,
    "POST /settings/global_picklists": globalPickList,
    "PATCH /settings/global_picklists":
      #"{"global_picklists":[{"id":"{ownGlobal}","display_label":"Zones {n}"}]}"#,
    "PATCH /settings/global_picklists/{}":
      #"{"global_picklists":[{"display_label":"Zones {n}"}]}"#,
    "POST /settings/global_picklists/{}/actions/replace_picklist_values": """
    {"replace_picklist_values":[{"old_value":{"display_value":"North"},\
    "new_value":{"display_value":"South"}}]}
    """,
    "POST /settings/user_groups": userGroup,
    "PUT /settings/user_groups": """
    {"user_groups":[{"id":"{ownGroup}","name":"Crew {n}","sources":[{"type":"users",\
    "source":{"id":"{colleague}"}}]}]}
    """,
    "PUT /settings/user_groups/{}": userGroup,
    "POST /settings/record_locking_configurations": lockingConfiguration,
    "PUT /settings/record_locking_configurations": """
    {"record_locking_configurations":[{"id":"{ownLocking}","restricted_actions":["delete"]}]}
    """,
    "PUT /settings/record_locking_configurations/{}": """
    {"record_locking_configurations":[{"restricted_actions":["delete"]}]}
    """,
    "POST /settings/fields":
      #"{"fields":[{"field_label":"Code {n}","data_type":"text","length":100}]}"#,
    "PATCH /settings/fields": #"{"fields":[{"id":"{ownField}","field_label":"Number {n}"}]}"#,
    "PATCH /settings/fields/{}": #"{"fields":[{"field_label":"Number {n}"}]}"#,
    "PUT /settings/fiscal_year":
      #"{"fiscal_year":{"start_month":"APRIL","display_based_on":"start_month"}}"#,
    "PATCH /settings/layouts": #"{"layouts":[{"id":"{layout}","name":"Standard"}]}"#,
    "PATCH /settings/layouts/{}": #"{"layouts":[{"name":"Standard"}]}"#,
    "POST /settings/modules": module,
    "PUT /settings/modules": """
    {"modules":[{"id":"{module}","singular_label":"Deal","plural_label":"Chances{n}"}]}
    """,
    "PUT /settings/modules/{}": """
    {"modules":[{"id":"{module}","singular_label":"Deal","plural_label":"Chances{n}",\
    "profiles":[{"id":"{profile}"}]}]}
    """,
    "POST /settings/pipeline": pipeline,
    "PUT /settings/pipeline":
      #"{"pipeline":[{"id":"{ownPipeline}","display_value":"Service {n}"}]}"#,
    "PATCH /settings/pipeline":
      #"{"pipeline":[{"id":"{ownPipeline}","display_value":"Service {n}"}]}"#,
    "PUT /settings/pipeline/{}": #"{"pipeline":[{"display_value":"Service {n}"}]}"#,
    "PATCH /settings/pipeline/{}": #"{"pipeline":[{"display_value":"Service {n}"}]}"#,
    "POST /settings/pipeline/actions/transfer": """
    {"transfer_pipeline":[{"pipeline":{"from":"{ownPipeline}","to":"{pipeline}"},\
    "stages":[{"from":"{stage}","to":"{stage}"}]}]}
    """,
    "POST /settings/profiles/{}/actions/clone": profile,
    "PUT /settings/profiles/{}":
      #"{"profiles":[{"name":"Part {n}","description":"By the hour"}]}"#,
    "POST /settings/roles": role,
    "PUT /settings/roles": #"{"roles":[{"id":"{ownRole}","name":"Senior {n}"}]}"#,
    "PUT /settings/roles/{}": #"{"roles":[{"name":"Senior {n}"}]}"#,
    "POST /users": person,
    "PUT /users": #"{"users":[{"id":"{ownUser}","last_name":"Reade"}]}"#,
    "PUT /users/{}": #"{"users":[{"last_name":"Reade"}]}"#,
    "POST /{}/{}/actions/share": share, "PUT /{}/{}/actions/share": share,
  ]

  /// Settings of our own, to be changed and deleted.
  static let settingsIDs = [
    "ownCurrency": "POST /crm/v8/org/currencies id \(currency)",
    "ownField": """
    POST /crm/v8/settings/fields?module=Deals id \
    {"fields":[{"field_label":"Code {n}","data_type":"text"}]}
    """,
    "ownPipeline": "POST /crm/v8/settings/pipeline?layout_id={layout} id \(pipeline)",
    "pipeline": "GET /crm/v8/settings/pipeline?layout_id={layout} id",
    "stage": "GET /crm/v8/settings/fields/Stage?module=Deals pick_list_values.id",
    "ownProfile": "POST /crm/v8/settings/profiles/{profile}/actions/clone id \(profile)",
    "ownRole": "POST /crm/v8/settings/roles id \(role)",
    "ownUser": "POST /crm/v8/users id \(person)",
    "source": "GET /crm/v8/settings/fields/Lead_Source?module=Leads id",
    "sourceChoice": "GET /crm/v8/settings/fields/Lead_Source?module=Leads pick_list_values.id",
    "state": "GET /crm/v8/settings/fields/Lead_Status?module=Leads id",
    "stateChoice": "GET /crm/v8/settings/fields/Lead_Status?module=Leads pick_list_values.id",
    "ownGlobal": "POST /crm/v8/settings/global_picklists id \(globalPickList)",
    "globalChoice": "GET /crm/v8/settings/global_picklists/{0} pick_list_values.id",
    "ownGroup": "POST /crm/v8/settings/user_groups id \(userGroup)",
    "ownLocking": """
    POST /crm/v8/settings/record_locking_configurations?module={tried} id \(lockingConfiguration)
    """,
    "newModuleID": "POST /crm/v8/settings/modules id \(module)",
    "newModule": "GET /crm/v8/settings/modules/{newModuleID} api_name",
    "mail": "GET /crm/v8/Contacts/{1}/Emails message_id",
    "mailFile": "GET /crm/v8/Contacts/{1}/Emails/{mail} attachments.id",
    "linkedContact": "GET /crm/v8/Deals/{1}/Contact_Roles?fields=Last_Name id",
  ]

  /// Values of paths for one operation, by its parameter's name in either set.
  static let settingsSources = [
    "/__features/{}": "user_licenses",
    "/settings/global_picklists/{}": settingsIDs["ownGlobal"] ?? "",
    "/settings/user_groups/{}": settingsIDs["ownGroup"] ?? "",
    "/settings/record_locking_configurations/{}": settingsIDs["ownLocking"] ?? "",
    "PATCH /settings/fields/{} field": ownField, "PATCH /settings/fields/{} fieldId": ownField,
    "DELETE /settings/fields/{} field": ownField, "DELETE /settings/fields/{} fieldId": ownField,
    "DELETE /settings/layouts/{} id": spareLayout,
    "DELETE /settings/layouts/{}/actions/activate id": spareLayout,
    "PUT /settings/pipeline/{} id": ownPipeline, "PATCH /settings/pipeline/{} id": ownPipeline,
    "PUT /settings/profiles/{} id": ownProfile, "DELETE /settings/profiles/{} id": ownProfile,
    "PUT /settings/roles/{} role": ownRole, "PUT /settings/roles/{} role_id": ownRole,
    "DELETE /settings/roles/{} role": ownRole, "DELETE /settings/roles/{} role_id": ownRole,
    "PUT /users/{} user": ownUser, "DELETE /users/{} user": ownUser,
  ]

  /// Who takes over what a deleted setting had; the two sets have two names for the parameter.
  static let heirs = [
    "DELETE /settings/layouts/{}": "{layout}",
    "DELETE /settings/layouts/{}/actions/activate": "{layout}",
    "DELETE /settings/profiles/{}": "{profile}", "DELETE /settings/roles/{}": "{role2}",
  ]

  static let shared = "POST /Deals/{1}/actions/share \(share)"
  static let currency = """
    {"currencies":[{"name":"Currency {n}","iso_code":"{iso}","symbol":"C",\
    "exchange_rate":"11.100000000","is_active":true,"format":{"decimal_separator":"Period",\
    "thousand_separator":"Comma","decimal_places":"2"}}]}
    """

  private static let ownField = settingsIDs["ownField"] ?? ""
  private static let ownPipeline = settingsIDs["ownPipeline"] ?? ""
  private static let ownProfile = settingsIDs["ownProfile"] ?? ""
  private static let ownRole = settingsIDs["ownRole"] ?? ""
  private static let ownUser = settingsIDs["ownUser"] ?? ""
  private static let spareLayout = "GET /crm/v8/settings/layouts?module=Deals layouts.last.id"

  static let globalPickList = """
    {"global_picklists":[{"display_label":"Regions {n}","pick_list_values":[\
    {"display_value":"North","type":"used"},{"display_value":"South","type":"used"}]}]}
    """
  static let userGroup = """
    {"user_groups":[{"name":"Team {n}","sources":[{"type":"users",\
    "source":{"id":"{colleague}"}}]}]}
    """
  static let lockingConfiguration = """
    {"record_locking_configurations":[{"lock_type":"manual","locked_for":"all_profiles",\
    "feature_type":"record_locking","restricted_actions":["update"]}]}
    """

  private static let duplicateCheck =
    #"{"duplicate_check_preference":{"type":"converted_records"}}"#
  private static let dependency = """
    {"map_dependency":[{"parent":{"id":"{source}"},"child":{"id":"{state}"},"pick_list_values":\
    [{"id":"{sourceChoice}","maps":[{"id":"{stateChoice}"}]}]}]}
    """
  private static let module = """
    {"modules":[{"singular_label":"Machine{n}","plural_label":"Machines{n}",\
    "api_name":"Machines{n}","profiles":[{"id":"{profile}"}]}]}
    """
  private static let pipeline = """
    {"pipeline":[{"display_value":"Repairs {n}","default":false,"maps":[{"id":"{stage}",\
    "display_value":"Qualification","sequence_number":1}]}]}
    """
  private static let profile =
    #"{"profiles":[{"name":"Temp {n}","description":"For a while"}]}"#
  private static let role = #"{"roles":[{"name":"Junior {n}","reporting_to":{"id":"{role2}"}}]}"#
  private static let person = """
    {"users":[{"first_name":"Tom","last_name":"Reed","email":"tom{n}@example.com",\
    "role":{"id":"{role2}"},"profile":{"id":"{profile}"}}]}
    """
  private static let share = """
    {"share":[{"type":"private","permission":"read_write","share_related_records":true,\
    "shared_with":{"id":"{colleague}","type":"users"}}]}
    """
}
