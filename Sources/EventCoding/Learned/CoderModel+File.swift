import EventModel
package import JSONText

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
    let outputs = CoderModel.outputs(types)
    func floats(_ key: String) -> [Float] {
      head[key]?.elements?.compactMap { $0.double.map(Float.init) } ?? []
    }
    let rows = bytes[(end + 1)...]
    let (bias, steps) = (floats("bias"), floats("steps"))
    guard rows.count == outputs.count << Int(bits), bias.count == outputs.count,
      steps.count == outputs.count
    else { return nil }
    linear = LinearModel(
      outputs: outputs, bits: Int(bits), bias: bias, steps: steps,
      rows: rows.lazy.map { Int8(bitPattern: $0) })
    self.types = types
    scope = Calibration(json: head["scope"])
    type = Calibration(json: head["type"])
    secondLine = head["secondLine"]?.double ?? secondLine
    var fingerprint = FNV1a()
    for byte in bytes { fingerprint.add(UInt64(byte)) }
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
