import LoopbackServer

/// What models answer.
extension ReaderBehaviour {
  private static let none = #"{"n":2,"none":"opinion","events":[]}"#

  private static func event(
    type: String = "funding", stance: String = "reported", actors: String = #""Quibly""#,
    objects: String = "", amounts: String = "",
    quote: String = "Quibly raises $12 million"
  ) -> String {
    #"{"type":"\#(type)","stance":"\#(stance)","actors":[\#(actors)],"objects":[\#(objects)],"#
      + #""amounts":[\#(amounts)],"quote":"\#(quote)"}"#
  }

  private static func told(_ events: String...) -> String {
    #"{"n":1,"none":"","events":["# + events.joined(separator: ",") + "]}"
  }

  static let answers: [ReaderBehaviour] = [
    ReaderBehaviour(
      "a good answer", "funding reported by Quibly | - | read 2, dropped 0, owed 0", told(event()),
      none),
    ReaderBehaviour(
      "the items in another order", "funding reported by Quibly | - | read 2, dropped 0, owed 0",
      none, told(event())),
    ReaderBehaviour(
      "prose around the JSON", "funding reported by Quibly | - | read 2, dropped 0, owed 0",
      says: "Sure! Here it is:\n{\"items\":[\(told(event())),\(none)]}\nAnything else?"),
    ReaderBehaviour(
      "a fence around the JSON", "funding reported by Quibly | - | read 2, dropped 0, owed 0",
      says: "```json\n{\"items\":[\(told(event())),\(none)]}\n```"),
    ReaderBehaviour(
      "thoughts before the JSON", "funding reported by Quibly | - | read 2, dropped 0, owed 0",
      says: "<think>Is {n} 1?</think>{\"items\":[\(told(event())),\(none)]}"),
    ReaderBehaviour(
      "keys that nobody asked for", "funding reported by Quibly | - | read 2, dropped 2, owed 0",
      #"{"n":1,"none":"","mood":"glad","events":[{"type":"funding","stance":"reported","date":"1999-01-01","#
        + #""actors":["Quibly"],"objects":[],"amounts":[],"quote":"raises $12 million"}]}"#, none),
    ReaderBehaviour(
      "one item alone", "funding reported by Quibly | - | read 1, dropped 0, owed 1", told(event())),
    ReaderBehaviour(
      "an item told twice", "alone | - | read 1, dropped 1, owed 1", told(event()), told(event()),
      none),
    ReaderBehaviour(
      "an item that nobody asked about",
      "funding reported by Quibly | - | read 1, dropped 1, owed 1", told(event()),
      #"{"n":7,"none":"opinion","events":[]}"#),
    ReaderBehaviour(
      "a number as text", "alone | - | read 1, dropped 1, owed 1",
      #"{"n":"1","none":"opinion","events":[]}"#, none),
    ReaderBehaviour(
      "number 0", "alone | - | read 1, dropped 1, owed 1", #"{"n":0,"none":"opinion","events":[]}"#,
      none),
    ReaderBehaviour(
      "an invented actor", "alone | - | read 1, dropped 1, owed 1",
      told(event(actors: #""Zorblax""#)), none),
    ReaderBehaviour(
      "an invented actor beside a real one",
      "funding reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(actors: #""Quibly","Zorblax""#)),
      none),
    ReaderBehaviour(
      "an actor of the dictionary that the item does not name",
      "alone | - | read 1, dropped 1, owed 1",
      told(event(actors: #""OpenAI""#)), none),
    ReaderBehaviour(
      "five actors", "funding reported by Quibly | - | read 2, dropped 4, owed 0",
      told(event(actors: #""Quibly","a","b","c","d""#)), none),
    ReaderBehaviour(
      "a clause as an actor", "alone | - | read 1, dropped 1, owed 1",
      told(event(actors: #""Quibly raises""#)), none),
    ReaderBehaviour(
      "a sum as an actor", "alone | - | read 1, dropped 1, owed 1",
      told(event(actors: #""$12 million for its Harbor""#)), none),
    ReaderBehaviour(
      "a common word as an actor", "alone | - | read 1, dropped 1, owed 1",
      told(event(actors: #""robots""#)), none),
    ReaderBehaviour(
      "an object", "product-release reported by Quibly of Harbor | - | read 2, dropped 0, owed 0",
      told(event(type: "product-release", objects: #""Harbor""#)), none),
    ReaderBehaviour(
      "an invented object",
      "product-release reported by Quibly of Harbor | - | read 2, dropped 1, owed 0",
      told(event(type: "product-release", objects: #""Harbor","Jetty""#)), none),
    ReaderBehaviour(
      "an object where the type has none",
      "funding reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(objects: #""Harbor""#)), none),
    ReaderBehaviour(
      "an amount", "funding reported by Quibly amounts investment | - | read 2, dropped 0, owed 0",
      told(event(amounts: #"{"words":"$12 million","metric":"investment"}"#)), none),
    ReaderBehaviour(
      "an invented amount", "funding reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(amounts: #"{"words":"$99 million","metric":"investment"}"#)), none),
    ReaderBehaviour(
      "an amount that cannot measure it",
      "funding reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(amounts: #"{"words":"$12 million","metric":"users"}"#)), none),
    ReaderBehaviour(
      "a metric that does not exist", "funding reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(amounts: #"{"words":"$12 million","metric":"joy"}"#)), none),
    ReaderBehaviour(
      "a type that does not exist", "alone | - | read 1, dropped 1, owed 1",
      told(event(type: "fundraising")), none),
    ReaderBehaviour(
      "a type in Chinese", "alone | - | read 1, dropped 1, owed 1", told(event(type: "融资")), none),
    ReaderBehaviour(
      "a stance that does not exist", "funding by Quibly | - | read 2, dropped 1, owed 0",
      told(event(stance: "sure")), none),
    ReaderBehaviour(
      "a quote of another item", "alone | - | read 1, dropped 1, owed 1",
      told(event(quote: "step by step")), none),
    ReaderBehaviour(
      "no quote", "alone | - | read 1, dropped 1, owed 1", told(event(quote: "")), none),
    ReaderBehaviour(
      "a quote of one word", "alone | - | read 1, dropped 1, owed 1", told(event(quote: "its")),
      none),
    ReaderBehaviour(
      "a quote in other widths and case",
      "funding reported by Quibly | - | read 2, dropped 0, owed 0",
      told(event(quote: "ＱＵＩＢＬＹ Raises")), none),
    ReaderBehaviour(
      "two types",
      "funding reported by Quibly + product-release reported by Quibly | - | read 2, dropped 0, owed 0",
      told(event(), event(type: "product-release", quote: "Harbor robots")),
      none),
    ReaderBehaviour(
      "three types",
      "funding reported by Quibly + metric reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(), event(type: "metric"), event(type: "forecast")), none),
    ReaderBehaviour(
      "one type twice", "funding reported by Quibly | - | read 2, dropped 1, owed 0",
      told(event(), event()), none),
    ReaderBehaviour(
      "an event and none at once", "alone | - | read 1, dropped 2, owed 1",
      #"{"n":1,"none":"opinion","events":[\#(event())]}"#, none),
    ReaderBehaviour(
      "none of a kind unknown", "alone | - | read 1, dropped 1, owed 1",
      #"{"n":1,"none":"boring","events":[]}"#, none),
    ReaderBehaviour(
      "neither an event nor none", "alone | - | read 1, dropped 1, owed 1",
      #"{"n":1,"none":"","events":[]}"#, none),
    ReaderBehaviour(
      "no event where there is one", "none | - | read 2, dropped 0, owed 0",
      #"{"n":1,"none":"ad","events":[]}"#, none),
    ReaderBehaviour(
      "values of other sorts", "funding by Quibly | - | read 2, dropped 3, owed 0",
      #"{"n":1,"none":7,"events":[{"type":"funding","stance":null,"actors":["Quibly",3],"#
        + #""objects":"Harbor","amounts":[1],"quote":"raises $12 million"}]}"#, none),
    ReaderBehaviour(
      "an event that is a text", "alone | - | read 1, dropped 2, owed 1",
      #"{"n":1,"none":"","events":["funding"]}"#, none),
    ReaderBehaviour(
      "an array instead of the object",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no JSON object with items",
      says: "[\(none)]"),
    ReaderBehaviour(
      "no items",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: it tells of none of the items",
      says: #"{"items":[]}"#),
    ReaderBehaviour(
      "an apology",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no JSON object with items",
      says: "I am sorry, but I cannot help with that."),
    ReaderBehaviour(
      "JSON that breaks off",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no JSON object with items",
      says: #"{"items":[{"n":1,"none":"op"#),
    ReaderBehaviour(
      "JSON deeper than any answer",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no JSON object with items",
      says: String(repeating: #"{"a":"#, count: 5000)),
    ReaderBehaviour(
      "white space", "alone | - | read 0, dropped 0, owed 2 | its answer is empty", says: " \n\t "),
    ReaderBehaviour(
      "an answer cut by its length",
      "alone | - | read 0, dropped 0, owed 2 | its answer breaks off",
      .answer(text: completion("{\"items\":[\(none)]}", finish: "length"))),
    ReaderBehaviour(
      "a content of parts", "alone | - | read 0, dropped 0, owed 2 | its answer is empty",
      .answer(text: #"{"choices":[{"message":{"content":[{"type":"text","text":"{}"}]}}]}"#)),
    ReaderBehaviour(
      "no choices",
      "alone | - | read 0, dropped 0, owed 2 | its answer is not of the form asked for: no chat completion",
      .answer(text: #"{"error":"overloaded"}"#)),
  ]
}
