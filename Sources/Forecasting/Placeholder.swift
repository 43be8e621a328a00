enum ForecastingPlaceholder {}
