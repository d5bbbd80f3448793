import FoundationEssentials

/// What the organization sells, in the CRM and in Books.
enum SeedProducts {
  struct Product {
    var name: String
    var code: String
    var pence: Int
    var category: String
    var description: String
  }

  static let all = [
    Product(
      name: "Licence, annual", code: "LIC-Y", pence: 40_000, category: "Software",
      description: "One user, twelve months"),
    Product(
      name: "Licence, monthly", code: "LIC-M", pence: 3900, category: "Software",
      description: "One user, one month"),
    Product(
      name: "Onboarding day", code: "SRV-ONB", pence: 85_000, category: "CRM Applications",
      description: "On site or remote"),
    Product(
      name: "Training, half day", code: "SRV-TRN", pence: 42_500, category: "CRM Applications",
      description: "Up to eight people"),
    Product(
      name: "Data import", code: "SRV-IMP", pence: 120_000, category: "CRM Applications",
      description: "From one source system"),
    Product(
      name: "Support, standard", code: "SUP-S", pence: 9900, category: "Software",
      description: "A month, weekdays 9 to 17"),
    Product(
      name: "Support, priority", code: "SUP-P", pence: 24_900, category: "Software",
      description: "A month, every day, four hours"),
    Product(
      name: "Rugged tablet", code: "HW-TAB", pence: 64_950, category: "Hardware",
      description: "10 inch, IP67"),
    Product(
      name: "Label printer", code: "HW-LBL", pence: 27_999, category: "Hardware",
      description: "Thermal, 4 inch"),
    Product(
      name: "Barcode scanner", code: "HW-SCN", pence: 18_750, category: "Hardware",
      description: "2D, wireless"),
    Product(
      name: "Café starter kit ☕️", code: "KIT-CAF", pence: 149_900, category: "Hardware",
      description: "Tablet, printer and stand"),
    Product(
      name: "コンサルティング（1日）", code: "SRV-JP", pence: 98_000, category: "CRM Applications",
      description: "日本語対応"),
    Product(
      name: "Hosting, small", code: "HST-S", pence: 4999, category: "Software",
      description: "A month, 50 GB"),
    Product(
      name: "Hosting, large", code: "HST-L", pence: 19_999, category: "Software",
      description: "A month, 500 GB"),
  ]
}
