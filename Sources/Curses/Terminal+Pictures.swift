import Glibc
import Screen

extension Terminal {
  /// Shows a picture over the whole terminal until a key is pressed.
  ///
  /// The terminal is asked whether it takes pictures, never guessed at.
  /// - Returns: false when it takes none: then nothing was drawn.
  public mutating func show(_ picture: Picture) -> Bool {
    let size = size
    return handOver { RawTerminal().show(picture, rows: size.height, columns: size.width) }
  }
}

/// The terminal without ncurses, every key as it is pressed, for the time of one picture.
private struct RawTerminal {
  private let before: termios?

  /// How long a terminal has to answer, in milliseconds.
  private static let patience: Int32 = 500
  /// How many dots a row of text has where the terminal does not say.
  private static let usualRowHeight = 18

  init() {
    var mode = termios()
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else {
      before = nil
      return
    }
    before = mode
    cfmakeraw(&mode)
    tcsetattr(STDIN_FILENO, TCSANOW, &mode)
  }

  func show(_ picture: Picture, rows: Int, columns: Int) -> Bool {
    guard var before else { return false }
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    write(PictureProtocol.question)
    guard let way = PictureProtocol(answer: answer()) else { return false }
    let room = dots(rows: rows - 1, columns: columns)
    write("\u{1B}[2J\u{1B}[H")
    write(way.text(of: picture.fitted(width: room.width, height: room.height), rows: rows - 1))
    write("\u{1B}[\(rows);1H any key goes back ")
    waitForKey()
    // Kitty keeps its pictures on top of later text.
    if way == .kitty { write("\u{1B}_Ga=d,q=2\u{1B}\\") }
    write("\u{1B}[2J")
    return true
  }

  /// How many dots so many cells have.
  private func dots(rows: Int, columns: Int) -> (width: Int, height: Int) {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_xpixel > 0, size.ws_ypixel > 0,
      size.ws_row > 0
    {
      return (Int(size.ws_xpixel), Int(size.ws_ypixel) / Int(size.ws_row) * rows)
    }
    return (columns * Self.usualRowHeight / 2, rows * Self.usualRowHeight)
  }

  /// What the terminal says, up to the end of its device attributes.
  private func answer() -> String {
    var bytes: [UInt8] = []
    var isAttributes = false
    while !(isAttributes && bytes.last == UInt8(ascii: "c")), bytes.count < 512 {
      var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Self.patience) > 0 else { break }
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
      bytes.append(byte)
      if bytes.suffix(3) == [0x1B, UInt8(ascii: "["), UInt8(ascii: "?")] { isAttributes = true }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func waitForKey() {
    var wait = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    while poll(&wait, 1, -1) < 0, errno == EINTR {}
    tcflush(STDIN_FILENO, TCIFLUSH)
  }

  private func write(_ text: String) {
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count {
      let count = bytes[place...].withUnsafeBytes {
        Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno != EINTR, errno != EAGAIN { return }
      place += max(0, count)
    }
  }
}
