// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "fairlead",
  platforms: [.macOS(.v15)],
  targets: [
    .target(name: "Sales"),
    .testTarget(name: "SalesTests", dependencies: ["Sales"]),
  ],
  swiftLanguageModes: [.v6]
)
