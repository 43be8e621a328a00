import ArgumentParser
import Foundation
import Testing

@testable import AnnalsCLI

/// What is offered while a word is typed, by the keys of queries and by what the store holds.
@Suite struct CompletionTests {
  nonisolated(unsafe) static let person: Person = {
    let person = Person()
    person.run("init", "-q")
    person.run("save", "rounds", "type:funding")
    person.run("tag", "22f02e41", "europe")
    return person
  }()

  private func offered(_ words: [String]) -> Set<String> {
    let store = Self.person.folder.appending(path: "annals.sqlite").path
    let typed = Array(words.dropLast()) + ["--store", store, words.last!]
    return Set(Completing.query(typed, typed.last!))
  }

  @Test(arguments: [
    ("log act", ["actor:"]), ("log type:fun", ["type:funding"]),
    ("log actor:openA", ["actor:OpenAI"]), ("log stance:ru", ["stance:rumoured"]),
    ("log saved:", ["saved:rounds"]), ("log tag:eu", ["tag:europe"]),
    ("log nothing:x", []),
  ])
  func `queries are completed by key and value`(typed: String, words: [String]) {
    #expect(offered(typed.split(separator: " ").map(String.init)) == Set(words))
  }

  @Test func `without a store that can be read nothing of it is offered`() {
    #expect(Completing.query(["log", "--store", "/nowhere.sqlite", "actor:O"], "actor:O").isEmpty)
  }
}
