import AppCore

extension Services {
  func perform(_ effect: PeopleEffect) async {}
}
