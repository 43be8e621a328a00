/// A line of a page: what it is, and its text made safe for a terminal.
func pageRow(_ label: String, _ text: String) -> String {
  label + String(repeating: " ", count: max(1, 11 - label.count)) + SafeText.line(text)
}
