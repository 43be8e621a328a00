import JSONText

/// How a forecast turned out.
package struct ForecastResolution: Hashable, Sendable {
  /// The record that issued it.
  package let of: RecordID
  /// The record whose fact decided it; nil when a person judged.
  package let by: RecordID?
  /// When that happened, or when its time was up.
  package let date: CivilDay
  /// What came about, in the forecast's unit (a duration) or as an amount's value; nil when it did
  /// not come about in its time.
  package let value: Double?
  package let mention: Mention
  /// What can be undone: the hand command that this belongs to, or the resolution by itself.
  package var act: RecordID?

  package init(
    of forecast: RecordID, by record: RecordID?, date: CivilDay, value: Double?, mention: Mention,
    act: RecordID? = nil
  ) {
    self.of = forecast
    self.by = record
    self.date = date
    self.value = value
    self.mention = mention
    self.act = act
  }
}

extension ForecastResolution {
  var json: JSON {
    .object([
      "of": of.json, "by": by.map(\.json), "date": .string(date.description),
      "value": value.map(JSON.number), "mention": mention.json,
      "act": act.map(\.json),
    ])
  }

  init(json: JSON) throws(FieldError) {
    self.init(
      of: try json.recordID("of"), by: try json.optionalRecordID("by"),
      date: try json.day("date"), value: try json.optionalDouble("value"),
      mention: try Mention(json: json["mention"]),
      act: try json.optionalRecordID("act"))
  }
}
