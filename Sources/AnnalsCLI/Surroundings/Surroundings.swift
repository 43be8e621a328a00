package import EventModel
import Foundation

/// Everything outside the program that a command may see: the clock, the environment, the terminal
/// and the standard streams. A test hands in its own.
package struct Surroundings {
  /// When the program began, or when what is asked of a server was asked.
  package private(set) var now: Instant
  /// When the program began by the machine's own clock, which nothing pins.
  package let machineNow: Instant
  /// The moment it is, for what takes its time.
  package let clock: () -> Instant
  /// Whether somebody has asked the program to stop.
  package let isInterrupted: () -> Bool
  package let environment: [String: String]
  package let output: Output
  package let error: Output
  /// Reads standard input to its end, or so many bytes of it.
  package let input: (_ limit: Int) throws -> [UInt8]
  /// Waits for bytes of standard input and reads what has come; none at its end.
  package let arriving: @Sendable () throws -> [UInt8]
  /// Runs another program to its end, and gives its exit code.
  package let launch: (_ words: [String]) throws -> Int32
  /// Where the sentence encoder lies, if anywhere; looked for by what codes.
  package let encoderFolder: () -> String?
  /// What was set once, in the store that is asked and by the user.
  package var settings: Settings
  let stores = NamedStores()
  let complaints = Complaints()
  let node = Node()

  package init(
    now: Instant, environment: [String: String], output: Output, error: Output,
    input: @escaping (_ limit: Int) throws -> [UInt8], clock: (() -> Instant)? = nil,
    machineNow: Instant? = nil, encoderFolder: @escaping () -> String? = { nil },
    isInterrupted: @escaping () -> Bool = { false },
    arriving: @escaping @Sendable () throws -> [UInt8] = { [] },
    launch: ((_ words: [String]) throws -> Int32)? = nil
  ) {
    self.now = now
    self.clock = clock ?? { now }
    self.machineNow = machineNow ?? now
    self.isInterrupted = isInterrupted
    self.environment = environment
    settings = Settings(environment, store: StoreOptions.path(in: [], environment))
    self.encoderFolder = encoderFolder
    self.output = output
    self.error = error
    self.input = input
    self.arriving = arriving
    self.launch = launch ?? Launch.run
  }

  /// Says what is wrong with a part of the work while the rest goes on; where errors are JSON, the one
  /// at the end tells it.
  func complain(_ text: String) throws {
    if complaints.areKept {
      complaints.kept.append(text)
    } else {
      try error.line(text)
    }
  }

  /// The day in UTC, which `ANNALS_NOW` pins.
  package var today: CivilDay { now.day }

  /// The same at the moment it is.
  var renewed: Surroundings {
    var surroundings = self
    surroundings.now = clock()
    return surroundings
  }
}

extension Surroundings {
  /// The real ones. Throws a ``Failure`` when `ANNALS_NOW` is no date.
  static func system() throws -> Surroundings {
    let environment = ProcessInfo.processInfo.environment
    let clock = try clock(environment["ANNALS_NOW"])
    return Surroundings(
      now: clock(), environment: environment, output: stream(1), error: standardError,
      input: { try read(0, limit: $0) }, clock: clock,
      machineNow: systemNow(), encoderFolder: { EncoderFolder.find(environment) },
      isInterrupted: Interrupts.arrived, arriving: { try arriving(0) })
  }

  static var standardError: Output { stream(2) }

  private static func clock(_ pinned: String?) throws -> () -> Instant {
    guard let pinned, !pinned.isEmpty else {
      return systemNow
    }
    guard let instant = Instant(pinned) else {
      throw Failure(
        .usage, "ANNALS_NOW is “\(pinned)”, which is no date",
        hint: "write it as 2023-05-15 or 2023-05-15T09:06:00Z")
    }
    return { instant }
  }

  private static func systemNow() -> Instant {
    Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }

  private static func stream(_ descriptor: Int32) -> Output {
    var size = winsize()
    let isTerminal = isatty(descriptor) == 1
    let known = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Output(
      isTerminal: isTerminal, width: known ? Int(size.ws_col) : nil,
      height: known && size.ws_row > 0 ? Int(size.ws_row) : nil
    ) { bytes in try writeAll(bytes, to: descriptor, named: nil) }
  }

  /// Writes all bytes. Throws ``OutputClosed`` where nobody reads them, and a ``Failure`` that names
  /// the file when there is one.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, named name: String?) throws {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw OutputClosed()
      } else if errno != EINTR {
        let reason = String(cString: strerror(errno))
        throw Failure(.cannotWrite, "cannot write\(name.map { " \($0)" } ?? ""): \(reason)")
      }
    }
  }

  private static func read(_ descriptor: Int32, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try arriving(descriptor, limit: limit - bytes.count)
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  private static func arriving(_ descriptor: Int32, limit: Int = .max) throws -> [UInt8] {
    var chunk = [UInt8](repeating: 0, count: min(1 << 16, limit))
    while true {
      let count = Foundation.read(descriptor, &chunk, chunk.count)
      if count >= 0 { return Array(chunk[..<count]) }
      guard errno == EINTR else {
        throw Failure(.badInput, "standard input: \(String(cString: strerror(errno)))")
      }
    }
  }
}
