/// The names of query parameters whose values are secrets.
enum SecretNames {
  /// Whatever their value is.
  private static let always: Set<String> = [
    "accesskey", "accesstoken", "apikey", "apisecret", "apitoken", "authkey", "authtoken",
    "bearer", "clientsecret", "credential", "credentials", "feedtoken", "idtoken", "jwt",
    "oauthtoken", "passphrase", "passwd", "password", "privatekey", "privatetoken", "pwd",
    "refreshtoken", "rsskey", "rsstoken", "secret", "secretkey", "secrettoken", "sessiontoken",
    "token", "userkey", "usertoken", "xamzcredential", "xamzsecuritytoken", "xamzsignature",
    "xgoogsignature",
  ]

  /// They name other things too, such as `key=news`.
  private static let often: Set<String> = [
    "auth", "authorization", "hmac", "key", "pass", "session", "sessionid", "sid", "sig",
    "signature",
  ]

  /// - Parameter isOurs: whether it is the address of a feed that somebody follows, in which every
  ///   such value is taken for a secret. Elsewhere one with an ambiguous name is when it looks so.
  static func isSecret(_ name: ArraySlice<UInt8>, value: ArraySlice<UInt8>, isOurs: Bool) -> Bool {
    guard !value.isEmpty, name.count <= 24 else { return false }
    let folded = String(
      decoding: name.filter { !"-_.".utf8.contains($0) }.map { $0 | 0x20 }, as: UTF8.self)
    if always.contains(folded) { return true }
    return often.contains(folded) && (isOurs || looksSecret(value))
  }

  /// Letters and digits mixed, and not few.
  private static func looksSecret(_ value: ArraySlice<UInt8>) -> Bool {
    let start = value.prefix(64)
    return value.count >= 6 && start.contains { (0x30...0x39).contains($0) }
      && start.contains { (0x61...0x7A).contains($0 | 0x20) }
  }
}
