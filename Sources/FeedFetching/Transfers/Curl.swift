import CCurl

/// libcurl as a whole.
enum Curl {
  /// Makes libcurl ready; costs nothing the second time.
  static func load() throws {
    if let problem = annals_curl_load() {
      throw CurlMissing(reason: String(cString: problem))
    }
  }
}

/// libcurl cannot be used, and why.
package struct CurlMissing: Error, CustomStringConvertible {
  package let reason: String
  package var description: String { "libcurl cannot be loaded: \(reason)" }
}
