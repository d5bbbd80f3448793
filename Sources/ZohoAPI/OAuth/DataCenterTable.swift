/// The regions that a sign-in may be sent to: what a server names is looked up here, never dialled.
///
/// <https://www.zoho.com/accounts/protocol/oauth/multi-dc.html>
public struct DataCenterTable: Hashable, Sendable {
  private let centers: [String: DataCenter]

  /// Zoho's own regions.
  public static let zoho = DataCenterTable(
    centers: Dictionary(
      DataCenter.all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }))

  /// Servers on this machine that stand for regions: `["us": "http://127.0.0.1:8080"]`. An address
  /// that is not of this machine is left out.
  public static func local(_ addresses: [String: String]) -> DataCenterTable {
    DataCenterTable(centers: addresses.compactMapValues(DataCenter.custom))
  }

  /// The region with Zoho's word for it, as in `location=eu`.
  public subscript(code: String) -> DataCenter? { centers[code] }

  /// The region whose accounts server is named, as in `accounts-server=https://accounts.zoho.eu`; nil
  /// for an address that is not in the table, letter by letter.
  public func center(accounts address: String) -> DataCenter? {
    centers.values.first { $0.accounts == address }
  }
}
