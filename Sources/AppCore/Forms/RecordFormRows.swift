import Sales
import Screen

/// The rows of a form from top to bottom: headings, fields, and below a field what there is to say.
struct RecordFormRows {
  enum Row: Hashable {
    case heading(SafeText)
    case field(String)
    case words(SafeText, Style)
    case choice(Int)
  }

  /// The rows.
  private(set) var rows: [Row] = []
  /// The row of the field that has the keys.
  private(set) var current = 0
  /// The last row that belongs to it.
  private(set) var currentEnd = 0

  /// How many choices are shown at a time.
  static let choices = 6

  /// The rows of a form.
  init(_ form: RecordForm) {
    if let refusal = form.refusal { rows.append(.words("! " + refusal, .bad)) }
    rows += form.notices.map { .words($0, .warning) }
    for section in form.sections where !section.fields.isEmpty {
      if !section.label.isEmpty { rows.append(.heading(SafeText(section.label))) }
      for field in section.fields {
        let isCurrent = field.apiName == form.field
        if isCurrent { current = rows.count }
        rows.append(.field(field.apiName))
        if let problem = form.complaint(about: field.apiName) {
          rows.append(.words("! " + problem, .bad))
        } else if isCurrent, form.hasLines(field) {
          rows.append(.words("Ctrl-E opens it in your editor", .dim))
        } else if isCurrent, let echo = form.echo(field) {
          rows.append(.words("= " + echo, .good))
        }
        if isCurrent {
          addChoices(form)
          currentEnd = rows.count - 1
        }
      }
    }
  }

  private mutating func addChoices(_ form: RecordForm) {
    guard let menu = form.menu else { return }
    let shown = menu.shown
    let range = visible(shown.count, around: menu.selected, rows: Self.choices)
    rows += range.map(Row.choice)
    if menu.isLooking {
      rows.append(.words("looking…", .dim))
    } else if shown.isEmpty {
      rows.append(.words("Nothing has these words.", .dim))
    } else if shown.count > range.count {
      rows.append(.words("\(menu.selected + 1) of \(shown.count)", .dim))
    }
  }

  /// The first row shown in so many, so that the field with its choices is in sight.
  func top(height: Int) -> Int {
    let wanted = max(0, currentEnd + 2 - height)
    return min(min(wanted, current), max(0, rows.count - height))
  }
}

extension RecordForm {
  /// What was typed into a field, as it was understood; nil when that goes without saying.
  fileprivate func echo(_ field: FormField) -> SafeText? {
    guard field.kind.isEchoed, texts[field.apiName] != nil, !value(field.apiName).isEmpty else {
      return nil
    }
    let shown = notation.shown(value(field.apiName), in: field)
    return shown.string == texts[field.apiName]?.text ? nil : shown
  }
}
