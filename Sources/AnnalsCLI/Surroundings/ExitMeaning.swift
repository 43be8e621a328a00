/// How a command ends; the numbers are those of sysexits(3) where it has one.
package enum ExitMeaning: Int32, Sendable {
  case done = 0
  /// The answer is no: a check found something, there is no such event.
  case no = 1
  /// Some feeds or addresses failed, the rest was taken.
  case partly = 2
  case usage = 64
  case badInput = 65
  case network = 69
  case cannotWrite = 73
  case corrupt = 74
  case busy = 75
}
