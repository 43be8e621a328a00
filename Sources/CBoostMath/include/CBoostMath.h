#pragma once
#ifdef __cplusplus
extern "C" {
#endif
/// Cumulative distribution function of Student's t with `df` degrees of freedom.
double annals_t_cdf(double df, double x);
#ifdef __cplusplus
}
#endif
