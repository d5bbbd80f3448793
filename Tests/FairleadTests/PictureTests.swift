import Testing

@testable import Curses

/// Pictures for the terminals that say they take them.
@Suite struct PictureTests {
  /// Two dots above two: red, green, blue, white.
  private static let file =
    Array("P6\n# by a test\n2 2\n255\n".utf8)
    + [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255]

  @Test func aPictureFileIsRead() throws {
    let picture = try #require(Picture(ppm: Self.file))
    #expect(picture.width == 2 && picture.height == 2)
    #expect(picture.dots.prefix(6) == [255, 0, 0, 0, 255, 0])
  }

  @Test func whatIsNoPictureIsRefused() {
    #expect(Picture(ppm: []) == nil)
    #expect(Picture(ppm: Array("P6 2 2 255\n".utf8)) == nil, "its dots are missing")
    #expect(Picture(ppm: Array("P6 9999999 9999999 255\n".utf8)) == nil)
    #expect(Picture(ppm: Array("P5 1 1 255\n0".utf8)) == nil)
  }

  @Test func aLargePictureIsMadeSmallerAndKeepsItsShape() throws {
    let dots = [UInt8](repeating: 100, count: 400 * 200 * 3)
    let picture = try #require(Picture(width: 400, height: 200, dots: dots))
    let small = picture.fitted(width: 100, height: 100)
    #expect(small.width == 100 && small.height == 50)
    #expect(small.dots.allSatisfy { $0 == 100 })
    #expect(picture.fitted(width: 1000, height: 1000) == picture)
  }

  @Test func theTerminalIsAskedAndNeverGuessed() {
    #expect(PictureProtocol(answer: "\u{1B}_Gi=4207;OK\u{1B}\\\u{1B}[?62;c") == .kitty)
    #expect(PictureProtocol(answer: "\u{1B}[?62;4;22c") == .sixel)
    #expect(PictureProtocol(answer: "\u{1B}[?62;22c") == nil)
    #expect(PictureProtocol(answer: "\u{1B}[?64;14;42c") == nil)
    #expect(PictureProtocol(answer: "") == nil)
    #expect(PictureProtocol(answer: "\u{1B}_Gi=4207;ENOTSUPPORTED:no\u{1B}\\\u{1B}[?1;2c") == nil)
  }

  @Test func kittyGetsTheDotsInBase64() throws {
    let picture = try #require(Picture(ppm: Self.file))
    #expect(
      PictureProtocol.kitty.text(of: picture, rows: 10)
        == "\u{1B}_Ga=T,q=2,f=24,s=2,v=2,r=10,m=0;/wAAAP8AAAD/////\u{1B}\\")
  }

  @Test func sixelsAreBandsOfSixRows() throws {
    let picture = try #require(Picture(ppm: Self.file))
    let text = PictureProtocol.sixel.text(of: picture, rows: 10)
    #expect(text.hasPrefix("\u{1B}Pq\"1;1;2;2#0;2;0;0;0"))
    // Blue below red on the left, green above white on the right.
    #expect(text.hasSuffix("#5A?$#30?@$#180@?$#215?A-\u{1B}\\"))
  }
}
