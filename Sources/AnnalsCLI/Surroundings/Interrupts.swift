import Foundation
import Synchronization

/// Ctrl-C and SIGTERM as a question. A second one ends the program at once.
enum Interrupts {
  private static let haveCome = Atomic<Bool>(false)

  private static let listening: Void = {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        Interrupts.haveCome.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
  }()

  /// Whether one has come since the first call, which begins to listen.
  static func arrived() -> Bool {
    let arrived = haveCome.load(ordering: .relaxed)
    listening
    return arrived
  }
}
