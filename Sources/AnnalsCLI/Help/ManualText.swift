import Foundation

/// Text in the macros of man(7), as groff and mandoc read them.
enum ManualText {
  /// A word or a line: nothing in it is a request, and a hyphen that is typed is one.
  static func escaped(_ text: some StringProtocol) -> String {
    let spelled = String(text).replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("'", with: "\\(aq").replacing("`", with: "\\(ga").replacing("^", with: "\\(ha")
      .replacing("~", with: "\\(ti")
    let ascii = spelled.unicodeScalars.map { scalar in
      scalar.isASCII ? String(scalar) : "\\[u\(hexText(scalar.value))]"
    }.joined()
    return ascii.hasPrefix(".") ? "\\&" + ascii : ascii
  }

  /// At least four digits in capitals, as groff names characters.
  private static func hexText(_ value: UInt32) -> String {
    let digits = String(value, radix: 16).uppercased()
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  static func bold(_ text: some StringProtocol) -> String { "\\fB\(escaped(text))\\fR" }
  static func italic(_ text: some StringProtocol) -> String { "\\fI\(escaped(text))\\fR" }

  /// A heading's argument: in quotes, without what would end it.
  static func quoted(_ text: String) -> String {
    "\"\(escaped(text).replacing("\"", with: "\\(dq"))\""
  }

  static func section(_ title: String) -> String { ".SH \(quoted(title.uppercased()))\n" }

  /// Paragraphs; lines that are indented stand as they are typed.
  static func paragraphs(_ text: String) -> String {
    var out = ""
    var (isExample, isFresh) = (false, true)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.hasPrefix("  ")
      if line.allSatisfy(\.isWhitespace) {
        out += isExample ? "\n" : ""
        isFresh = true
        continue
      }
      if isIndented != isExample {
        out += isIndented ? (isFresh ? ".PP\n" : "") + ".RS 2\n.nf\n" : ".fi\n.RE\n"
        isExample = isIndented
      }
      if !isIndented, isFresh { out += ".PP\n" }
      isFresh = false
      out += escaped(isIndented ? line.dropFirst(2) : line) + "\n"
    }
    return out + (isExample ? ".fi\n.RE\n" : "")
  }

  /// Text that stands as it is, every line of it.
  static func verbatim(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return ".nf\n" + lines.map { escaped($0) + "\n" }.joined() + ".fi\n"
  }
}
