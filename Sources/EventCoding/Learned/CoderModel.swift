import EventModel
package import JSONText

/// What was learned from labelled items: how likely a passage tells an event, of which type, and in
/// which stance.
package struct CoderModel: Sendable {
  let linear: LinearModel
  /// In the order of the outputs, after the one for no event and before those of the stances.
  let types: [EventType]
  /// Of the chance that it is an event, and that the first type is right.
  var scope = Calibration()
  var type = Calibration()
  /// How likely a further type must be beside the first.
  var secondLine = 0.4
  /// Tells this model from others.
  var digest = ""

  /// What the model makes of a passage.
  struct Verdict {
    /// The chance that there is an event.
    let scope: Double
    /// The types that it may be, the likeliest first, and the chance that the first is right.
    let types: [EventType]
    let type: Double
    let stance: Stance
    /// Log-odds of all outputs.
    let scores: [Float]
  }

  /// Log-odds of an event, of the likeliest type where there is one, and of all outputs.
  struct Odds {
    let scope: Double
    let type: Double
    /// The places of the types, the likeliest first.
    let ranked: [Int]
    /// The chance of each, where there is an event.
    let chances: [Float]
    let scores: [Float]
  }

  func odds(_ features: Features) -> Odds {
    let scores = linear.scores(features)
    let all = Softmax.chances(Array(scores[...types.count]))
    let event = max(1e-6, 1 - all[0])
    let chances = all.dropFirst().map { $0 / event }
    let ranked = types.indices.sorted { (chances[$0], $1) > (chances[$1], $0) }
    return Odds(
      scope: Softmax.logit(Double(event)), type: Softmax.logit(Double(chances[ranked[0]])),
      ranked: ranked, chances: chances, scores: scores)
  }

  func verdict(_ features: Features) -> Verdict {
    let odds = odds(features)
    let told = odds.ranked.filter {
      $0 == odds.ranked[0] || Double(odds.chances[$0]) >= secondLine
    }
    let stances = odds.scores[(types.count + 1)...]
    let stance = stances.indices.max { stances[$0] < stances[$1] }! - stances.startIndex
    return Verdict(
      scope: scope.chance(odds.scope), types: told.map { types[$0] },
      type: type.chance(odds.type), stance: Stance.allCases[stance], scores: odds.scores)
  }
}

/// A file of weights: one line of JSON that says how they are to be read and how well they did, then a
/// byte for each step, bucket by bucket.
extension CoderModel {
  /// Reads a file; nil where it is none, or breaks off.
  package init?(file bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A), let head = try? JSON.parse(Array(bytes[..<end])),
      head["format"]?.string == CoderModel.format, let bits = head["bits"]?.integer,
      (8...20).contains(bits), let names = head["types"]?.elements?.compactMap(\.string)
    else { return nil }
    let types = names.compactMap(EventType.init(rawValue:))
    let outputs = types.count + 1 + Stance.allCases.count
    func floats(_ key: String) -> [Float] {
      head[key]?.elements?.compactMap { $0.double.map(Float.init) } ?? []
    }
    let rows = bytes[(end + 1)...]
    let (bias, steps) = (floats("bias"), floats("steps"))
    guard rows.count == outputs << Int(bits), bias.count == outputs, steps.count == outputs
    else { return nil }
    linear = LinearModel(
      bits: Int(bits), bias: bias, steps: steps,
      rows: rows.lazy.map { Int8(bitPattern: $0) })
    self.types = types
    scope = Calibration(json: head["scope"])
    type = Calibration(json: head["type"])
    secondLine = head["secondLine"]?.double ?? secondLine
    var fingerprint = FNV1a()
    fingerprint.add(bytes)
    digest = String(fingerprint.value, radix: 16)
  }

  /// The model as a file.
  ///
  /// - Parameter report: what it was trained on, and how well it did on what it was not.
  package func file(report: JSON) -> [UInt8] {
    let head = JSON.object([
      "format": .string(CoderModel.format), "report": report,
      "types": .strings(types.map(\.rawValue)), "bits": .number(Int64(linear.bits)),
      "scope": scope.json, "type": type.json,
      "secondLine": .number(secondLine),
      "bias": .array(linear.bias.map { .number(Double($0)) }),
      "steps": .array(linear.steps.map { .number(Double($0)) }),
    ])
    var bytes: [UInt8] = []
    head.write(to: &bytes)
    bytes.append(0x0A)
    bytes += linear.rows.map { UInt8(bitPattern: $0) }
    return bytes
  }

  private static let format = "annals coder 1"
}

extension Calibration {
  fileprivate init(json: JSON?) {
    self.init(slope: json?["slope"]?.double ?? 1, shift: json?["shift"]?.double ?? 0)
  }

  fileprivate var json: JSON { .object(["slope": .number(slope), "shift": .number(shift)]) }
}
