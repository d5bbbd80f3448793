/// The themes that come with the program, from the folder `themes`, as text by name.
enum BuiltInThemes {
  static let all = [
    "dark": String(decoding: PackageResources.dark_toml, as: UTF8.self),
    "light": String(decoding: PackageResources.light_toml, as: UTF8.self),
    "mono": String(decoding: PackageResources.mono_toml, as: UTF8.self),
  ]
}
