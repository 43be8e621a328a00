/// Markup from strangers → markup that is safe to show.
///
/// Tags are written anew from the allow-list of ``HTMLPolicy``, never copied; `script`, frames,
/// vector graphics and the like go with their content, unknown tags without it.
package enum HTMLSanitizer {
  /// - Parameter baseURL: what relative links resolve against; nil leaves them relative.
  package static func sanitize(_ html: String, baseURL: String? = nil) -> String {
    var html = html
    return html.withUTF8 { bytes in
      guard bytes.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
        return String(decoding: bytes.trimmingSpace(), as: UTF8.self)
      }
      var writer = HTMLWriter(bytes, base: baseURL ?? "")
      writer.run()
      return writer.out.withUnsafeBufferPointer {
        String(decoding: $0.trimmingSpace(), as: UTF8.self)
      }
    }
  }
}
