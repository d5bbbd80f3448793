import Sales
import Screen

extension RecordForm {
  /// Lets the field have a key; nil when the key is not for it. The answer says whether records are to
  /// be looked for.
  mutating func take(_ key: Key) -> Bool? {
    guard let current else { return nil }
    switch current.kind {
    case .boolean: return takeBoolean(key)
    case .pickList, .multiPickList, .lookUp, .user: return takeInMenu(key, current)
    case .other: return nil
    default: return takeText(key, current) ? false : nil
    }
  }

  /// The text of a field as it is being typed.
  func text(of field: FormField) -> TextField {
    texts[field.apiName] ?? TextField(notation.typed(value(field.apiName), in: field))
  }

  /// Whether a field holds several lines, which only an editor can change.
  func hasLines(_ field: FormField) -> Bool {
    value(field.apiName).text.contains(where: \.isNewline)
  }

  private mutating func takeText(_ key: Key, _ field: FormField) -> Bool {
    if hasLines(field) { return false }
    var text = text(of: field)
    if isFresh {
      switch key {
      case .character, .paste: if field.kind.isEchoed { text = TextField() }
      default: break
      }
    }
    let before = text.text
    guard text.take(key) else { return false }
    isFresh = false
    texts[field.apiName] = text
    if text.text != before { enter(text.text, in: field) }
    return true
  }

  /// Takes a text as a field's value, or says why it is none.
  mutating func enter(_ text: String, in field: FormField) {
    problems[field.apiName] = nil
    remarks[field.apiName] = nil
    do throws(InputProblem) {
      set(field.apiName, try notation.value(of: text, in: field))
    } catch {
      problems[field.apiName] = error.words
    }
  }

  /// Gives a field a value; choices that do not go with it are taken back.
  mutating func set(_ name: String, _ value: RecordValue) {
    values[name] = value
    problems[name] = nil
    remarks[name] = nil
    for field in editable where field.dependency?.parent == name {
      let chosen = self.value(field.apiName)
      let allowed = field.choices(with: values)
      if !chosen.isEmpty, !allowed.contains(where: { $0.stored == chosen.text }) {
        values[field.apiName] = .empty
      }
    }
  }

  private mutating func takeBoolean(_ key: Key) -> Bool? {
    switch key {
    case .character(" "), .left, .right:
      set(field, .bool(value(field) != .bool(true)))
    case .character("y"): set(field, .bool(true))
    case .character("n"): set(field, .bool(false))
    case .character, .paste: break
    default: return nil
    }
    return false
  }

  private mutating func takeInMenu(_ key: Key, _ field: FormField) -> Bool? {
    if menu == nil {
      switch key {
      case .backspace, .delete:
        set(field.apiName, .empty)
        return false
      case .character, .paste: openMenu()
      default: return nil
      }
      if case .character(" ") = key { return field.kind.isLookUp }
    }
    guard var menu else { return nil }
    if field.kind == .multiPickList, case .character(" ") = key {
      toggle(menu.row, field)
      return false
    }
    let before = menu.filter.text
    guard menu.filter.take(key) else { return nil }
    if menu.filter.text != before {
      menu.selected = 0
      menu.isLooking = field.kind.isLookUp
    }
    self.menu = menu
    return field.kind.isLookUp && menu.filter.text != before
  }

  /// Opens the choices of the field, with the cursor on the one it has.
  mutating func openMenu() {
    guard let current else { return }
    if current.kind.isLookUp {
      menu = FieldMenu(rows: [], isLooking: true, isSearch: true)
      return
    }
    let rows = current.choices(with: values).map {
      FieldMenu.Row(value: .text($0.stored), label: SafeText($0.shown))
    }
    var menu = FieldMenu(rows: rows)
    menu.selected = rows.firstIndex { $0.value.isSame(as: value(field)) } ?? 0
    self.menu = menu
  }

  private mutating func toggle(_ row: FieldMenu.Row?, _ field: FormField) {
    guard let stored = row?.value.text else { return }
    var chosen = chosen(field)
    if let place = chosen.firstIndex(of: stored) {
      chosen.remove(at: place)
    } else {
      chosen.append(stored)
    }
    let ordered = field.choices.map(\.stored).filter(chosen.contains)
    set(field.apiName, ordered.isEmpty ? .empty : .list(ordered))
  }

  /// The choices taken of a field that takes several.
  func chosen(_ field: FormField) -> [String] {
    if case .list(let items) = value(field.apiName) { return items }
    return []
  }

  /// Takes the choice under the cursor and closes the choices; false when there is none.
  mutating func choose() -> Bool {
    guard let menu, let current else { return false }
    if current.kind == .multiPickList {
      self.menu = nil
      return true
    }
    guard let row = menu.row else { return false }
    set(current.apiName, row.value)
    self.menu = nil
    return true
  }
}

extension FormField.Kind {
  /// Whether its choices are records or users that have to be looked for.
  var isLookUp: Bool { self == .lookUp || self == .user }
}
