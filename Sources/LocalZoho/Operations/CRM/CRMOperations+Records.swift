extension CRMOperations {
  /// Records and what is done to them, one by one and in numbers.
  static let recordAreas: [OfficialArea] = [
    record, recordCount, moduleSearch, massUpdate, massDeleteCvid, massChangeOwner, changeOwner,
    shareRecords, entityScores, recycleBin, recordLocking, timelines,
  ]

  private static let record = OfficialArea(
    .crm, "record",
    [
      .served("GET", "/crm/v8/{module_api_name}/{id}"),
      .served("PUT", "/crm/v8/{module_api_name}/{id}"),
      .served("DELETE", "/crm/v8/{module_api_name}/{id}"),
      .served("GET", "/crm/v8/{module_api_name}"),
      .served("POST", "/crm/v8/{module_api_name}"),
      .served("PUT", "/crm/v8/{module_api_name}"),
      .served("DELETE", "/crm/v8/{module_api_name}"),
      .served("POST", "/crm/v8/{module_api_name}/upsert"),
      .served("GET", "/crm/v8/{module_api_name}/deleted"),
      .served("GET", "/crm/v8/{module_api_name}/{id}/photo"),
      .served("POST", "/crm/v8/{module_api_name}/{id}/photo"),
      .served("DELETE", "/crm/v8/{module_api_name}/{id}/photo"),
      .unknown("POST", "/crm/v8/{module_api_name}/actions/assign_territories"),
      .unknown("POST", "/crm/v8/{module_api_name}/{id}/actions/assign_territories"),
      .unknown("POST", "/crm/v8/{module_api_name}/actions/remove_territories"),
      .unknown("POST", "/crm/v8/{module_api_name}/{id}/actions/remove_territories"),
      .served("GET", "/crm/v8/{module_api_name}/actions/count"),
      .served("GET", "/crm/v8/{module_api_name}/{id}/actions/fetch_full_data"),
      .served("GET", "/crm/v8/{module_api_name}/actions/fetch_full_data"),
      .served("POST", "/crm/v8/{module_api_name}/{id}/actions/clone"),
    ])

  private static let recordCount = OfficialArea(
    .crm, "record-count",
    [
      .unknown("POST", "/crm/v8/{module_api_name}/actions/count")
    ])

  private static let moduleSearch = OfficialArea(
    .crm, "module-search",
    [
      .served("GET", "/crm/v8/{module}/search")
    ])

  private static let massUpdate = OfficialArea(
    .crm, "mass-update",
    [
      .served("GET", "/crm/v8/{module}/actions/mass_update"),
      .served("POST", "/crm/v8/{module}/actions/mass_update"),
    ])

  private static let massDeleteCvid = OfficialArea(
    .crm, "mass-delete-cvid",
    [
      .served("GET", "/crm/v8/{module}/actions/mass_delete"),
      .served("POST", "/crm/v8/{module}/actions/mass_delete"),
    ])

  private static let massChangeOwner = OfficialArea(
    .crm, "mass-change-owner",
    [
      .served("GET", "/crm/v8/{module}/actions/mass_change_owner"),
      .served("POST", "/crm/v8/{module}/actions/mass_change_owner"),
    ])

  private static let changeOwner = OfficialArea(
    .crm, "change-owner",
    [
      .served("POST", "/crm/v8/{module}/{id}/actions/change_owner"),
      .served("POST", "/crm/v8/{module}/actions/change_owner"),
    ])

  private static let shareRecords = OfficialArea(
    .crm, "share-records",
    [
      .served("GET", "/crm/v8/{module_api_name}/{record_id}/actions/share"),
      .served("POST", "/crm/v8/{module_api_name}/{record_id}/actions/share"),
      .served("PUT", "/crm/v8/{module_api_name}/{record_id}/actions/share"),
      .served("DELETE", "/crm/v8/{module_api_name}/{record_id}/actions/share"),
    ])

  private static let entityScores = OfficialArea(
    .crm, "entity-scores",
    [
      .unknown("GET", "/crm/v8/Entity_Scores__s/{record_id}"),
      .unknown("GET", "/crm/v8/Entity_Scores__s"),
    ])

  private static let recycleBin = OfficialArea(
    .crm, "recycle-bin",
    [
      .served("GET", "/crm/v8/settings/recycle_bin"),
      .served("DELETE", "/crm/v8/settings/recycle_bin"),
      .served("GET", "/crm/v8/settings/recycle_bin/{record_id}"),
      .served("DELETE", "/crm/v8/settings/recycle_bin/{record_id}"),
      .served("POST", "/crm/v8/settings/recycle_bin/actions/restore"),
      .served("GET", "/crm/v8/settings/recycle_bin/actions/count"),
      .served("POST", "/crm/v8/settings/recycle_bin/actions/empty"),
      .served("POST", "/crm/v8/settings/recycle_bin/{recordId}/actions/restore"),
    ])

  private static let recordLocking = OfficialArea(
    .crm, "record-locking",
    [
      .served("GET", "/crm/v8/{module_name}/{record_id}/Locking_Information__s"),
      .served("POST", "/crm/v8/{module_name}/{record_id}/Locking_Information__s"),
      .served("GET", "/crm/v8/{module_name}/{record_id}/Locking_Information__s/{lock_id}"),
      .served("PUT", "/crm/v8/{module_name}/{record_id}/Locking_Information__s/{lock_id}"),
      .served("DELETE", "/crm/v8/{module_name}/{record_id}/Locking_Information__s/{lock_id}"),
    ])

  private static let timelines = OfficialArea(
    .crm, "timelines",
    [
      .served("GET", "/crm/v8/{module}/{record_id}/__timeline")
    ])
}
