import EventCoding
import SecondReading
import Testing

@Suite struct ReaderSettingsTests {
  private func read(_ toml: String) throws -> ReaderSettings? {
    try ReaderSettings(TOMLReader.read(toml))
  }

  @Test func `the table says all, and what it leaves out is sparing`() throws {
    #expect(try read("contact = \"x\"") == nil)
    let least = try read("[second_reader]\nurl = \"http://h/v1/chat/completions\"\nmodel = \"m\"")
    #expect(least?.asking == .unsure)
    #expect(least?.itemsARun == 200)
    #expect(least?.itemsADay == 1000)
    #expect(least?.keyVariable == nil)
    let full = try read(
      """
      [second_reader]
      url = "https://h/x"
      model = "m"
      key_env = "KEY"
      ask = "review"
      budget = { run = 3, day = 7 }
      """)
    #expect(full?.asking == .review)
    #expect(full?.itemsARun == 3)
    #expect(full?.itemsADay == 7)
    #expect(full?.keyVariable == "KEY")
    let one = try read("[second_reader]\nurl = \"http://h\"\nmodel = \"m\"\nbudget = 0")
    #expect(one?.itemsARun == 0)
    #expect(one?.itemsADay == 0)
  }

  @Test(arguments: [
    ("http://h", "http://h/v1/chat/completions"), ("http://h:1/", "http://h:1/v1/chat/completions"),
    ("http://h/v1", "http://h/v1/chat/completions"),
    ("http://h/v1/chat/completions", "http://h/v1/chat/completions"),
    ("https://h/other", "https://h/other"),
  ])
  func `an address leads to the completions`(url: String, endpoint: String) throws {
    #expect(try read("[second_reader]\nurl = \"\(url)\"\nmodel = \"m\"")?.url == endpoint)
  }

  @Test(arguments: [
    ("url = 3", "second_reader.url should be a text"),
    ("model = \"a b\"", "second_reader.model is no name of a model"),
    ("ask = \"never\"", "second_reader.ask is unsure, all or review, not “never”"),
    ("budget = -1", "second_reader.budget should be a number of items"),
    ("budget = { week = 1 }", "second_reader.budget.week is not known; did you mean"),
    ("modl = \"m\"", "second_reader.modl is not known; did you mean “model”?"),
    (
      "key = \"sk-secret\"",
      "second_reader.key is not read; a key stands in a variable of the environment, which key_env names"
    ),
    (
      "key_env = \"sk-secret\"",
      "second_reader.key_env is the name of a variable of the environment, not the key"
    ),
    ("ask = \"all\"", "[second_reader] needs a url"),
  ])
  func `what is wrong is named, and no key is repeated`(line: String, problem: String) throws {
    let error = try #require(throws: ReaderSettingsError.self) {
      try read("[second_reader]\n\(line)")
    }
    #expect(error.problem.hasPrefix(problem) || problem.hasPrefix(error.problem))
    #expect(!error.problem.contains("sk-secret"))
  }

  @Test(arguments: [
    ("http://models.example/v1", false), ("http://localhost:1/v1", true),
    ("http://box:1/v1", true), ("http://gpu.lan:1/v1", true), ("http://127.0.0.1:1/v1", true),
  ])
  func `a private address is asked where its name says that it is one`(
    url: String, isNamed: Bool
  ) throws {
    #expect(try ReaderBehaviour.reader(url).mayAskPrivate == isNamed)
  }
}
