import GRDB

/// The tables that describe the organization, and the first fill of them.
enum MetadataTables {
  static let migrations = [
    ZohoStore.Migration(name: "crm 1: metadata and records") { db in
      try db.execute(
        sql: """
          CREATE TABLE crm_modules (
            id TEXT PRIMARY KEY, apiName TEXT NOT NULL UNIQUE, singularLabel TEXT NOT NULL,
            pluralLabel TEXT NOT NULL, nameField TEXT NOT NULL, duplicateCheckField TEXT,
            isAPISupported BOOLEAN NOT NULL, sequence INTEGER NOT NULL,
            isCustom BOOLEAN NOT NULL DEFAULT 0
          );
          CREATE TABLE crm_fields (
            id TEXT PRIMARY KEY, module TEXT NOT NULL REFERENCES crm_modules (apiName),
            apiName TEXT NOT NULL, label TEXT NOT NULL, dataType TEXT NOT NULL,
            length INTEGER NOT NULL, decimalPlaces INTEGER NOT NULL, isRequired BOOLEAN NOT NULL,
            isUnique BOOLEAN NOT NULL, isReadOnly BOOLEAN NOT NULL, isCustom BOOLEAN NOT NULL,
            lookupModule TEXT, pickList TEXT NOT NULL, defaultValue TEXT, section TEXT,
            sequence INTEGER NOT NULL, UNIQUE (module, apiName)
          );
          CREATE TABLE crm_layouts (
            id TEXT PRIMARY KEY, module TEXT NOT NULL, name TEXT NOT NULL, sections TEXT NOT NULL,
            terms TEXT
          );
          CREATE TABLE crm_pipelines (
            id TEXT PRIMARY KEY, layoutID TEXT NOT NULL, name TEXT NOT NULL,
            isDefault BOOLEAN NOT NULL, stages TEXT NOT NULL, sequence INTEGER NOT NULL
          );
          CREATE TABLE crm_related_lists (
            id TEXT PRIMARY KEY, module TEXT NOT NULL, apiName TEXT NOT NULL, label TEXT NOT NULL,
            members TEXT NOT NULL, activities TEXT, sequence INTEGER NOT NULL,
            UNIQUE (module, apiName)
          );
          CREATE TABLE crm_custom_views (
            id TEXT PRIMARY KEY, module TEXT NOT NULL, name TEXT NOT NULL,
            systemName TEXT NOT NULL, isDefault BOOLEAN NOT NULL, filter TEXT NOT NULL,
            fields TEXT NOT NULL, sequence INTEGER NOT NULL, sortBy TEXT, sortOrder TEXT
          );
          CREATE TABLE crm_currencies (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, isoCode TEXT NOT NULL UNIQUE,
            symbol TEXT NOT NULL, rateBillionths INTEGER NOT NULL, isBase BOOLEAN NOT NULL,
            isActive BOOLEAN NOT NULL
          );
          CREATE TABLE crm_deleted (
            id INTEGER PRIMARY KEY, module TEXT NOT NULL, display_name TEXT,
            deleted_time INTEGER NOT NULL, deleted_by INTEGER NOT NULL, created_by INTEGER
          );
          CREATE INDEX crm_deleted_of_module ON crm_deleted (module, deleted_time);
          """)
      try StandardMetadata.install(db)
    },
    actions,
  ]
}
