package import JSONText

extension RecordID {
  package var json: JSON { .string(description) }
}

extension JSON {
  package func recordID(_ key: String) throws(FieldError) -> RecordID {
    guard let id = try optionalRecordID(key) else { throw missing(key) }
    return id
  }

  package func optionalRecordID(_ key: String) throws(FieldError) -> RecordID? {
    guard let text = try optionalText(key) else { return nil }
    guard let id = RecordID(text) else {
      throw FieldError(key: key, problem: "should be 32 hexadecimal digits")
    }
    return id
  }
}
