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
  ])
  func `amounts have relations, scales and units`(text: String, condition: AmountCondition) throws {
    #expect(try query(text).filter.amounts == [condition])
  }

  @Test(arguments: ["typ:funding", "type:fundin", "actor:", "\"open", "amount:much", "not:"])
  func `what cannot be meant is refused`(text: String) {
    #expect(throws: QueryError.self) { try query(text) }
  }

  @Test func `an address is a word, not a key`() throws {
    #expect(try query("https://example.org/a").filter.words == ["https://example.org/a"])
  }
}
