import JSONText

/// The distribution of a duration that a forecast states: a mixture of Student's t over its natural
/// logarithm, given that it exceeds `elapsed`. Numbers are kept to the last bit, so that every later
/// question has an exact answer.
package struct ForecastLaw: Hashable, Sendable {
  package struct Component: Hashable, Sendable {
    package let weight: Double
    package let mu: Double
    package let scale: Double
    package let df: Double

    package init(weight: Double, mu: Double, scale: Double, df: Double) {
      self.weight = weight
      self.mu = mu
      self.scale = scale
      self.df = df
    }
  }

  package let components: [Component]
  /// How long the phase had lasted already, in the forecast's unit.
  package let elapsed: Double

  package init(components: [Component], elapsed: Double) {
    self.components = components
    self.elapsed = elapsed
  }
}

extension ForecastLaw {
  var json: JSON {
    let mixture = components.map { component in
      JSON.object([
        "weight": .number(component.weight), "mu": .number(component.mu),
        "scale": .number(component.scale), "df": .number(component.df),
      ])
    }
    return .object(["mixture": .array(mixture), "elapsed": .number(elapsed)])
  }

  init(json: JSON) throws(FieldError) {
    var components: [Component] = []
    for part in try json.list("mixture") {
      guard let weight = try part.optionalDouble("weight"), let mu = try part.optionalDouble("mu"),
        let scale = try part.optionalDouble("scale"), let df = try part.optionalDouble("df")
      else {
        throw FieldError(key: "mixture", problem: "should be a list of weight, mu, scale and df")
      }
      components.append(Component(weight: weight, mu: mu, scale: scale, df: df))
    }
    self.init(components: components, elapsed: try json.optionalDouble("elapsed") ?? 0)
    guard isDistribution else {
      throw FieldError(key: "mixture", problem: "is no distribution of a duration")
    }
  }

  /// Whether its numbers are such as a fit gives; what functions of a law make of others is not known.
  private var isDistribution: Bool {
    let weight = components.reduce(0) { $0 + $1.weight }
    return abs(weight - 1) < 0.01 && 0...1e7 ~= elapsed
      && components.allSatisfy {
        0...1.01 ~= $0.weight && -1000...1000 ~= $0.mu && 1e-9...1000 ~= $0.scale
          && 0.01...1e12 ~= $0.df
      }
  }
}
