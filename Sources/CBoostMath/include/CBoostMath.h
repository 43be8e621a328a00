#pragma once
// Distribution functions of Boost.Math in double precision. Outside a domain: NaN or infinity.
#ifdef __cplusplus
extern "C" {
#endif
/// Student's t with `df` > 0 degrees of freedom.
double annals_t_pdf(double df, double x);
double annals_t_cdf(double df, double x);
double annals_t_quantile(double df, double p);
/// Chi-square with `df` > 0 degrees of freedom; `sf` is the upper tail.
double annals_chi2_cdf(double df, double x);
double annals_chi2_sf(double df, double x);
double annals_chi2_quantile(double df, double p);
/// The standard normal.
double annals_normal_cdf(double x);
double annals_normal_quantile(double p);
/// Gamma with `shape` > 0 and scale 1; `sf` is the upper tail.
double annals_gamma_cdf(double shape, double x);
double annals_gamma_sf(double shape, double x);
double annals_gamma_quantile(double shape, double p);
/// ln Γ(x), its derivative, and ln B(a, b).
double annals_lgamma(double x);
double annals_digamma(double x);
double annals_lbeta(double a, double b);
#ifdef __cplusplus
}
#endif
