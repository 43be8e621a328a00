import ArgumentParser
import Foundation
import Testing

@testable import AnnalsCLI

/// What is offered while a word is typed, by what commands take and by what the store holds.
@Suite struct CompletionTests {
  nonisolated(unsafe) static let person: Person = {
    let person = Person()
    person.run("init", "-q")
    person.run("save", "rounds", "type:funding")
    person.run("tag", "22f02e41", "europe")
    return person
  }()

  /// The words that are offered for the last of a line's, where nothing else is.
  private func offered(_ line: String) throws -> [String] {
    let store = Self.person.folder.appending(path: "annals.sqlite").path
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let place = ["actors", "forecast"].contains(words[0]) && words.count > 2 ? 2 : 1
    return try offered(words[..<place] + ["--store", store] + words[place...])
  }

  private func offered(_ words: [String]) throws -> [String] {
    let told = try Completion.lines(words)
    #expect(told.first == "words")
    return told.dropFirst().map { String($0.prefix { $0 != "\t" }) }
  }

  @Test(arguments: [
    ("log act", ["actor:"]), ("log type:fun", ["type:funding"]),
    ("log actor:openA", ["actor:OpenAI"]), ("log stance:ru", ["stance:rumoured"]),
    ("log saved:", ["saved:rounds"]), ("log tag:eu", ["tag:europe"]), ("log nothing:x", []),
    ("log not:type:fun", ["not:type:funding"]), ("log actor:mistr", ["actor:\"Mistral AI\""]),
    ("log actor:\"mistr", ["actor:\"Mistral AI\""]),
  ])
  func `queries are completed by key and value`(line: String, words: [String]) throws {
    #expect(try offered(line) == words)
  }

  @Test(arguments: [
    ("compare --metric gpu_coun", ["gpu_count"]), ("compare Stabil", ["Stability AI"]),
    ("phases gp", ["gpt"]), ("forecast gp", ["gpt"]), ("forecast show f8be", ["f8be8db2"]),
    ("tag 22f0 eur", ["europe"]), ("actors merge Stabil", ["Stability AI"]),
    ("show 0000", []),
  ])
  func `arguments are completed by what the store holds`(line: String, words: [String]) throws {
    #expect(try offered(line) == words)
  }

  @Test(arguments: [
    ("timel", ["timeline"]), ("feed rem", ["remove"]), ("help quer", ["queries"]),
    ("compare OpenAI --currency EU", ["EUR"]), ("log --scope i", ["industry"]),
    ("log --scope industry act", ["actor:"]), ("log --unt", ["--until"]), ("log -- --unt", []),
    ("forecast gpt --expl", ["--explain"]), ("forecast resol", ["resolve"]),
    ("config wid", ["width"]), ("items --unr", ["--unread"]), ("nothing x", []),
  ])
  func `commands are completed by what they take`(line: String, words: [String]) throws {
    #expect(try offered(line.split(separator: " ").map(String.init)) == words)
  }

  @Test func `files and folders are left to the shell`() throws {
    #expect(try Completion.lines(["ingest", ""]) == ["files"])
    #expect(try Completion.lines(["log", "--output", "x"]) == ["files"])
    #expect(try Completion.lines(["export", "--book", ""]) == ["directories"])
  }

  @Test func `without a store that can be read nothing of it is offered`() {
    #expect(Completing.query(["log", "--store", "/nowhere.sqlite", "actor:O"], "actor:O").isEmpty)
  }
}
