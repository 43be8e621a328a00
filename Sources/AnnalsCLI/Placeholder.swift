enum AnnalsCLIPlaceholder {}
