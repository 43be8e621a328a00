import EventModel
package import JSONText

/// What was learned from labelled items: how likely a passage tells an event, of which type, and in
/// which stance.
package struct CoderModel: Sendable {
  let linear: LinearModel
  /// What a person's answers have added to it, where they have.
  var own: LinearModel?
  /// What it makes of the headline's vector, where it was learned with an encoder.
  var dense: DenseWeights?
  /// In the order of the outputs, after the one for no event and before the one for what lies outside
  /// the industry and those of the stances.
  let types: [EventType]
  /// Of the chance that it is an event of the industry, that what is told is of the industry at all, and
  /// that the first type is right.
  var event = Calibration()
  var scope = Calibration()
  var type = Calibration()
  /// How likely a further type must be beside the first.
  var secondLine = 0.4
  /// Tells this model from others.
  package internal(set) var digest = ""
  /// What it was trained on, and how well it did on what it was not.
  package internal(set) var report = JSON.null

  /// The encoder without whose vectors it can tell nothing, if any.
  package var encoder: String? { dense?.encoder }

  /// How many outputs judge what is told: all but the stances.
  var judgements: Int { types.count + 2 }

  /// What the model makes of a passage.
  struct Verdict {
    /// The chance that there is an event of the industry.
    let event: Double
    /// The chance that it is of the industry, where anything happened; to a thousandth, as it is kept.
    let scope: Double
    /// The types that it may be, the likeliest first, and the chance that the first is right.
    let types: [EventType]
    let type: Double
    let stance: Stance
    /// Log-odds of all outputs.
    let scores: [Float]
    /// How much of them the vector gives, where there is one.
    let shares: [Float]?
  }

  /// Log-odds of an event, of the industry where anything happened, of the likeliest type where there is
  /// an event, and of all outputs.
  struct Odds {
    let event: Double
    let scope: Double
    let type: Double
    /// The places of the types, the likeliest first.
    let ranked: [Int]
    /// The chance of each, where there is an event.
    let chances: [Float]
    let scores: [Float]
    let shares: [Float]?
  }

  /// - Parameter vector: of the headline, where the model was learned with an encoder.
  func odds(_ features: Features, vector: [Float]? = nil) -> Odds {
    let shares = vector.flatMap { dense?.shares($0) }
    let parts = [linear.scores(features), own?.scores(features), shares].compactMap(\.self)
    let scores = parts.dropFirst().reduce(parts[0]) { zip($0, $1).map { $0 + $1 } }
    let all = Softmax.chances(Array(scores[..<judgements]))
    let outside = all[judgements - 1]
    let event = max(1e-6, 1 - all[0] - outside)
    let chances = all[1...types.count].map { $0 / event }
    let ranked = types.indices.sorted { (chances[$0], $1) > (chances[$1], $0) }
    return Odds(
      event: Softmax.logit(Double(event)), scope: Softmax.logit(Double(event / (event + outside))),
      type: Softmax.logit(Double(chances[ranked[0]])),
      ranked: ranked, chances: chances, scores: scores, shares: shares)
  }

  /// What one feature adds to an output.
  func share(_ feature: Features.Feature, of features: Features, _ output: Int) -> Float {
    linear.share(feature, of: features, output)
      + (own?.share(feature, of: features, output) ?? 0)
  }

  func verdict(_ features: Features, vector: [Float]? = nil) -> Verdict {
    let odds = odds(features, vector: vector)
    let told = odds.ranked.filter {
      $0 == odds.ranked[0] || Double(odds.chances[$0]) >= secondLine
    }
    let stances = odds.scores[judgements...]
    let stance = stances.indices.max { stances[$0] < stances[$1] }! - stances.startIndex
    return Verdict(
      event: event.chance(odds.event), scope: (scope.chance(odds.scope) * 1000).rounded() / 1000,
      types: told.map { types[$0] },
      type: type.chance(odds.type), stance: Stance.allCases[stance], scores: odds.scores,
      shares: odds.shares)
  }
}

/// A file of weights: one line of JSON that says how they are to be read and how well they did, then a
/// byte for each step, bucket by bucket; where it was learned with an encoder, what a unit of each of the
/// vector's dimensions adds, in little-endian floats; where a person's answers were added, the steps of
/// what they add.
extension CoderModel {
  /// Reads a file; nil where it is none, or breaks off.
  package init?(file bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: 0x0A), let head = try? JSON.parse(Array(bytes[..<end])),
      head["format"]?.string == CoderModel.format, let bits = head["bits"]?.integer,
      (8...20).contains(bits), let names = head["types"]?.elements?.compactMap(\.string)
    else { return nil }
    let types = names.compactMap(EventType.init(rawValue:))
    let outputs = types.count + 2 + Stance.allCases.count
    func floats(_ key: String) -> [Float] {
      head[key]?.elements?.compactMap { $0.double.map(Float.init) } ?? []
    }
    let mean = floats("mean")
    let rows = bytes[(end + 1)...].prefix(outputs << Int(bits))
    let weights = bytes[rows.endIndex...].prefix(4 * outputs * mean.count)
    let ownRows = bytes[weights.endIndex...]
    func model(_ bias: [Float], _ steps: [Float], _ rows: ArraySlice<UInt8>) -> LinearModel? {
      guard rows.count == outputs << Int(bits), bias.count == outputs, steps.count == outputs else {
        return nil
      }
      return LinearModel(bits: Int(bits), bias: bias, steps: steps, rows: rows)
    }
    guard weights.count == 4 * outputs * mean.count,
      let linear = model(floats("bias"), floats("steps"), rows)
    else { return nil }
    self.linear = linear
    own = model(floats("ownBias"), floats("ownSteps"), ownRows)
    guard ownRows.isEmpty || own != nil else { return nil }
    self.types = types
    dense = head["encoder"]?.string.map { encoder in
      DenseWeights(encoder: encoder, mean: mean, weights: CoderModel.floats(weights))
    }
    report = head["report"] ?? .null
    event = Calibration(json: head["event"])
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
      "event": event.json, "scope": scope.json, "type": type.json,
      "secondLine": .number(secondLine),
      "bias": CoderModel.numbers(linear.bias), "steps": CoderModel.numbers(linear.steps),
      "encoder": encoder.map(JSON.string), "mean": (dense?.mean).map(CoderModel.numbers),
      "ownBias": (own?.bias).map(CoderModel.numbers),
      "ownSteps": (own?.steps).map(CoderModel.numbers),
    ])
    var bytes: [UInt8] = []
    head.write(to: &bytes)
    bytes.append(0x0A)
    bytes += linear.rows.map { UInt8(bitPattern: $0) }
    for weight in dense?.weights ?? [] {
      withUnsafeBytes(of: weight.bitPattern.littleEndian) { bytes += $0 }
    }
    bytes += (own?.rows ?? []).map { UInt8(bitPattern: $0) }
    return bytes
  }

  private static func numbers(_ floats: [Float]) -> JSON {
    .array(floats.map { .number(Double($0)) })
  }

  private static func floats(_ bytes: ArraySlice<UInt8>) -> [Float] {
    bytes.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 4).map { place in
        Float(
          bitPattern: UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
      }
    }
  }

  private static let format = "annals coder 2"
}

extension Calibration {
  fileprivate init(json: JSON?) {
    self.init(slope: json?["slope"]?.double ?? 1, shift: json?["shift"]?.double ?? 0)
  }

  fileprivate var json: JSON { .object(["slope": .number(slope), "shift": .number(shift)]) }
}
