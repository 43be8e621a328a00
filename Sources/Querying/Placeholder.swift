enum QueryingPlaceholder {}
