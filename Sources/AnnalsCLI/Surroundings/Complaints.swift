/// What has been complained of while the work went on.
final class Complaints {
  /// Whether it is to be told with the error at the end.
  var areKept = false
  var kept: [String] = []
}
