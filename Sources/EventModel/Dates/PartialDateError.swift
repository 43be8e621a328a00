/// A text that is no date of the notation that ``PartialDate`` reads.
package struct PartialDateError: Error, Equatable, Sendable, CustomStringConvertible {
  package let text: String
  package let reason: String

  init(text: String, reason: String = "write it as 1950, 2023-05, 2022-11-30, 199X or 2022/2023") {
    self.text = text
    self.reason = reason
  }

  package var description: String { "“\(text)” is not a date: \(reason)" }
}
