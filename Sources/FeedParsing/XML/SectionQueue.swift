/// CDATA sections on their way round libxml2, which sees their numbers.
///
/// Only those of the last two chunks are kept: libxml2 may hold back what ends a chunk until it
/// has seen the next, and a document of nothing but sections must not fill the memory.
struct SectionQueue {
  private var waiting: [CDATASections.Section] = []
  /// The number of the first one waiting.
  private var first = 0
  /// How many of those waiting belong to the chunk before this.
  private var older = 0

  /// Whether there has been no section yet.
  var isEmpty: Bool { first == 0 && waiting.isEmpty }

  /// The section's number.
  mutating func add(_ section: CDATASections.Section) -> Int {
    waiting.append(section)
    return first + waiting.count - 1
  }

  /// nil when no section waits under the number.
  func section(_ number: Int) -> CDATASections.Section? {
    first..<first + waiting.count ~= number ? waiting[number - first] : nil
  }

  mutating func beginChunk() {
    waiting.removeFirst(older)
    first += older
    older = waiting.count
  }
}
