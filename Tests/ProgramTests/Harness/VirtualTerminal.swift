import CVterm

/// A terminal in memory: bytes in, a grid of cells out. libvterm does the work.
final class VirtualTerminal {
  private let vterm: OpaquePointer
  private let grid: OpaquePointer
  /// Everything the program has written.
  private(set) var bytes: [UInt8] = []

  init(_ width: Int, _ height: Int) {
    vterm = vterm_new(Int32(height), Int32(width))
    vterm_set_utf8(vterm, 1)
    grid = vterm_obtain_screen(vterm)
    vterm_screen_enable_altscreen(grid, 1)
    vterm_screen_reset(grid, 1)
  }

  deinit { vterm_free(vterm) }

  /// Takes what the program wrote; answers what the terminal says to that.
  func take(_ written: [UInt8]) -> [UInt8] {
    bytes += written
    written.withUnsafeBytes { buffer in
      _ = vterm_input_write(vterm, buffer.baseAddress, buffer.count)
    }
    return replies()
  }

  /// What the terminal sends for text that a person pastes.
  func paste(_ text: String) -> [UInt8] {
    vterm_keyboard_start_paste(vterm)
    let start = replies()
    vterm_keyboard_end_paste(vterm)
    return start + Array(text.utf8) + replies()
  }

  /// Changes the extent.
  func resize(_ width: Int, _ height: Int) {
    vterm_set_size(vterm, Int32(height), Int32(width))
  }

  /// What it shows now.
  var screen: Screen {
    var height: Int32 = 0
    var width: Int32 = 0
    vterm_get_size(vterm, &height, &width)
    return Screen(
      rows: (0..<height).map { row in (0..<width).map { column in cell(row, column) } })
  }

  /// Whether the program has turned a private mode on, such as 1049, the alternate screen, or 25, the
  /// cursor; nil when it has said nothing about it.
  func mode(_ number: Int) -> Bool? {
    var isOn: Bool?
    for match in String(decoding: bytes, as: UTF8.self).matches(
      of: /\u{1b}\[\?(?<modes>[0-9;]+)(?<end>[hl])/)
    where match.modes.split(separator: ";").contains("\(number)") {
      isOn = match.end == "h"
    }
    return isOn
  }

  private func replies() -> [UInt8] {
    let count = vterm_output_get_buffer_current(vterm)
    guard count > 0 else { return [] }
    var buffer = [CChar](repeating: 0, count: count)
    let read = vterm_output_read(vterm, &buffer, count)
    return buffer.prefix(read).map { UInt8(bitPattern: $0) }
  }

  private func cell(_ row: Int32, _ column: Int32) -> Screen.Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(grid, VTermPos(row: row, col: column), &cell)
    var text = ""
    withUnsafeBytes(of: cell.chars) { buffer in
      // A second half of a wide character is told by a number that is no character.
      for code in buffer.bindMemory(to: UInt32.self).prefix(while: { $0 != 0 }) {
        if let scalar = Unicode.Scalar(code) { text.unicodeScalars.append(scalar) }
      }
    }
    return Screen.Cell(
      text: text, width: Int(cell.width), isBold: cell.attrs.bold != 0,
      isReverse: cell.attrs.reverse != 0, isUnderlined: cell.attrs.underline != 0,
      hasColor: !isDefault(cell.fg) || !isDefault(cell.bg))
  }

  private func isDefault(_ color: VTermColor) -> Bool {
    color.type & UInt8(VTERM_COLOR_DEFAULT_MASK.rawValue) != 0
  }
}
