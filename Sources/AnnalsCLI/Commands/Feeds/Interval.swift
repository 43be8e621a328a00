import ArgumentParser
import FeedFetching
import Foundation

/// A span of time as people type it: `90s`, `30m`, `2h`, `1d`.
struct Interval: ExpressibleByArgument {
  let seconds: Int

  init?(argument: String) {
    let units = ["s": 1, "m": 60, "h": 3600, "d": 86_400]
    guard let unit = argument.last.flatMap({ units[String($0)] }),
      let number = Int(argument.dropLast()), (1...100_000).contains(number)
    else { return nil }
    seconds = number * unit
  }

  /// Waits for so long; throws where the program is asked to stop meanwhile.
  func wait(_ surroundings: Surroundings) throws -> Bool {
    let next = surroundings.clock().advanced(bySeconds: seconds)
    while surroundings.clock() < next {
      if surroundings.isInterrupted() { throw ExitCode(130) }
      usleep(200_000)
    }
    return true
  }
}
