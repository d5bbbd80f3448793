import TOMLKit
import Testing

@testable import fairlead

/// How long mails are held and how PDF files are named, as `config.toml` has it.
@Suite struct MailSettingsTests {
  private func read(_ text: String) throws -> (settings: MailSettings, complaints: [String]) {
    var complaints: [String] = []
    let settings = MailSettings(try TOMLTable(string: text)) { complaints.append($1) }
    return (settings, complaints)
  }

  @Test func withoutAWordItIsAsUsual() throws {
    let (settings, complaints) = try read("")
    #expect(settings.preferences.holdSeconds == 30)
    #expect(settings.pdfName == nil)
    #expect(complaints == [])
  }

  @Test func theUsersWordsCount() throws {
    let (settings, complaints) = try read("hold = 10\npdf-name = \"{customer}.pdf\"")
    #expect(settings.preferences.holdSeconds == 10)
    #expect(settings.pdfName == "{customer}.pdf")
    #expect(complaints == [])
  }

  @Test func whatMakesNoSenseIsSaidAndStaysAsUsual() throws {
    let (settings, complaints) = try read("hold = 0\npdf-name = \"../x\"")
    #expect(settings.preferences.holdSeconds == 30)
    #expect(settings.pdfName == nil)
    #expect(
      complaints == [
        "hold must be a number of seconds from 1 to 600",
        "pdf-name must be a file name such as \"{number} {customer}.pdf\"",
      ])
  }
}
