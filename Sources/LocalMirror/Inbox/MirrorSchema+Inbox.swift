extension MirrorSchema {
  /// What others did, and which deals are watched besides one's own.
  static let inbox = """
    CREATE TABLE notices (
      id INTEGER PRIMARY KEY, subject TEXT NOT NULL, record TEXT NOT NULL, title TEXT NOT NULL,
      change TEXT NOT NULL, author TEXT, time INTEGER NOT NULL, is_watched INTEGER NOT NULL,
      is_read INTEGER NOT NULL
    );
    CREATE INDEX notices_unread ON notices(record) WHERE is_read = 0;
    CREATE TABLE watched_deals (id TEXT PRIMARY KEY) WITHOUT ROWID;
    """
}
