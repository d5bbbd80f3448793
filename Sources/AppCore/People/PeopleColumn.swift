import Sales
import Screen

/// The columns of the lists of people and companies.
enum PeopleColumn: Hashable {
  case name, company, role, email, phone, deals

  /// The columns that fit a width, from left to right, with the first cell and the width of each; the
  /// name takes what is left.
  static func fitting(
    _ width: Int, in list: PeopleList
  ) -> [(column: PeopleColumn, offset: Int, width: Int)] {
    var columns: [(PeopleColumn, Int)] = [(.name, 0), (.company, 20)]
    if list != .leads { columns.append((.deals, 14)) } else { columns.append((.role, 16)) }
    if width >= 84 { columns.insert((list == .accounts ? .phone : .email, 24), at: 2) }
    if width >= 104, list != .accounts { columns.insert((.phone, 17), at: 3) }
    if width >= 120, list != .leads { columns.insert((.role, 22), at: 2) }
    let fixed = columns.reduce(0) { $0 + $1.1 } + columns.count
    var offset = 1
    return columns.map { column, columnWidth in
      let own = column == .name ? max(8, width - fixed) : columnWidth
      defer { offset += own + 1 }
      return (column, offset, own)
    }
  }

  /// What stands above it.
  func title(in list: PeopleList) -> SafeText {
    switch self {
    case .name: "Name"
    case .company: list == .accounts ? "Industry" : list == .leads ? "Company" : "Account"
    case .role: list == .accounts ? "Website" : list == .leads ? "Status" : "Title"
    case .email: "Email"
    case .phone: "Phone"
    case .deals: "Open deals"
    }
  }

  /// What it says of a row.
  func text(of row: PersonRow, home: Currency, width: Int) -> SafeText {
    switch self {
    case .name: SafeText(row.name)
    case .company: SafeText(row.company)
    case .role: SafeText(row.role)
    case .email: SafeText(row.email)
    case .phone: SafeText(row.phone)
    case .deals: deals(of: row, home: home, width: width)
    }
  }

  private func deals(of row: PersonRow, home: Currency, width: Int) -> SafeText {
    guard row.openDeals > 0 else { return "" }
    guard row.openTotals.all.contains(where: { $0.amount != 0 }) else { return "\(row.openDeals)" }
    let count = "\(row.openDeals)  "
    return "\(count)\(row.openTotals.shortened(to: width - count.count, home: home))"
  }
}
