import Testing

@testable import EventCoding

@Suite struct LimitedMemoryBFGSTests {
  @Test func `finds the least value of a long valley`() {
    let steep = SIMD8<Float>(1, 3, 10, 30, 100, 300, 1000, 3000)
    let start = [SIMD8<Float>(repeating: 5), SIMD8<Float>(repeating: -5)]
    let found = LimitedMemoryBFGS(iterations: 200).minimum(from: start) { point, gradient in
      for place in point.indices { gradient[place] = steep * (point[place] - 2) }
      return point.reduce(0) { sum, part in
        sum + Double((steep * (part - 2) * (part - 2)).sum()) / 2
      }
    }
    for part in found { #expect(((part - 2) * (part - 2)).max() < 1e-3) }
  }
}
