import FoundationEssentials
import Sales
import Screen
import Testing

@testable import AppCore

@Suite struct PipelineBoardViewTests {
  @Test func aWideScreenShowsBoardDealContactAndMoney() {
    var state = AppState.sample(width: 120, height: 32)
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    #expect(
      state.boardScreen(120, 29) == """
        ┌ Standard ─ 7 open ─ 4 to do ─ €80k · £89k · ¥1.50m ─ weighted €16k · £19k · ¥150k ──┐┌ Contact ──────────────────────┐
        │ Qualification     4  Needs Analysis    2  Proposal/Price Qu… 0  Negotiation/Review 1││ Jane Doe                      │
        │ £75k · ¥1.50m   10%  €80k            20%  –                60%  £14k             80%││ Head of Operations            │
        │━━━━━ 3 to do ━━━━━━ ──────────────────── ───────────────────── ────── 1 to do ─── 2▸││ Initech · account             │
        │▌Initech licences     Umbrella 🚀 phase 2  no deals              Wayne audit         ││ jane@initech.example          │
        │▌and a rollout over   €80,000       in 9d                        £14,000     late 41d││ +44 20 7946 0000              │
        │▌two years            مشروع القاهرة                                                  ││                               │
        │▌£22,500     late 4d  –            in 12d                                            ││ Deals 3 €5,000 · £61,000 open │
        │▌Jane Doe · Ann Lee                                                                  ││ Invoices 1      £8,400 unpaid │
        │ Globex rollout                                                                      ││                £8,400 overdue │
        │ £48,000       today                                                                 ││                               │
        │ Soylent pilot                                                                       ││                               │
        │ £4,200      no next                                                                 ││                               │
        │ 東京電力 ライセン…                                                                  ││                               │
        │ ¥1,500,000    in 3d                                                                 ││                               │
        │                                                                                     ││                               │
        │                                                                                     ││                               │
        │                                                                                     ││                               │
        │                                                                                     ││                               │
        │                                                                                     ││                               │
        ├ Deal: Initech licences and a rollout over two years ─────────────────────── 1 of 4 ─┤├ Money of this deal ───────────┤
        │ Qualification · £22,500.00 · closes 15 Dec 2026 · 10% · owner me                    ││ value              £22,500.00 │
        │ next: Call back (late 4d) · Initech · Jane Doe                                      ││ invoiced           £10,000.00 │
        │ Qualification 6d ▸ Needs Analysis 11d ▸ Qualification 19d                           ││ paid                £1,600.00 │
        │ late 4d call: Call back                                                             ││ outstanding         £8,400.00 │
        │ 12 Nov  Jane Doe: Can we split the invoice over two months?                         ││ INV-000031 overdue £10,000.00 │
        │ 2 Nov  Ann Lee: Proposal · Version 2 sent.                                          ││                               │
        │ done  2 Nov task: Send the proposal                                                 ││                               │
        └─────────────────────────────────────────────────────────────────────────────────────┘└───────────────────────────────┘
        """)
  }

  @Test func aMiddlingScreenShowsBoardAndDeal() {
    var state = AppState.sample(width: 80, height: 24)
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    #expect(
      state.boardScreen(80, 21) == """
        ┌ Standard ─ 7 open ─ 4 to do ─ €80k · £89k · ¥1.50m ─ weighted €16k · £19k ·…─┐
        │ Qualification   4  Needs Analysis   2  Proposal/Price … 0  Negotiation/Rev… 1│
        │ £75k · ¥1.50m 10%  €80k           20%  –              60%  £14k           80%│
        │━━━━ 3 to do ━━━━━ ─────────────────── ─────────────────── ───── 1 to do ── 2▸│
        │▌Initech licences   Umbrella 🚀 phase…  no deals            Wayne audit       │
        │▌and a rollout      €80,000      in 9d                      £14,000   late 41d│
        │▌over two years     مشروع القاهرة                                             │
        │▌£22,500   late 4d  –           in 12d                                        │
        │▌Jane Doe · Ann L…                                                            │
        │ Globex rollout                                                               │
        │ £48,000     today                                                            │
        │ Soylent pilot                                                                │
        │ £4,200    no next                                                            │
        │ 東京電力 ライセ…                                                             │
        │ ¥1,500,000  in 3d                                                            │
        ├ Deal: Initech licences and a rollout over two years ──────────────── 1 of 4 ─┤
        │ Qualification · £22,500.00 · closes 15 Dec 2026 · 10% · owner me             │
        │ next: Call back (late 4d) · Initech                                          │
        │ value £22,500 · invoiced £10,000 · paid £1,600 · outstanding £8,400          │
        │ Jane Doe · jane@initech.example · +44 20 7946 0000                           │
        └───────────────────────────────────────────────────────────────────── more ↓ ─┘
        """)
  }

  @Test func aSmallScreenShowsOneStageUnderTabs() {
    let state = AppState.sample(width: 60, height: 16)
    #expect(
      state.boardScreen(60, 13) == """
        ┌ Standard ─ 7 open ─ 4 to do ─ €80k · £89k · ¥1.50m ─ we…─┐
        │[Qualification 4] Needs Analysis 2                       ▸│
        │ £75k · ¥1.50m   3 to do                              10% │
        │▌Initech licences and a rollout over … £22,500     late 4d│
        │▌Jane Doe · Ann Lee                                       │
        │ Globex rollout                        £48,000       today│
        │ Soylent pilot                          £4,200     no next│
        │ 東京電力 ライセンス更新            ¥1,500,000       in 3d│
        │                                                          │
        │                                                          │
        │                                                          │
        │                                                          │
        └───────────────────────────────────────────────── 1 of 4 ─┘
        """)
  }

  @Test func aSmallScreenShowsTheDealAlone() {
    var state = AppState.sample(width: 60, height: 16)
    state.type("<enter>")
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    #expect(
      state.boardScreen(60, 13) == """
        ┌ Deal: Initech licences and a rollout ov… ────────────────┐
        │ Qualification · £22,500.00 · closes 15 Dec 2026 · 10%    │
        │ owner me · next: Call back (late 4d) · Initech           │
        │ value £22,500 · invoiced £10,000 · paid £1,600           │
        │ outstanding £8,400                                       │
        │ Jane Doe · jane@initech.example · +44 20 7946 0000       │
        │ Qualification 6d ▸ Needs Analysis 11d                    │
        │ Qualification 19d                                        │
        │ late 4d call: Call back                                  │
        │ 12 Nov  Jane Doe: Can we split the invoice over two      │
        │                   months?                                │
        │ 2 Nov  Ann Lee: Proposal · Version 2 sent.               │
        └───────────────────────────────────────────────── more ↓ ─┘
        """)
  }

  @Test func theDealAloneEndsWithItsContactAndMoney() {
    var state = AppState.sample(width: 60, height: 16)
    state.type("<enter>")
    _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
    state.type("G")
    #expect(
      state.boardScreen(60, 13) == """
        ┌ Deal: Initech licences and a rollout ov… ────────────────┐
        │                                                          │
        │ Deals 3                            €5,000 · £61,000 open │
        │ Invoices 1                                 £8,400 unpaid │
        │                                           £8,400 overdue │
        │                                                          │
        │ Money of this deal                                       │
        │ value                                         £22,500.00 │
        │ invoiced                                      £10,000.00 │
        │ paid                                           £1,600.00 │
        │ outstanding                                    £8,400.00 │
        │ INV-000031 overdue                            £10,000.00 │
        └──────────────────────────────────────────────────────────┘
        """)
  }

  @Test func theMoneyOfADealIsInItsPaneWhereverItHasNoPaneOfItsOwn() {
    for (width, height) in [(99, 32), (80, 24), (80, 21), (60, 16)] {
      var state = AppState.sample(width: width, height: height)
      if height < 21 { state.type("<enter>") }
      var detail = DealDetail.initech
      var euro = Invoice.initechOverdue
      euro.currency = Currency("EUR")
      euro.total = 120.5
      euro.balance = 0
      detail.invoices.append(euro)
      _ = reduce(&state, .dealDetailLoaded("d1", .success(detail)))
      let text = state.boardScreen(width, height - 3)
      for words in [
        "value £22,500", "invoiced €120.50, £10,000", "paid €120.50, £1,600",
        "outstanding £8,400",
      ] {
        #expect(text.contains(words), "\(words) at \(width) x \(height)")
      }
    }
    var state = AppState.sample(width: 80, height: 24)
    #expect(state.boardScreen(80, 21).contains("│ value £22,500 · reading invoices…"))
    _ = reduce(&state, .dealDetailLoaded("d1", .success(DealDetail(row: .initech))))
    #expect(
      state.boardScreen(80, 21).contains("value £22,500 · invoiced – · paid – · outstanding –"))
    state.outbox.rows = [.uncertainMail]
    #expect(state.boardScreen(80, 21).contains("? 1 write unsure: see 6 Outbox"))
  }

  @Test func anAddressIsBrokenBeforeItsSignAndNeverLost() {
    var state = AppState.sample(width: 120, height: 32)
    var detail = DealDetail.initech
    detail.contact?.email = "margaret.hamilton@crown-publishing.example"
    _ = reduce(&state, .dealDetailLoaded("d1", .success(detail)))
    let text = state.boardScreen(120, 29)
    #expect(text.contains("││ margaret.hamilton             │"))
    #expect(text.contains("││ @crown-publishing.example     │"))
  }

  @Test func thousandsAreGrouped() {
    var state = AppState.sample(width: 80, height: 24)
    var page = BoardPage.sample
    page.summary.columns = page.summary.columns.map {
      var column = $0
      column.count *= 1000
      column.attention *= 1500
      return column
    }
    _ = reduce(
      &state,
      .boardLoaded(BoardQuery(pipeline: "standard", today: .sampleToday), .success(page)))
    let text = state.boardScreen(80, 21)
    #expect(text.contains("─ 7,000 open ─ 6,000 to do ─"))
    #expect(text.contains("━4,500 to do━"))
  }

  @Test func aFilteredBoardShowsTheFiguresThatWereReadForIt() {
    var state = AppState.sample(width: 80, height: 24)
    state.type("/globex<enter>")
    let query = BoardQuery(pipeline: "standard", words: "globex", today: .sampleToday)
    let page = BoardPage(stages: ["qual": [.globex]], attention: ["qual": 1])
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    let text = state.boardScreen(80, 21)
    #expect(text.hasPrefix("┌ Standard /globex ─ 1 open ─ £48,000 ─ weighted £4,800 ─ 1 need att"))
    #expect(text.contains("│ Qualification   1  Needs Analysis   0 "))
  }

  @Test func moveModeShowsTheCardWhereItWouldGo() {
    var state = AppState.sample(width: 80, height: 16)
    state.type("m2")
    #expect(
      state.boardScreen(80, 13) == """
        ┌ Standard ─ MOVE Qualification ▸ Needs Analysis, 20% ─────────────────────────┐
        │ 1 Qualification 4  2 Needs Analysis 2  3 Proposal/Pric… 0  4 Negotiation/R… 1│
        │ £75k · ¥1.50m 10%  €80k           20%  –              60%  £14k           80%│
        │──── 3 to do ───── ━━━━━━━━━━━━━━━━━━━ ─────────────────── ───── 1 to do ── 2▸│
        │◂Initech licences… ▸Initech licences    no deals            Wayne audit       │
        │◂£22,500   late 4d ▸and a rollout over                      £14,000   late 41d│
        │ Globex rollout    ▸two years                                                 │
        │ £48,000     today ▸£22,500    late 4d                                        │
        │ Soylent pilot     ▸Jane Doe · Ann Lee                                        │
        │ £4,200    no next  Umbrella 🚀 phase…                                        │
        │ 東京電力 ライセ…   €80,000      in 9d                                        │
        │ ¥1,500,000  in 3d  مشروع القاهرة                                             │
        └───────────────────────────────────────────────────────────────────── 1 of 4 ─┘
        """)
  }

  @Test func moveModeScrollsToAStageThatClosesTheDeal() {
    var state = AppState.sample(width: 80, height: 16)
    state.type("mllll")
    #expect(
      state.boardScreen(80, 13) == """
        ┌ Standard ─ MOVE Qualification ▸ Closed Won: closes it as won ────────────────┐
        │ 2 Needs Analys… 2  3 Proposal/Pric… 0  4 Negotiation/R… 1  5 Closed Won     1│
        │ €80k          20%  –              60%  £14k           80%  £9,000         won│
        │◂1 ─────────────── ─────────────────── ───── 1 to do ───── ━━━━━━━━━━━━━━━━ 1▸│
        │ Umbrella 🚀 phas…  no deals            Wayne audit        ▸Initech licences  │
        │ €80,000     in 9d                      £14,000   late 41d ▸and a rollout over│
        │ مشروع القاهرة                                             ▸two years         │
        │ –          in 12d                                         ▸£22,500    late 4d│
        │                                                           ▸Jane Doe · Ann Lee│
        │                                                            Hooli site        │
        │                                                            £9,000            │
        │                                                                              │
        └───────────────────────────────────────────────────────────────────── 1 of 4 ─┘
        """)
  }

  @Test func aMovedCardSaysThatItIsBeingSaved() {
    var state = AppState.sample(width: 80, height: 16)
    state.type("L")
    #expect(
      state.boardScreen(80, 13) == """
        ┌ Standard ─ 7 open ─ 4 to do ─ €80k · £89k · ¥1.50m ─ weighted €16k · £21k ·…─┐
        │ Qualification   3  Needs Analysis   3  Proposal/Price … 0  Negotiation/Rev… 1│
        │ £52k · ¥1.50m 10%  €80k · £23k    20%  –              60%  £14k           80%│
        │──── 2 to do ───── ━━━━━ 1 to do ━━━━━ ─────────────────── ───── 1 to do ── 2▸│
        │ Globex rollout    ▌Initech licences    no deals            Wayne audit       │
        │ £48,000     today ▌and a rollout over                      £14,000   late 41d│
        │ Soylent pilot     ▌two years                                                 │
        │ £4,200    no next ▌£22,500   ↑ saving                                        │
        │ 東京電力 ライセ…  ▌Jane Doe · Ann Lee                                        │
        │ ¥1,500,000  in 3d ▌on its way to Zoho                                        │
        │                    Umbrella 🚀 phase…                                        │
        │                    €80,000      in 9d                                        │
        └───────────────────────────────────────────────────────────────────── 1 of 3 ─┘
        """)
  }

  @Test func theListSaysHowItIsSortedAndWhatItComesTo() {
    var state = AppState.sample(width: 80, height: 16)
    state.type("vss")
    let query = DealQuery(
      pipeline: "standard", order: .column(.account, isAscending: true), today: .sampleToday)
    let rows: [DealRow] = [
      .wayne, .initech, .globex, .soylent, .hooli, .tokyo, .umbrella, .cairo,
    ]
    _ = reduce(&state, .dealsLoaded(query, .success(.all(rows))))
    #expect(
      state.boardScreen(80, 13) == """
        ┌ Standard ─ every stage ──────────────────────────────────────────────────────┐
        │ Deal                       Stage                Amount Closing     Next      │
        │ Wayne audit                Negotiation/R…      £14,000 15 Dec 2026 late 41d  │
        │▌Initech licences and a ro… Qualification       £22,500 15 Dec 2026 late 4d   │
        │ Globex rollout             Qualification       £48,000 15 Dec 2026 today     │
        │ Soylent pilot              Qualification        £4,200 15 Dec 2026 no next   │
        │ Hooli site                 Closed Won           £9,000 15 Dec 2026           │
        │ 東京電力 ライセンス更新    Qualification    ¥1,500,000 15 Dec 2026 in 3d     │
        │ Umbrella 🚀 phase 2        Needs Analysis      €80,000 15 Dec 2026 in 9d     │
        │ مشروع القاهرة              Needs Analysis            – 15 Dec 2026 in 12d    │
        │                                                                              │
        │ 2 of 8 · by account ▲                          €80,000 · £97,700 · ¥1,500,000│
        └──────────────────────────────────────────────────────────────────────────────┘
        """)
  }

  @Test func wideLettersLeaveEveryEdgeInItsPlace() {
    for (width, height) in [(120, 29), (80, 21), (60, 13)] {
      var state = AppState.sample(width: width, height: height + 3)
      _ = reduce(&state, .dealDetailLoaded("d1", .success(.initech)))
      var canvas = Canvas(size: Size(width: width, height: height))
      drawPipeline(state, in: canvas.area, on: &canvas)
      for y in 0..<height {
        #expect("│┐┘┤".contains(canvas[width - 1, y].character))
        #expect("│┌└├".contains(canvas[0, y].character))
      }
    }
  }

  @Test func whatIsLateAndWhatIsSelectedHaveTheirMeaning() {
    var state = AppState.sample(width: 80, height: 16)
    state.type("j")
    var canvas = Canvas(size: Size(width: 80, height: 13))
    drawPipeline(state, in: canvas.area, on: &canvas)
    #expect(canvas[2, 4].style == .normal)
    #expect(canvas[2, 5].style == .money)
    #expect(canvas[18, 5].style == .bad)
    #expect(canvas[1, 6].style == .selection)
    #expect(canvas[10, 7].style == .selection)
    #expect(canvas[0, 0].style == .focus)
  }

  @Test func emptyLoadingAndFailedLookDifferent() {
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    var state = AppState(
      size: Size(width: 80, height: 16), now: .sampleNow, today: .sampleToday, tenant: .sample)
    #expect(state.boardScreen(80, 13).contains("Reading stages…"))
    _ = reduce(&state, .pipelinesLoaded([.standard], tenant: .sample))
    #expect(state.boardScreen(80, 13).contains("Reading deals…"))
    var failed = state
    _ = reduce(&failed, .boardLoaded(query, .failure(.storage("the file is locked"))))
    #expect(failed.boardScreen(80, 13).contains("could not be read. Local files: the file is"))
    _ = reduce(&state, .boardLoaded(query, .success(BoardPage(stages: [:]))))
    #expect(state.boardScreen(80, 13).contains("No deal is in Standard."))
    state.type("/zzz")
    #expect(state.boardScreen(80, 13).contains("No deal has “zzz”. Esc shows all deals again."))
  }

  @Test func namesFromTheServerCannotDriveTheTerminal() {
    var state = AppState.sample(width: 60, height: 16)
    let page = BoardPage(stages: ["qual": [.sample("e", "a\u{1b}[2Jb\nc", 1, in: "qual", next: 1)]])
    let query = BoardQuery(pipeline: "standard", today: .sampleToday)
    _ = reduce(&state, .boardLoaded(query, .success(page)))
    #expect(state.boardScreen(60, 13).contains("a^[[2Jb^Jc"))
  }

  @Test func aFilterThatIsKeptIsShown() {
    var state = AppState.sample(width: 80, height: 16)
    state.type("/o<enter>")
    #expect(state.boardScreen(80, 13).hasPrefix("┌ Standard /o ─ 7 open"))
  }

  @Test func longColumnsSayWhichRowOfHowMany() {
    var state = AppState.sample(width: 60, height: 16)
    let query = DealQuery(pipeline: "standard", stage: "qual", today: .sampleToday)
    let rows = (0..<120).map { (place: Int) in
      DealRow.sample(Deal.ID("x\(place)"), "Deal \(place)", 1, in: "qual", next: place)
    }
    _ = reduce(
      &state, .dealsLoaded(query, .success(Window(count: 12_345, start: 0, rows: rows))))
    state.type("gg<pagedown>")
    #expect(state.boardScreen(60, 13).contains(" 10 of 12,345 "))
    #expect(state.boardScreen(60, 13).contains("▌Deal 9 "))
  }
}
