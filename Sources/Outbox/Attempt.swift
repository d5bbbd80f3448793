import FoundationEssentials

/// One try at sending an intent.
public struct Attempt: Hashable, Sendable {
  /// How far it is known to have got.
  public enum Phase: String, Hashable, Sendable, Codable {
    /// On disk; the first byte may leave.
    case journaled
    /// Bytes have left.
    case sent
    /// It ended, one way or another.
    case answered
  }

  /// The intent it belongs to.
  public let intent: Intent.ID
  /// Which try it is, from 1.
  public let number: Int
  /// How far it got.
  public var phase: Phase
  /// The process that makes it.
  public let owner: Owner
  /// When it was journaled.
  public let journaled: Date
  /// Whether the user told us to send again.
  public let isApproved: Bool
  /// The SHA-256 the bytes must have.
  public let requestHash: String
  /// How many bytes of the request are known to have left.
  public var bytesWritten: Int
  /// What came back.
  public var answer: Answer?
  /// How it ended: nil while nobody knows.
  public var ending: Ending?

  /// How an attempt ended.
  public enum Ending: String, Hashable, Sendable, Codable {
    /// It happened.
    case confirmed
    /// Zoho refused it.
    case rejected
    /// Not one byte left.
    case notSent
    /// Zoho said that it did not carry it out.
    case notExecuted
    /// Nobody knows.
    case uncertain
    /// The record had changed.
    case conflict
  }
}

/// The process that holds an intent. A process is the same only when all three agree.
public struct Owner: Hashable, Sendable {
  /// The process id.
  public let pid: Int32
  /// When the process started, in clock ticks since the machine did.
  public let startTicks: UInt64
  /// The id of the machine's present run.
  public let bootID: String

  /// A process.
  public init(pid: Int32, startTicks: UInt64, bootID: String) {
    self.pid = pid
    self.startTicks = startTicks
    self.bootID = bootID
  }
}

/// What came back from Zoho, for the record.
public struct Answer: Hashable, Sendable {
  /// The HTTP status.
  public var status: Int?
  /// Zoho's code, such as `SUCCESS` or `0`.
  public var code: String?
  /// The server's `Date` header.
  public var serverDate: Date?
  /// The sort of error, in our words, such as `timeout`.
  public var errorClass: String?

  /// What came back.
  public init(
    status: Int? = nil, code: String? = nil, serverDate: Date? = nil, errorClass: String? = nil
  ) {
    self.status = status
    self.code = code
    self.serverDate = serverDate
    self.errorClass = errorClass
  }
}
