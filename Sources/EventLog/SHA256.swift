internal import COpenSSL
package import EventModel

/// SHA-256 (FIPS 180-4) by OpenSSL, with one context for many messages.
final class SHA256 {
  private let context = EVP_MD_CTX_new()
  /// Looked up once: that costs more than a short message. OpenSSL lets threads share it.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  deinit { EVP_MD_CTX_free(context) }

  func digest(_ message: [UInt8]) -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    let done =
      EVP_DigestInit_ex2(context, SHA256.algorithm, nil) == 1
      && EVP_DigestUpdate(context, message, message.count) == 1
      && EVP_DigestFinal_ex(context, &bytes, nil) == 1
    precondition(done, "OpenSSL offers no SHA-256")
    return Digest(bytes: bytes)
  }
}

extension Digest {
  /// The SHA-256 of a message.
  package static func sha256(of message: [UInt8]) -> Digest { SHA256().digest(message) }
}

extension RecordID {
  /// The id of the record that these parts name. Each part is preceded by its length, so that no two
  /// lists of parts are the same bytes.
  package static func naming(_ parts: String...) -> RecordID {
    var message = Array("annals.id.v1".utf8)
    for part in parts {
      withUnsafeBytes(of: UInt64(part.utf8.count).bigEndian) { message.append(contentsOf: $0) }
      message.append(contentsOf: part.utf8)
    }
    return RecordID(prefixOf: Digest.sha256(of: message).bytes)
  }
}
