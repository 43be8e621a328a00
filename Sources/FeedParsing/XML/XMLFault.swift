/// Something libxml2 complained about.
struct XMLFault {
  let line: Int
  let message: String
  /// Whether the document is not well-formed for it; an undeclared prefix is only a warning.
  let isFatal: Bool
  /// Whether it was one of our limits that was reached, which a second try cannot help.
  var isLimit = false
}
