extension MirrorSchema {
  /// What the pick-lists of deals say, a line each: the name, a tab and the value. All deals are read once
  /// more, since none says so yet.
  static let pipeline = """
    ALTER TABLE deals ADD COLUMN choices TEXT;
    CREATE INDEX deals_by_age ON deals(pipeline, stage_time);
    CREATE INDEX deals_by_stay ON deals(pipeline, stage, stage_time);
    CREATE INDEX deals_by_end ON deals(pipeline, stage, closing);
    DELETE FROM cursors WHERE module = 'Deals';
    """
}
