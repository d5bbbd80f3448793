/// Names of companies: built from words, with every fourth in the script of its country.
enum SeedAccounts {
  struct Name {
    var text: String
    /// ASCII, for web and mail addresses; unique like the name.
    var slug: String
  }

  /// The name of the account at a place; no two places share one below 60,000.
  static func name(at place: Int) -> Name {
    if place % 4 == 1 { return foreign(at: place / 4) }
    let index = place - (place + 2) / 4
    let first = firstWords[index % firstWords.count]
    let round = index / firstWords.count
    let second = secondWords[(round + 3 * index) % secondWords.count]
    let place = round / secondWords.count
    let suffix = place == 0 ? "" : " \(place + 1)"
    return Name(
      text: "\(first) \(second)\(suffix)",
      slug: "\(first)-\(second)\(place == 0 ? "" : "-\(place + 1)")".lowercased())
  }

  private static func foreign(at index: Int) -> Name {
    let (text, slug) = foreignNames[index % foreignNames.count]
    let round = index / foreignNames.count
    return round == 0
      ? Name(text: text, slug: slug)
      : Name(text: "\(text) \(round + 1)", slug: "\(slug)-\(round + 1)")
  }

  private static let firstWords = [
    "Alder", "Amberley", "Ashdown", "Banner", "Beacon", "Birch", "Blackwater", "Bramble", "Bright",
    "Calder", "Carrick", "Cedar", "Chandler", "Cinder", "Clearbrook", "Compass", "Coral", "Crown",
    "Dunmore", "Eastgate", "Elmwood", "Ember", "Fairwind", "Falcon", "Fenwick", "Foxglove",
    "Garnet", "Gilded", "Greenfield", "Halcyon", "Harbour", "Hazel", "Highmoor", "Hollin",
    "Ironbridge", "Ivory", "Juniper", "Kestrel", "Kingfisher", "Lantern", "Larkspur", "Lowland",
    "Marlow", "Meridian", "Millstone", "Northgate", "Oakhurst", "Osprey", "Pembroke", "Quarry",
    "Redwood", "Rowan", "Saltmarsh", "Silverline", "Stonebridge", "Tamarind", "Thistle",
    "Vantage", "Westbrook", "Wren",
  ]

  private static let secondWords = [
    "Logistics", "Foods", "Textiles", "Robotics", "Clinics", "Energy", "Brewing", "Optics",
    "Marine", "Timber", "Analytics", "Publishing", "Hotels", "Dairy", "Motors", "Ceramics",
    "Software", "Insurance", "Rail", "Pharma", "Interiors", "Aerospace", "Security", "Printing",
    "Coffee", "Studios", "Water", "Glass", "Farms", "Tooling", "Telecom", "Audio", "Cycles",
    "Packaging", "Estates", "Freight", "Batteries", "Seeds", "Bakeries", "Instruments",
  ]

  private static let foreignNames = [
    ("株式会社青波", "aonami"), ("Cafe\u{301} Nin\u{303}o", "cafe-nino"),
    ("شركة الميناء للتجارة", "almina-trading"),
    ("Café Éclair S.à r.l.", "cafe-eclair"),
    ("Ναυτιλιακή Ωμέγα", "omega-naftiliaki"), ("🚢 Tide & Sons", "tide-and-sons"),
    ("ООО «Северный Кедр»", "severny-kedr"), ("서울정밀공업", "seoul-jeongmil"),
    ("Ångström Måleri AB", "angstrom-maleri"), ("上海明月科技有限公司", "mingyue-keji"),
    ("Zażółć Gęślą sp. z o.o.", "zazolc-gesla"), ("नीलकमल उद्योग", "neelkamal"),
    ("חברת אורן בע״מ", "oren-ltd"),
    ("Großhandel Müßig & Söhne", "muessig"), ("ร้านกาแฟดอยช้าง", "doi-chang"),
    ("Hæstð Þingvellir ehf.", "thingvellir"), ("İzmir Yıldız A.Ş.", "izmir-yildiz"),
    ("🌱 Sprout Collective", "sprout-collective"), ("Công ty Hoa Sen", "hoa-sen"),
    ("合同会社🍡だんご", "dango"),
  ]

  struct Home {
    var city: String
    var code: String
    var country: String
    /// The currency that its companies buy in.
    var currency: String
    var dialling: String
  }

  /// Where companies are; most buy in the home currency.
  static let homes = [
    Home(
      city: "London", code: "EC2A 4NE", country: "United Kingdom", currency: "GBP",
      dialling: "+44 20 7946"),
    Home(
      city: "Leeds", code: "LS1 4AP", country: "United Kingdom", currency: "GBP",
      dialling: "+44 113 496"),
    Home(
      city: "Bristol", code: "BS1 5TR", country: "United Kingdom", currency: "GBP",
      dialling: "+44 117 496"),
    Home(
      city: "Glasgow", code: "G2 1DY", country: "United Kingdom", currency: "GBP",
      dialling: "+44 141 496"),
    Home(
      city: "Cardiff", code: "CF10 1EP", country: "United Kingdom", currency: "GBP",
      dialling: "+44 29 2018"),
    Home(
      city: "Dublin", code: "D02 X285", country: "Ireland", currency: "EUR", dialling: "+353 20 915"
    ),
    Home(
      city: "Köln", code: "50667", country: "Germany", currency: "EUR", dialling: "+49 30 23125"),
    Home(
      city: "Αθήνα", code: "105 57", country: "Greece", currency: "EUR", dialling: "+30 21 0000"),
    Home(
      city: "Boston", code: "02110", country: "United States", currency: "USD",
      dialling: "+1 617 555"),
  ]

  static let streets = [
    "High Street", "Station Road", "Mill Lane", "Quay Street", "Victoria Road", "Church Walk",
    "Kirkgate", "Bridge Street", "Orchard Close", "Dock Road",
  ]
}
