/// Minimises a function of a few variables without derivatives (Nelder and Mead 1965, with the
/// usual coefficients 1, 2, ½, ½). Deterministic: the same start gives the same answer.
struct NelderMead {
  var step = 0.3
  var tolerance = 1e-10
  var limit = 2_000

  func minimum(from start: [Double], of f: ([Double]) -> Double) -> (point: [Double], value: Double)
  {
    let count = start.count
    var simplex = [(point: start, value: f(start))]
    for i in 0..<count {
      var point = start
      point[i] += step
      simplex.append((point, f(point)))
    }
    for _ in 0..<limit {
      simplex.sort { $0.value < $1.value }
      let best = simplex[0]
      let worst = simplex[count]
      if worst.value - best.value < tolerance, spread(simplex) < 1e-6 { break }
      let center = (0..<count).map { j in
        simplex[..<count].reduce(0) { $0 + $1.point[j] } / Double(count)
      }
      func along(_ factor: Double) -> (point: [Double], value: Double) {
        let point = zip(center, worst.point).map { $0 + factor * ($0 - $1) }
        return (point, f(point))
      }
      let reflected = along(1)
      if reflected.value < best.value {
        let expanded = along(2)
        simplex[count] = expanded.value < reflected.value ? expanded : reflected
      } else if reflected.value < simplex[count - 1].value {
        simplex[count] = reflected
      } else {
        let contracted = along(reflected.value < worst.value ? 0.5 : -0.5)
        if contracted.value < min(reflected.value, worst.value) {
          simplex[count] = contracted
        } else {
          for i in 1...count {
            let point = zip(simplex[i].point, best.point).map { ($0 + $1) / 2 }
            simplex[i] = (point, f(point))
          }
        }
      }
    }
    return simplex.min { $0.value < $1.value }!
  }

  private func spread(_ simplex: [(point: [Double], value: Double)]) -> Double {
    simplex.dropFirst().reduce(0) { widest, vertex in
      max(widest, zip(vertex.point, simplex[0].point).map { ($0 - $1).magnitude }.max()!)
    }
  }
}
