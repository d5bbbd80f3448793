import Screen
import Testing

@Suite struct CanvasTests {
  @Test func dropsWhatIsOutside() {
    var canvas = Canvas(size: Size(width: 4, height: 2))
    canvas.put("abcdef", x: -2, y: 0)
    canvas.put("xyz", x: 2, y: 1)
    canvas.put("no", x: 0, y: 2)
    canvas.put("no", x: 0, y: -1)
    canvas.put("no", x: 9, y: 0)
    canvas.fill(Rect(x: -5, y: -5, width: 2, height: 2), style: .bad)
    canvas.fill(Rect(x: 9, y: 9, width: 2, height: 2), style: .bad)
    canvas.restyle(Rect(x: 3, y: 1, width: 50, height: 50), style: .good)
    canvas.frame(Rect(x: -9, y: -9, width: 3, height: 3))
    #expect(canvas.text == "cdef\n  xy")
    #expect(canvas[3, 1].style == .good)
    #expect(canvas[-1, 0] == .blank)
    #expect(canvas[0, 99] == .blank)
  }

  @Test func survivesAnEmptyGrid() {
    var canvas = Canvas(size: Size(width: 0, height: -3))
    canvas.put("abc日", x: 0, y: 0)
    canvas.frame(canvas.area, title: "title")
    canvas.draw("abc", in: Rect(x: 0, y: 0, width: 5, height: 5))
    #expect(canvas.text == "")
  }

  @Test func leavesNoHalfOfAWideCharacter() {
    var canvas = Canvas(size: Size(width: 6, height: 1))
    canvas.put("日本語", x: 0, y: 0)
    canvas.put("x", x: 1, y: 0)
    canvas.fill(Rect(x: 4, y: 0, width: 1, height: 1))
    #expect(canvas.text == " x本")
    canvas.put("漢", x: 3, y: 0)
    #expect(canvas.text == " x 漢")
    #expect((0..<6).map { canvas[$0, 0].width } == [1, 1, 1, 2, 0, 1])
  }

  @Test func drawsNoWideCharacterAcrossAnEdge() {
    var canvas = Canvas(size: Size(width: 5, height: 1))
    #expect(canvas.put("日本語", x: 0, y: 0) == 4)
    #expect(canvas.text == "日本")
    canvas.put("語", x: -1, y: 0)
    #expect(canvas.text == "日本")
    #expect(canvas.put("語", x: 2, y: 0, limit: 3) == 2)
    #expect(canvas.text == "日本")
  }

  @Test func alignsCutsAndPads() {
    var canvas = Canvas(size: Size(width: 8, height: 3))
    canvas.draw("12", in: Rect(x: 0, y: 0, width: 8, height: 1), align: .right)
    canvas.draw("mid", in: Rect(x: 0, y: 1, width: 7, height: 1), style: .title, align: .center)
    canvas.draw("日本語日本", in: Rect(x: 0, y: 2, width: 8, height: 1))
    #expect(canvas.text == "      12\n  mid\n日本語…")
    #expect(
      (0..<8).map { canvas[$0, 1].style == .title } == [
        true, true, true, true, true, true, true, false,
      ])
  }

  @Test func framesWithATitleInTheEdge() {
    var canvas = Canvas(size: Size(width: 12, height: 3))
    let inside = canvas.frame(canvas.area, title: "A long title")
    #expect(
      canvas.text == """
        ┌ A long… ─┐
        │          │
        └──────────┘
        """)
    #expect(inside == Rect(x: 1, y: 1, width: 10, height: 1))
    #expect(canvas.frame(Rect(x: 0, y: 0, width: 1, height: 1)).isEmpty)
  }

  @Test func cutsAreasWithoutEverGoingBelowZero() {
    let area = Rect(x: 2, y: 3, width: 10, height: 4)
    #expect(area.split(top: 9).rest.isEmpty)
    #expect(area.split(right: 3).right == Rect(x: 9, y: 3, width: 3, height: 4))
    #expect(area.split(bottom: 1).bottom == Rect(x: 2, y: 6, width: 10, height: 1))
    #expect(area.split(left: -1).left.isEmpty)
    #expect(area.row(4).isEmpty)
    #expect(area.inset(by: 3).isEmpty)
    #expect(area.centered(Size(width: 4, height: 2)) == Rect(x: 5, y: 4, width: 4, height: 2))
    #expect(area.intersection(Rect(x: 50, y: 0, width: 5, height: 5)).isEmpty)
  }

  @Test func onlyWholeMailAddressesAndPagesAtZohoAreLinks() {
    var canvas = Canvas(size: Size(width: 60, height: 6))
    func draw(_ text: SafeText, _ row: Int) { canvas.put(text, x: 2, y: row) }
    draw("│jane@initech.example│ and bob@x.example.", 0)
    draw("jane@initech.exam…", 1)
    draw("https://crm.zoho.eu/crm/tab/Potentials/1 x", 2)
    draw("https://zoho.eu.evil.example/ https://evilzoho.eu", 3)
    draw("a@b @c.d e@ 12:30 a@.x", 4)
    draw("https://books.zoho.com@evil.example/x", 5)
    #expect(
      canvas.links(inRow: 0).map(\.target) == [
        "mailto:jane@initech.example", "mailto:bob@x.example",
      ])
    #expect(canvas.links(inRow: 0).map(\.columns) == [3..<23, 29..<42])
    #expect(canvas.links(inRow: 1) == [])
    #expect(canvas.links(inRow: 2).map(\.target) == ["https://crm.zoho.eu/crm/tab/Potentials/1"])
    for row in 3...6 { #expect(canvas.links(inRow: row) == [], "row \(row)") }
  }

  @Test func anAddressBrokenBeforeItsSignIsOneLink() {
    var canvas = Canvas(size: Size(width: 40, height: 3))
    canvas.put("│ jane.doe     │", x: 0, y: 0)
    canvas.put("│ @initech.example │", x: 0, y: 1)
    #expect(
      canvas.links(inRow: 1) == [
        Link(row: 0, columns: 2..<10, target: "mailto:jane.doe@initech.example"),
        Link(row: 1, columns: 2..<18, target: "mailto:jane.doe@initech.example"),
      ])
    canvas.put("xjane.doe", x: 1, y: 0)
    #expect(canvas.links(inRow: 1) == [])
  }
}
