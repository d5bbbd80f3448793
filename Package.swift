// swift-tools-version: 6.1
import PackageDescription

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
/// What tests of the whole client without its terminal stand on.
let wholeClient: [Target.Dependency] = [
  "Services", "AppCore", "LocalZoho", "ZohoAPI", "LocalMirror", "Outbox", "Sales", "Screen",
]

let package = Package(
  name: "fairlead",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
  ],
  targets: [
    // The ground floor: nothing of ours below it.
    .target(name: "Sales"),
    .target(name: "Screen"),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(name: "CHaru", providers: [.apt(["libhpdf-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .target(
      name: "LocalZoho",
      dependencies: [
        "CHaru", "CZip", grdb, crypto,
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
      ]),

    .target(name: "AppCore", dependencies: ["Sales", "Screen"]),
    .target(name: "Curses", dependencies: ["Screen", "CNcurses"]),
    .target(
      name: "ZohoAPI",
      dependencies: ["Sales", .product(name: "AsyncHTTPClient", package: "async-http-client")]),
    .target(name: "LocalMirror", dependencies: ["Sales", grdb]),
    .target(name: "Outbox", dependencies: ["Sales", grdb]),

    .target(
      name: "Services",
      dependencies: ["AppCore", "ZohoAPI", "LocalMirror", "Outbox", crypto]),

    .executableTarget(
      name: "fairlead",
      dependencies: [
        "Services", "Curses", "CZip", "LocalZoho", "SwiftCSV", "TOMLKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("../../themes/amber.toml"),
        .embedInCode("../../themes/contrast-dark.toml"),
        .embedInCode("../../themes/contrast-light.toml"),
        .embedInCode("../../themes/dark.toml"),
        .embedInCode("../../themes/harbour-dark.toml"),
        .embedInCode("../../themes/harbour-light.toml"),
        .embedInCode("../../themes/ink.toml"),
        .embedInCode("../../themes/light.toml"),
        .embedInCode("../../themes/meadow.toml"),
        .embedInCode("../../themes/mono.toml"),
        .embedInCode("../../themes/safe-dark.toml"),
        .embedInCode("../../themes/safe-light.toml"),
      ]),

    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Services", "CNcurses",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "SalesTests", dependencies: ["Sales"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(name: "AppCoreTests", dependencies: ["AppCore", "Sales", "Screen"]),
    .testTarget(
      name: "FairleadTests",
      dependencies: [
        "fairlead", "AppCore", "LocalZoho", "Sales", "Screen", "ZohoAPI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "ZohoAPITests", dependencies: ["ZohoAPI", "Sales"]),
    .testTarget(name: "LocalMirrorTests", dependencies: ["LocalMirror", "Sales", grdb]),
    .testTarget(name: "OutboxTests", dependencies: ["Outbox", "Sales", grdb]),
    .testTarget(name: "LocalZohoTests", dependencies: ["LocalZoho", "Yams"]),
    .testTarget(name: "ServicesTests", dependencies: wholeClient),
    .testTarget(name: "SessionTests", dependencies: wholeClient),
    // A person at a terminal: libvterm reads what the program draws.
    .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),
    .testTarget(name: "ProgramTests", dependencies: ["CVterm", "fairlead"]),
  ],
  swiftLanguageModes: [.v6]
)
