import Foundation

/// What a person types, a key or a line at a time: at once at a terminal, and as it comes from a pipe.
struct Keys {
  private let input: (_ limit: Int) throws -> [UInt8]

  init(_ surroundings: Surroundings) { input = surroundings.input }

  /// The next key that is no white space; nil when there is no more, or Ctrl-C or Ctrl-D was typed.
  func next() throws -> Character? {
    while true {
      guard let byte = try Keys.unbuffered({ try input(1) }).first, byte != 3, byte != 4 else {
        return nil
      }
      if byte > 0x20 { return Character(UnicodeScalar(byte)) }
    }
  }

  /// The rest of the line; nil when there is no more.
  func line() throws -> String? {
    var bytes: [UInt8] = []
    while let byte = try input(1).first {
      if byte == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Lets a terminal hand on each key as it is typed, and not show it. Ctrl-C is a key too then, so that
  /// nobody is left with such a terminal.
  private static func unbuffered<Value>(_ body: () throws -> Value) rethrows -> Value {
    var before = termios()
    guard tcgetattr(0, &before) == 0 else { return try body() }
    var during = before
    during.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(0, TCSANOW, &during)
    defer { tcsetattr(0, TCSANOW, &before) }
    return try body()
  }
}
