/// A record that a projection cannot digest, thrown before it has written anything.
struct ProjectionFault: Error {
  let reason: String
}
