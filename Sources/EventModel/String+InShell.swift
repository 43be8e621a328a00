extension String {
  /// As one word of a shell's command line.
  package var inShell: String {
    let isPlain = allSatisfy { $0.isLetter || $0.isNumber || ":-_.,@%+=/".contains($0) }
    return isPlain && !isEmpty ? self : "'" + replacing("'", with: "'\\''") + "'"
  }
}
