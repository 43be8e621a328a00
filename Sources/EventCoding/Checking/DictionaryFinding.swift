/// Something in the dictionaries that a person should look at.
package struct DictionaryFinding: Hashable, Sendable {
  package enum Rule: String, Sendable, CaseIterable {
    case malformed
    case duplicateName = "duplicate-name"
    case nameInsideName = "name-inside-name"
    case unbalancedLanguages = "unbalanced-languages"
    case neverFires = "never-fires"
    case firesWrongly = "fires-wrongly"
  }

  package let rule: Rule
  /// The name, trigger or type that it is about; for what is malformed the file and line.
  package let subject: String
  /// What is the matter, and what to do now.
  package let message: String
  /// Where in its file it stands; nil for what no single line says.
  let line: Int?

  init(rule: Rule, subject: String, message: String, line: Int? = nil) {
    self.rule = rule
    self.subject = subject
    self.message = message
    self.line = line
  }

  package var sentence: String { "\(subject): \(message)" }

  /// What keeps a file from being used.
  init(malformed file: String, line: Int, _ message: String) {
    self.init(rule: .malformed, subject: "\(file):\(line)", message: message, line: line)
  }
}
