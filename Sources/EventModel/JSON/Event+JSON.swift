package import JSONText

extension Event {
  package var json: JSON {
    .object([
      "type": .string(type.rawValue),
      "types": furtherTypes.isEmpty ? nil : .strings(([type] + furtherTypes).map(\.rawValue)),
      "title": .string(title),
      "date": date.map { .string($0.text) },
      "actors": actors.isEmpty ? nil : .array(actors.map(\.json)),
      "objects": objects.isEmpty ? nil : .strings(objects),
      "amounts": amounts.isEmpty ? nil : .array(amounts.map(\.json)),
      "stance": .string(stance.rawValue),
      "polarity": .string(polarity.rawValue),
      "attribution": attribution.map(JSON.string),
      "phase": phase.map(JSON.string),
      "horizon": horizon.map { .string($0.text) },
      "evidence": evidence.map(\.json),
      "scope": scope.map { .number($0) },
      "probabilities": probabilities.map(\.json),
    ])
  }

  /// Reads an event of any type, known or not.
  package init(json: JSON) throws(FieldError) {
    let type = EventType(rawValue: try json.text("type"))
    var actors: [Actor] = []
    for actor in try json.list("actors") { actors.append(try Actor(json: actor)) }
    var amounts: [Amount] = []
    for amount in try json.list("amounts") { amounts.append(try Amount(json: amount)) }
    self.init(
      type: type, title: try json.optionalText("title") ?? "", date: try json.optionalDate("date"),
      actors: actors, objects: try json.texts("objects"), amounts: amounts,
      stance: try json.word("stance", Stance.self, of: "stance") ?? .reported,
      polarity: try json.word("polarity", Polarity.self, of: "polarity") ?? .asserted,
      attribution: try json.optionalText("attribution"), phase: try json.optionalText("phase"),
      horizon: try json.optionalDate("horizon"), evidence: Evidence(json: json["evidence"]))
    furtherTypes = try json.texts("types").compactMap(EventType.init(rawValue:)).filter {
      $0 != type
    }
    scope = try json.optionalDouble("scope")
    probabilities = Probabilities(json: json["probabilities"])
  }
}

extension Actor {
  package var json: JSON {
    .object(["name": .string(name), "role": role.map(JSON.string)])
  }

  /// Reads `{"name", "role"}`, or the name alone.
  package init(json: JSON) throws(FieldError) {
    if let name = json.string {
      self.init(name)
    } else {
      self.init(try json.text("name"), role: try json.optionalText("role"))
    }
  }
}

extension Evidence {
  var json: JSON {
    .object([
      "trigger": .string(trigger), "span": span.json, "confidence": .number(Int64(confidence)),
      "coder": coder.map(JSON.string), "coders": coders,
    ])
  }

  init?(json: JSON?) {
    guard let json, let trigger = json["trigger"]?.string, let span = Range(json: json["span"]),
      let confidence = json["confidence"]?.integer
    else { return nil }
    self.init(
      trigger: trigger, span: span, confidence: Int(clamping: confidence),
      coder: json["coder"]?.string, reader: json["coders"]?.members?.first?.value.string,
      fieldsByReader: (json["coders"]?.members ?? []).map(\.key))
  }
}

extension Event.Probabilities {
  var json: JSON {
    .object(["type": type.map { .number($0) }, "actor": actor.map { .number($0) }])
  }

  init?(json: JSON?) {
    guard let json else { return nil }
    self.init(type: json["type"]?.double, actor: json["actor"]?.double)
  }
}
