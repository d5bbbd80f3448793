extension MirrorSchema {
  /// When meetings end, what activities say, and what they are searched by; activities are read again
  /// for it. And who is signed in.
  static let agenda = """
    ALTER TABLE activities ADD COLUMN end_time INTEGER;
    ALTER TABLE activities ADD COLUMN note TEXT;
    ALTER TABLE activities ADD COLUMN words TEXT NOT NULL DEFAULT '';
    ALTER TABLE activities ADD COLUMN status TEXT;
    CREATE INDEX agenda_of_owner ON activities(owner_id, day, time) WHERE is_done = 0;
    CREATE INDEX agenda_of_all ON activities(day, time) WHERE is_done = 0;
    CREATE TABLE me (id TEXT NOT NULL, name TEXT NOT NULL);
    DELETE FROM cursors WHERE module IN ('Tasks', 'Events', 'Calls');
    """
}
