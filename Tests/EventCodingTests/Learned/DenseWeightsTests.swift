import EventModel
import JSONText
import Testing

@testable import EventCoding

@Suite struct DenseWeightsTests {
  @Test func `the mean vector speaks for nothing`() {
    let dense = DenseWeights(encoder: "e", mean: [0.5, -1], weights: [1, 2, 3, 4, 5, 6])
    #expect(dense.shares([0.5, -1]) == [0, 0, 0])
    #expect(dense.shares([1.5, -1]) == [1, 2, 3])
    #expect(dense.shares([0.5, 0]) == [4, 5, 6])
  }

  @Test func `weights of standard vectors are weights of the vectors as they come`() {
    let vectors: [[Float]] = [[1, 10], [3, 30], [5, 20]]
    let standard = StandardVectors(vectors)
    #expect(standard.mean == [3, 20])
    // Two outputs, of two dimensions.
    let weights: [Float] = [1, -1, 2, 0.5]
    let dense = DenseWeights(
      encoder: "e", mean: standard.mean, weights: standard.unscaled(weights))
    for (vector, scaled) in zip(vectors, standard.all) {
      let shares = dense.shares(vector)
      #expect(abs(shares[0] - (scaled[0] * 1 + scaled[1] * 2)) < 1e-5)
      #expect(abs(shares[1] - (scaled[0] * -1 + scaled[1] * 0.5)) < 1e-5)
    }
  }

  @Test func `a file keeps what was learned of vectors, and breaks off nowhere`() throws {
    let plain = LinearModel(
      bits: 8, bias: [Float](repeating: 0, count: 6), steps: [Float](repeating: 1, count: 6),
      rows: [UInt8](repeating: 0, count: 6 << 8)[...])
    var model = CoderModel(linear: plain, types: [.funding])
    model.dense = DenseWeights(
      encoder: "e", mean: [0.25, 0.5], weights: (0..<12).map { Float($0) / 7 })
    let file = model.file(report: .object(["types": .number(0.5)]))
    let read = try #require(CoderModel(file: file))
    #expect(read.encoder == "e" && read.report["types"]?.double == 0.5)
    #expect(read.dense?.mean == model.dense?.mean && read.dense?.weights == model.dense?.weights)
    #expect(read.file(report: .object(["types": .number(0.5)])) == file)
    #expect(CoderModel(file: Array(file.dropLast(4))) == nil)
    #expect(CoderModel(file: file + [0, 0, 0, 0]) == nil)
  }

  @Test func `the vector of a headline moves the verdict where it was learned from`() {
    let plain = LinearModel(
      bits: 8, bias: [Float](repeating: 0, count: 6), steps: [Float](repeating: 1, count: 6),
      rows: [UInt8](repeating: 0, count: 6 << 8)[...])
    var model = CoderModel(linear: plain, types: [.funding])
    model.dense = DenseWeights(encoder: "e", mean: [0], weights: [-2, 2, 0, 0, 0, 0])
    #expect(model.verdict(Features(), vector: [1]).event > 0.8)
    #expect(model.verdict(Features(), vector: [-1]).event < 0.1)
    #expect(model.verdict(Features()).shares == nil)
  }
}
