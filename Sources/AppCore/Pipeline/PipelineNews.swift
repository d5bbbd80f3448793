import Sales

/// What happened to the deals of a pipeline, beyond their rows.
public enum PipelineNews: Hashable, Sendable {
  /// Rows to be marked were found.
  case found(DealQuery, MarkExtent<Deal>, Result<MarkedRows<Deal>, Failure>)
}

/// What the pipeline screen wants done, beyond reading rows.
public enum PipelineWork: Hashable, Sendable {
  /// Find rows to be marked. Answered by `found`.
  case findRows(DealQuery, MarkExtent<Deal>, limit: Int)
}
