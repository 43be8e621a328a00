/// Chunks of any encoding → chunks of UTF-8.
struct Transcoder: ~Copyable {
  private let label: EncodingLabel
  private var converter: Converter?
  private var buffer: [UInt8] = []

  init(_ label: EncodingLabel) {
    self.label = label
    converter = label.isUTF8 || label.isASCII || label.isLatin1 ? nil : Converter(label)
  }

  mutating func withUTF8(
    _ chunk: UnsafeBufferPointer<UInt8>, last: Bool,
    _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    buffer.removeAll(keepingCapacity: true)
    if label.isLatin1 {
      Windows1252.decode(chunk, into: &buffer)
    } else if converter != nil {
      converter!.convert(chunk, last: last, into: &buffer)
    } else {
      return body(chunk)
    }
    buffer.withUnsafeBufferPointer(body)
  }
}
