import FoundationEssentials
import GRDB
import Sales

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The words of a pipeline's deals side by side in memory, with what a found list needs of them: a
/// filter then settles between two keys, which a walk over the table does not.
///
/// It takes some 90 bytes a deal, from the first filter until the deals change.
struct DealSearch: Sendable {
  /// The deals' numbers, ascending. A deal's place in here is its place in all the columns.
  private var numbers: [Int64] = []
  /// Each deal's words, a line break after them, and a zero at the end.
  private var text: [UInt8] = []
  /// Where each deal's words end in the text.
  private var ends: [Int32] = []
  private var amounts: [Int64] = []
  /// The next days as digits, such as 20260630; 0 for none.
  private var days: [Int32] = []
  private var stages: [Int32] = []
  private var currencies: [Int32] = []
  private var stageNames = Names()
  private var currencyNames = Names()

  static func load(_ pipeline: Pipeline.ID, _ db: Database) throws -> DealSearch {
    var search = DealSearch()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT deal, words, stage, amount, currency, next_day FROM deal_search
        WHERE pipeline = ? ORDER BY deal
        """, arguments: [pipeline.rawValue])
    let count = try Int.fetchOne(
      db, sql: "SELECT coalesce(sum(count), 0) FROM deal_days WHERE pipeline = ?",
      arguments: [pipeline.rawValue])
    search.reserve(count ?? 0)
    while let row = try rows.next() {
      search.numbers.append(row[0])
      search.append(row[1])
      search.stages.append(search.stageNames.index(of: row[2]))
      search.amounts.append(row[3])
      search.currencies.append(search.currencyNames.index(of: row[4]))
      search.days.append(digits(row[5]))
    }
    search.text.append(0)
    return search
  }

  private mutating func reserve(_ count: Int) {
    numbers.reserveCapacity(count)
    ends.reserveCapacity(count)
    amounts.reserveCapacity(count)
    days.reserveCapacity(count)
    stages.reserveCapacity(count)
    currencies.reserveCapacity(count)
  }

  /// The end of the text is told by a zero, so there can be none within.
  private mutating func append(_ words: String) {
    for byte in words.utf8 where byte != 0 { text.append(byte) }
    text.append(UInt8(ascii: "\n"))
    ends.append(Int32(clamping: text.count))
  }

  /// The places of the deals that have every word; all of them without words.
  func matches(_ words: [String]) -> [Int] {
    guard let first = words.max(by: { $0.utf8.count < $1.utf8.count }) else {
      return Array(numbers.indices)
    }
    let found = places(with: Array(first.utf8))
    let others = words.filter { $0 != first }.map { Array($0.utf8) }
    if others.isEmpty { return found }
    return found.filter { place in
      others.allSatisfy { has($0, at: place) }
    }
  }

  /// Those places by what needs doing first.
  func byNeed(_ places: [Int], today: CalendarDate) -> [Int] {
    let today = Self.digits(today.description)
    var keys = places.map { place in
      let day = days[place]
      let turn: UInt64 = day == 0 ? 1 : day <= today ? 0 : 2
      return turn << 60 | UInt64(day) << 32 | UInt64(place)
    }
    keys.sort()
    return keys.map { Int($0 & 0xFFFF_FFFF) }
  }

  /// The places of the deals of those numbers, in their order.
  func places(of numbers: [Int64]) -> [Int] {
    numbers.compactMap(place(of:))
  }

  /// Those places in the order of a list of all places.
  func ordered(_ places: [Int], like order: [Int]) -> [Int] {
    var isWanted = [Bool](repeating: false, count: numbers.count)
    for place in places { isWanted[place] = true }
    return order.filter { isWanted[$0] }
  }

  /// The deals at those places as lists, of all stages and of each.
  ///
  /// - Parameter groups: What stands in the place of the stages; deals that are over are left out then.
  func lists(
    _ places: [Int], today: CalendarDate, groups: DealGroups? = nil
  ) -> ListCache.Deals {
    var all = Gathered(currencyCount: currencyNames.all.count)
    let columns = groups?.places ?? stages
    let names = groups?.ids ?? stageNames.all
    var byStage = names.map { _ in all }
    let today = Self.digits(today.description)
    for place in places where columns[place] >= 0 {
      let (amount, currency) = (amounts[place], Int(currencies[place]))
      let column = Int(columns[place])
      all.add(numbers[place], amount, currency)
      byStage[column].add(numbers[place], amount, currency)
      if days[place] == 0 {
        byStage[column].bare += 1
      } else if days[place] <= today {
        byStage[column].due += 1
      }
    }
    let stageLists = zip(names, byStage).map { stage, gathered in
      (Stage.ID(stage), gathered.list(currencyNames.all))
    }
    return ListCache.Deals(
      all: all.list(currencyNames.all),
      byStage: Dictionary(uniqueKeysWithValues: stageLists))
  }

  private func places(with word: [UInt8]) -> [Int] {
    var found: [Int] = []
    let sought = word + [0]
    text.withUnsafeBytes { buffer in
      sought.withUnsafeBytes { sought in
        guard let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
          let needle = sought.baseAddress?.assumingMemoryBound(to: CChar.self)
        else { return }
        var start = base
        var place = 0
        while let hit = strstr(start, needle) {
          let position = UnsafePointer(hit) - base
          while ends[place] <= position { place += 1 }
          found.append(place)
          start = base + Int(ends[place])
          place += 1
        }
      }
    }
    return found
  }

  private func has(_ word: [UInt8], at place: Int) -> Bool {
    let start = place == 0 ? 0 : Int(ends[place - 1])
    let end = Int(ends[place])
    return text.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let first = word.first else { return true }
      var from = start
      while end - from >= word.count,
        let hit = memchr(base + from, Int32(first), end - from - word.count + 1)
      {
        if memcmp(hit, word, word.count) == 0 { return true }
        from = UnsafeRawPointer(hit) - base + 1
      }
      return false
    }
  }

  private func place(of number: Int64) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  private static func digits(_ day: String?) -> Int32 {
    guard let day else { return 0 }
    return day.utf8.reduce(0) { number, byte in
      byte == UInt8(ascii: "-") ? number : number &* 10 &+ Int32(byte & 0x0F)
    }
  }
}

/// Names that occur again and again, kept once.
private struct Names: Sendable {
  private(set) var all: [String] = []
  private var known: [String: Int32] = [:]

  mutating func index(of name: String) -> Int32 {
    if let index = known[name] { return index }
    let index = Int32(clamping: all.count)
    all.append(name)
    known[name] = index
    return index
  }
}

/// Rows as they are found, with a sum for each currency.
private struct Gathered {
  private var rows: [Int64] = []
  private var sums: [Int64]
  private var counts: [Int]
  var due = 0
  var bare = 0

  init(currencyCount: Int) {
    sums = [Int64](repeating: 0, count: currencyCount)
    counts = [Int](repeating: 0, count: currencyCount)
  }

  mutating func add(_ row: Int64, _ amount: Int64, _ currency: Int) {
    rows.append(row)
    sums[currency] &+= amount
    counts[currency] += 1
  }

  /// A deal without an amount has the empty currency.
  func list(_ currencies: [String]) -> ListCache.FoundList {
    var totals = Totals()
    for (index, code) in currencies.enumerated() where counts[index] > 0 && !code.isEmpty {
      totals.add(Money(StoredAmount.decimal(sums[index]), Currency(code)))
    }
    return ListCache.FoundList(rows: rows, totals: totals, due: due, bare: bare)
  }
}
