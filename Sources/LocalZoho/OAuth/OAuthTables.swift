import GRDB

/// Clients, grant codes and tokens.
enum OAuthTables {
  static let migrations = [
    ZohoStore.Migration(name: "oauth 1: clients, codes, tokens") { db in
      try db.execute(
        sql: """
          CREATE TABLE oauth_clients (
            id TEXT PRIMARY KEY,
            secret TEXT NOT NULL,
            name TEXT NOT NULL,
            redirect_uris TEXT NOT NULL
          ) WITHOUT ROWID;

          CREATE TABLE grant_codes (
            code TEXT PRIMARY KEY,
            client_id TEXT NOT NULL REFERENCES oauth_clients (id),
            user_id TEXT NOT NULL,
            scopes TEXT NOT NULL,
            redirect_uri TEXT,
            challenge TEXT,
            challenge_method TEXT,
            gives_refresh_token INTEGER NOT NULL,
            expires REAL NOT NULL
          ) WITHOUT ROWID;

          CREATE TABLE refresh_tokens (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            token TEXT NOT NULL UNIQUE,
            client_id TEXT NOT NULL REFERENCES oauth_clients (id),
            user_id TEXT NOT NULL,
            scopes TEXT NOT NULL
          );

          CREATE TABLE access_tokens (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            token TEXT NOT NULL UNIQUE,
            client_id TEXT NOT NULL REFERENCES oauth_clients (id),
            user_id TEXT NOT NULL,
            scopes TEXT NOT NULL,
            refresh_token TEXT REFERENCES refresh_tokens (token) ON DELETE CASCADE,
            expires REAL NOT NULL
          );
          CREATE INDEX access_tokens_of_refresh_token ON access_tokens (refresh_token);

          CREATE TABLE token_requests (
            refresh_token TEXT NOT NULL REFERENCES refresh_tokens (token) ON DELETE CASCADE,
            time REAL NOT NULL
          );
          CREATE INDEX token_requests_by_token ON token_requests (refresh_token, time);
          """)
    },
    ZohoStore.Migration(name: "oauth 2: device codes") { db in
      try db.execute(
        sql: """
          CREATE TABLE device_codes (
            code TEXT PRIMARY KEY,
            user_code TEXT NOT NULL UNIQUE,
            client_id TEXT NOT NULL REFERENCES oauth_clients (id),
            scopes TEXT NOT NULL,
            is_offline INTEGER NOT NULL,
            is_fresh INTEGER NOT NULL,
            state TEXT NOT NULL,
            location TEXT,
            expires REAL NOT NULL,
            last_poll REAL
          ) WITHOUT ROWID;
          """)
    },
  ]
}
