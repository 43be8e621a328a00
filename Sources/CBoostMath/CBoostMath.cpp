// What is outside of a function's domain is answered, not asserted.
#define BOOST_DISABLE_ASSERTS

#include "CBoostMath.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace {
namespace bm = boost::math;
namespace pol = boost::math::policies;

// Outside its domain a function answers NaN or infinity; no exception crosses into Swift.
using Quiet = pol::policy<
    pol::domain_error<pol::ignore_error>, pol::pole_error<pol::ignore_error>,
    pol::overflow_error<pol::ignore_error>, pol::underflow_error<pol::ignore_error>,
    pol::denorm_error<pol::ignore_error>, pol::rounding_error<pol::ignore_error>,
    pol::evaluation_error<pol::ignore_error>,
    pol::indeterminate_result_error<pol::ignore_error>, pol::promote_double<false>>;

using StudentT = bm::students_t_distribution<double, Quiet>;
using ChiSquared = bm::chi_squared_distribution<double, Quiet>;
}  // namespace

extern "C" {
double annals_t_pdf(double df, double x) { return bm::pdf(StudentT(df), x); }
double annals_t_cdf(double df, double x) { return bm::cdf(StudentT(df), x); }
double annals_t_quantile(double df, double p) { return bm::quantile(StudentT(df), p); }
double annals_chi2_cdf(double df, double x) { return bm::cdf(ChiSquared(df), x); }
double annals_chi2_sf(double df, double x) {
  return bm::cdf(bm::complement(ChiSquared(df), x));
}
double annals_chi2_quantile(double df, double p) { return bm::quantile(ChiSquared(df), p); }
double annals_normal_cdf(double x) { return bm::erfc(-x / bm::constants::root_two<double>(), Quiet()) / 2; }
double annals_normal_quantile(double p) {
  return -bm::constants::root_two<double>() * bm::erfc_inv(2 * p, Quiet());
}
double annals_gamma_cdf(double shape, double x) { return bm::gamma_p(shape, x, Quiet()); }
double annals_gamma_sf(double shape, double x) { return bm::gamma_q(shape, x, Quiet()); }
double annals_gamma_quantile(double shape, double p) { return bm::gamma_p_inv(shape, p, Quiet()); }
double annals_lgamma(double x) { return bm::lgamma(x, Quiet()); }
double annals_digamma(double x) { return bm::digamma(x, Quiet()); }
double annals_lbeta(double a, double b) {
  return bm::lgamma(a, Quiet()) + bm::lgamma(b, Quiet()) - bm::lgamma(a + b, Quiet());
}
}
