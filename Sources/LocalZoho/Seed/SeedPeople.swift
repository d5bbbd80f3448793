/// Names of people in several scripts, each with letters for a mail address.
enum SeedPeople {
  struct Part {
    var text: String
    var ascii: String

    init(_ text: String, _ ascii: String? = nil) {
      self.text = text
      self.ascii = ascii ?? text.lowercased()
    }
  }

  /// Names that go together.
  struct Group {
    var first: [Part]
    var last: [Part]
  }

  /// The group of a contact: two of three are from the first.
  static func group(at index: Int) -> Group {
    index % 3 < 2 ? groups[0] : groups[1 + index / 3 % (groups.count - 1)]
  }

  private static let groups = [
    Group(
      first: [
        "Amelia", "Arthur", "Beatrice", "Callum", "Daisy", "Edward", "Fiona", "George", "Hannah",
        "Isaac", "Jessica", "Kieran", "Lucy", "Matthew", "Nora", "Oliver", "Poppy", "Rhys",
        "Sophie", "Thomas", "Una", "Victor", "Winifred", "Zachary",
      ].map { Part($0) },
      last: [
        "Abbott", "Bennett", "Carter", "Davies", "Ellison", "Fletcher", "Gallagher", "Hughes",
        "Ingram", "Jennings", "Kerr", "Lloyd", "MacLeod", "Norris", "Osborne", "Palmer", "Quinn",
        "Reid", "Sinclair", "Turner", "Underwood", "Vaughan", "Whitaker", "Young",
      ].map { Part($0) }),
    Group(
      first: [
        Part("愛子", "aiko"), Part("健太", "kenta"), Part("美咲", "misaki"), Part("大翔", "hiroto"),
      ],
      last: [
        Part("田中", "tanaka"), Part("佐々木", "sasaki"), Part("渡辺", "watanabe"),
        Part("髙橋", "takahashi"),
      ]),
    Group(
      first: [
        Part("ليلى", "layla"), Part("عمر", "omar"), Part("نور", "nour"), Part("يوسف", "yusuf"),
      ],
      last: [Part("حداد", "haddad"), Part("المصري", "almasri"), Part("خليل", "khalil")]),
    Group(
      first: [
        Part("Jürgen", "juergen"), Part("Zoë", "zoe"), Part("Bjo\u{308}rn", "bjoern"),
        Part("Łukasz", "lukasz"), Part("Siobhán", "siobhan"),
      ],
      last: [
        Part("Müller-Lüdenscheidt", "mueller"), Part("Wójcik", "wojcik"),
        Part("Nun\u{303}ez", "nunez"), Part("Ekström", "ekstroem"), Part("Đặng", "dang"),
      ]),
    Group(
      first: [
        Part("Ελένη", "eleni"), Part("Νίκος", "nikos"), Part("Анна", "anna"), Part("Юрий", "yuri"),
      ],
      last: [Part("Παππάς", "pappas"), Part("Соколова", "sokolova"), Part("Ivanović", "ivanovic")]),
    Group(
      first: [
        Part("प्रिया", "priya"), Part("अर्जुन", "arjun"), Part("지민", "jimin"), Part("서연", "seoyeon"),
      ],
      last: [Part("नायर", "nair"), Part("शर्मा", "sharma"), Part("김", "kim"), Part("박", "park")]),
    Group(
      first: [Part("Robin 🌈", "robin"), Part("Max ⚡️", "max"), Part("Sam 👩‍💻", "sam")],
      last: [
        Part("O’Hara", "ohara"), Part("van der Berg", "vanderberg"), Part("D'Angelo", "dangelo"),
      ]),
  ]

  /// The owners beside the administrator.
  static let owners = [
    User(
      id: "4150868000000000102", zuid: "60001234502", firstName: "Łukasz", lastName: "Wójcik",
      email: "lukasz.wojcik@fairlead.example", role: "Manager", profile: "Standard",
      status: "active", sequence: 2),
    User(
      id: "4150868000000000103", zuid: "60001234503", firstName: "愛子", lastName: "田中",
      email: "aiko.tanaka@fairlead.example", role: "Sales", profile: "Standard",
      status: "active", sequence: 3),
    User(
      id: "4150868000000000104", zuid: "60001234504", firstName: "ليلى", lastName: "حداد",
      email: "layla.haddad@fairlead.example", role: "Sales", profile: "Standard",
      status: "active", sequence: 4),
    User(
      id: "4150868000000000105", zuid: "60001234505", firstName: "प्रिया", lastName: "नायर",
      email: "priya.nair@fairlead.example", role: "Sales", profile: "Standard",
      status: "active", sequence: 5),
    User(
      id: "4150868000000000106", zuid: "60001234506", firstName: "Bjo\u{308}rn",
      lastName: "Ekström", email: "bjoern.ekstroem@fairlead.example", role: "Sales",
      profile: "Standard", status: "active", sequence: 6),
  ]

  static let titles = [
    "Head of Operations", "Purchasing Manager", "Finance Director", "IT Manager", "Owner",
    "Office Manager", "Chief Engineer", "Managing Director", "Logistics Lead", "Buyer",
  ]
}
