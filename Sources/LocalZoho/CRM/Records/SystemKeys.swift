/// The keys of a single record that begin with `$`: what the system says of it.
/// https://www.zoho.com/crm/developer/docs/api/v8/get-records.html
extension RecordSelection {
  mutating func addSystemKeys(of module: CRMModule, hasCurrency: Bool) {
    let object = { CRMField($0, $0, .jsonobject) }
    let flag = { CRMField($0, $0, .boolean) }
    let text = { CRMField($0, $0, .text) }
    for name in ["$field_states", "$canvas_id", "$review", "$zia_visions", "$pathfinder"] {
      add(name, "'null'", like: object(name))
    }
    add(
      "$review_process", "'{\"approve\":false,\"reject\":false,\"resubmit\":false}'",
      like: object("$review_process"))
    add(
      "$approval",
      """
      '{"delegate":false,"takeover":false,"approve":false,"reject":false,"resubmit":false}'
      """, like: object("$approval"))
    add("$approval_state", "'approved'", like: text("$approval_state"))
    add("$sharing_permission", "'full_access'", like: text("$sharing_permission"))
    add("$state", "'save'", like: text("$state"))
    add("$editable", "IFNULL(r.\"Locked__s\", 0) = 0", like: flag("$editable"))
    add("$locked_for_me", "IFNULL(r.\"Locked__s\", 0)", like: flag("$locked_for_me"))
    add(
      "$process_flow", "EXISTS (SELECT 1 FROM crm_blueprint_records WHERE record_id = r.id)",
      like: flag("$process_flow"))
    for name in ["$in_merge", "$orchestration", "$is_duplicate"] {
      add(name, "0", like: flag(name))
    }
    if module.apiName == "Leads" {
      add("$converted", "IFNULL(r.\"Converted__s\", 0)", like: flag("$converted"))
    }
    if hasCurrency {
      add(
        "$currency_symbol",
        "(SELECT symbol FROM crm_currencies WHERE isoCode = r.\"Currency\")",
        like: text("$currency_symbol"))
    }
  }
}
