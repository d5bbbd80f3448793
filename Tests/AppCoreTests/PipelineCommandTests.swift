import Screen
import Testing

@testable import AppCore

@Suite struct PipelineCommandTests {
  private let places: [Place] = [.board, .dealList, .moveMode, .dealPane]

  @Test func noKeyMeansTwoThingsInOnePlace() {
    for place in places {
      let keys = Commands.at(place).flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(place): \(keys.sorted())")
    }
  }

  @Test func everyKeyCanBeRead() {
    for command in PipelineBoard.commands {
      for text in command.keys {
        #expect(Key.parse(text)?.isEmpty == false, "\(command.id) \(text)")
      }
    }
  }

  @Test func theKeysWithWhichPeopleMoveDealsAreThese() {
    let keys = Dictionary(uniqueKeysWithValues: PipelineBoard.commands.map { ($0.id, $0.keys) })
    #expect(keys["deal.move-right"] == ["L"])
    #expect(keys["deal.move-left"] == ["H"])
    #expect(keys["deal.move"] == ["m"])
    #expect(keys["deal.stage"] == ["t", "M"])
    #expect(keys["deal.undo"] == ["u"])
    #expect(keys["deal.invoice"] == ["i"])
  }

  @Test func whatWritesIsOffInAReadOnlyProfile() {
    let writing = PipelineBoard.commands.filter(\.writes).map(\.id)
    #expect(
      writing == [
        "deal.move-right", "deal.move-left", "deal.move", "deal.stage", "deal.note", "deal.edit",
        "deal.new", "deal.undo", "bulk-move.run", "bulk-move.retry", "move.save",
      ])
  }
}
