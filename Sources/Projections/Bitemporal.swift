/// The condition under which a row of a table holds at a position, to be bound as `:position`.
public func holds(_ table: String) -> String {
  "\(table).since <= :position AND (\(table).until IS NULL OR \(table).until > :position)"
}
