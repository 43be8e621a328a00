enum EventModelPlaceholder {}
