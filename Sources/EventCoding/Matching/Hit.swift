/// A term of the dictionary found in a text.
struct Hit: Sendable {
  let term: Term
  let range: Range<Int>
}
