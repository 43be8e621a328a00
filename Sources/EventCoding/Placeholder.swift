enum EventCodingPlaceholder {}
