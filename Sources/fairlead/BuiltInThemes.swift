/// The themes that come with the program, from the folder `themes`, as text by name.
enum BuiltInThemes {
  static let all = [
    "amber": text(PackageResources.amber_toml),
    "contrast-dark": text(PackageResources.contrast_dark_toml),
    "contrast-light": text(PackageResources.contrast_light_toml),
    "dark": text(PackageResources.dark_toml),
    "harbour-dark": text(PackageResources.harbour_dark_toml),
    "harbour-light": text(PackageResources.harbour_light_toml),
    "ink": text(PackageResources.ink_toml),
    "light": text(PackageResources.light_toml),
    "meadow": text(PackageResources.meadow_toml),
    "mono": text(PackageResources.mono_toml),
    "safe-dark": text(PackageResources.safe_dark_toml),
    "safe-light": text(PackageResources.safe_light_toml),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
