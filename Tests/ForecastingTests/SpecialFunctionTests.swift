import CBoostMath
import Forecasting
import Testing

@Suite struct SpecialFunctionTests {
  @Test(.enabled(if: Fixture.isPresent, "no ../shared beside the package"))
  func `Distribution functions agree with mpmath to ten digits`() throws {
    let expected = try Fixture("special_functions").expected
    for row in expected["t_cdf"].items {
      let t = StudentT(mu: 0, scale: 1, df: row["df"].number)
      #expect(agree(t.cdf(row["x"].number), row["cdf"].number, within: 1e-10))
    }
    for row in expected["t_ppf"].items {
      let t = StudentT(mu: 0, scale: 1, df: row["df"].number)
      #expect(agree(t.quantile(row["p"].number), row["q"].number, within: 1e-10))
    }
    for row in expected["chi2_ppf"].items {
      let q = annals_chi2_quantile(row["df"].number, row["p"].number)
      #expect(agree(q, row["q"].number, within: 1e-10))
    }
    for row in expected["norm_ppf"].items {
      #expect(agree(annals_normal_quantile(row["p"].number), row["q"].number, within: 1e-10))
    }
    for row in expected["gamma"].items {
      #expect(agree(annals_lgamma(row["x"].number), row["lgamma"].number, within: 1e-10))
      #expect(agree(annals_digamma(row["x"].number), row["digamma"].number, within: 1e-10))
    }
  }

  @Test func `Student's t has the quantiles of the printed tables`() {
    // Fisher and Yates, Statistical Tables, table III: two-sided 5 % points.
    for (df, point) in [(1.0, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (30, 2.042)] {
      #expect(agree(StudentT(mu: 0, scale: 1, df: df).quantile(0.975), point, within: 5e-4))
    }
  }

  @Test func `Arguments outside a domain give no exception`() {
    #expect(annals_t_quantile(-1, 0.5).isNaN)
    #expect(annals_normal_quantile(0) == -.infinity)
  }
}
