import EventModel
import Projections
import Querying
import Testing

@Suite struct EventQueryTests {
  func query(_ text: String) throws -> EventQuery {
    try EventQuery(text) { $0 == "openai" ? "OpenAI" : $0 }
  }

  @Test func `keys, values, words and phrases are told apart`() throws {
    let filter = try query(#"actor:openai actor:"Hugging Face" type:funding 融资 "data centre""#)
      .filter
    #expect(filter.actors == ["OpenAI", "Hugging Face"])
    #expect(filter.types == [.funding])
    #expect(filter.words == ["融资", "data centre"])
  }

  @Test func `not takes away`() throws {
    let query = try query("not:stance:rumoured not:opinion")
    #expect(query.filter.isEmpty)
    #expect(query.exclusions.map(\.stances) == [[.rumoured], []])
    #expect(query.exclusions.map(\.words) == [[], ["opinion"]])
  }

  @Test(arguments: [
    ("amount:>1B", AmountCondition(.over, ExactDecimal("1e9")!, unit: nil)),
    ("amount:>=500e9CNY", AmountCondition(.atLeast, ExactDecimal("500e9")!, unit: "CNY")),
    ("amount:<10MUSD", AmountCondition(.under, ExactDecimal("1e7")!, unit: "USD")),
    ("amount:2.5T", AmountCondition(.atLeast, ExactDecimal("2.5e12")!, unit: nil)),
    ("amount:27000gpu", AmountCondition(.atLeast, ExactDecimal("27000")!, unit: "gpu")),
    ("amount:<=3K", AmountCondition(.atMost, ExactDecimal("3000")!, unit: nil)),
    ("amount:7m", AmountCondition(.atLeast, ExactDecimal("7e6")!, unit: nil)),
    ("amount:10MW", AmountCondition(.atLeast, ExactDecimal("10")!, unit: "MW")),
    ("amount:<-5%", AmountCondition(.under, ExactDecimal("-5")!, unit: "%")),
    (#"amount:">5M USD""#, AmountCondition(.over, ExactDecimal("5e6")!, unit: "USD")),
    (#"amount:">5 USD""#, AmountCondition(.over, ExactDecimal("5")!, unit: "USD")),
  ])
  func `amounts have relations, scales and units`(text: String, condition: AmountCondition) throws {
    #expect(try query(text).filter.amounts == [condition])
  }

  @Test(arguments: ["typ:funding", "stance:offical", "actor:", "\"open", "amount:much", "not:"])
  func `what cannot be meant is refused`(text: String) {
    #expect(throws: QueryError.self) { try query(text) }
  }

  @Test(arguments: [
    (#""type:funding""#, "type:funding"), (":8080", ":8080"), ("融资:A轮", "融资:A轮"),
    ("“data centre”", "data centre"), ("C3:PO", "C3:PO"),
  ])
  func `what only looks like a key is a word`(text: String, word: String) throws {
    #expect(try query(text).filter.words == [word])
  }

  @Test func `keys and languages are read in either case, empty quotes are nothing`() throws {
    let filter = try query(#"LANG:ZH "" Type:funding"#).filter
    #expect(filter.languages == ["zh"])
    #expect(filter.types.map(\.rawValue) == ["funding"])
    #expect(filter.words == [])
  }

  @Test func `a quote before a combining mark is a quote`() throws {
    #expect(try query("\"data centre\"\u{301}").filter.words == ["data centre\u{301}"])
    #expect(throws: QueryError.self) { try query("\"\u{301}data") }
  }

  @Test func `a type is refused where whoever asks refuses it`() throws {
    struct Unheard: Error {}
    #expect(throws: Unheard.self) {
      try EventQuery("not:type:fundin", canonical: { $0 }, type: { _ in throw Unheard() })
    }
    #expect(try query("type:space-launch").filter.types == [EventType(rawValue: "space-launch")])
  }

  @Test func `an address is a word, not a key`() throws {
    #expect(try query("https://example.org/a").filter.words == ["https://example.org/a"])
  }
}
