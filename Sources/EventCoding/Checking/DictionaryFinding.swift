/// Something in the dictionaries that a person should look at.
public struct DictionaryFinding: Hashable, Sendable {
  public enum Rule: String, Sendable, CaseIterable {
    case malformed
    case duplicateName = "duplicate-name"
    case nameInsideName = "name-inside-name"
    case unbalancedLanguages = "unbalanced-languages"
    case neverFires = "never-fires"
    case firesWrongly = "fires-wrongly"
  }

  public let rule: Rule
  /// The name, trigger or type that it is about; for what is malformed the file and line.
  public let subject: String
  /// What is the matter, and what to do now.
  public let message: String
  /// Where in its file it stands; nil for what no single line says.
  let line: Int?

  init(rule: Rule, subject: String, message: String, line: Int? = nil) {
    self.rule = rule
    self.subject = subject
    self.message = message
    self.line = line
  }

  public var sentence: String { "\(subject): \(message)" }

  /// What keeps a file from being used.
  init(malformed file: String, line: Int, _ message: String) {
    self.init(rule: .malformed, subject: "\(file):\(line)", message: message, line: line)
  }
}
