// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "fairlead",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Sales"),
    .target(name: "Screen"),
    .target(name: "AppCore", dependencies: ["Sales", "Screen"]),
    .testTarget(name: "SalesTests", dependencies: ["Sales"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(name: "AppCoreTests", dependencies: ["AppCore", "Sales", "Screen"]),
  ],
  swiftLanguageModes: [.v6]
)
