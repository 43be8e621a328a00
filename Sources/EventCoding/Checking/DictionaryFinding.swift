/// Something in the dictionaries that a person should look at.
public struct DictionaryFinding: Hashable, Sendable {
  public enum Rule: String, Sendable, CaseIterable {
    case duplicateName = "duplicate-name"
    case nameInsideName = "name-inside-name"
    case unbalancedLanguages = "unbalanced-languages"
    case neverFires = "never-fires"
    case firesWrongly = "fires-wrongly"
  }

  public let rule: Rule
  /// The name, trigger or type that it is about.
  public let subject: String
  /// What is the matter, and what to do now.
  public let message: String
}
