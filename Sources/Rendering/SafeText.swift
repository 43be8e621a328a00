/// Text from feeds made harmless for a terminal.
public enum SafeText {
  /// One line without control characters (C0, C1, DEL) and without the characters that turn the
  /// direction of writing; white space is folded.
  public static func line(_ text: String) -> String {
    var (out, space) = (String.UnicodeScalarView(), false)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0x85, 0xA0, 0x2028, 0x2029: space = !out.isEmpty
      case ..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      default:
        if space { out.append(" ") }
        space = false
        out.append(scalar)
      }
    }
    return String(out)
  }
}
