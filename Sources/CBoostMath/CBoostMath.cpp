#include "CBoostMath.h"
#include <boost/math/distributions/students_t.hpp>

extern "C" double annals_t_cdf(double df, double x) {
  return boost::math::cdf(boost::math::students_t_distribution<double>(df), x);
}
