import CLibXML2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes of a legacy encoding → UTF-8 through iconv.
struct Converter: ~Copyable {
  private let handle: iconv_t
  /// Sequences that are no character of the encoding; each became U+FFFD.
  private(set) var invalid = 0
  /// Bytes beyond ASCII that were read, to weigh ``invalid`` against.
  private(set) var converted = 0

  /// nil when the system has no such converter, or one that is not to be trusted with feeds:
  /// ISO-2022-CN-EXT (CVE-2024-2961) and the escape-driven ones serve nobody here.
  init?(_ label: EncodingLabel) {
    let name = label.converter
    guard !name.hasPrefix("iso-2022-cn"), !name.hasPrefix("iso2022cn") else { return nil }
    let handle = iconv_open("UTF-8", name)
    guard Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle!
  }

  deinit { iconv_close(handle) }

  /// Appends the UTF-8 of the bytes.
  mutating func convert(_ input: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var offset = 0
    while offset < input.count {
      let rest = UnsafeBufferPointer(rebasing: input[offset...])
      let step = min(rest.count, 1 << 16)
      var consumed = 0
      var failure: Int32 = 0
      let produced = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: step * 4 + 16) {
        buffer in
        var from =
          UnsafeMutablePointer<CChar>(
            mutating: UnsafeRawPointer(rest.baseAddress!).assumingMemoryBound(to: CChar.self))
          as UnsafeMutablePointer<CChar>?
        var fromLeft = step
        var to =
          UnsafeMutableRawPointer(buffer.baseAddress!).assumingMemoryBound(to: CChar.self)
          as UnsafeMutablePointer<CChar>?
        var toLeft = buffer.count
        if iconv(handle, &from, &fromLeft, &to, &toLeft) == -1 { failure = errno }
        consumed = step - fromLeft
        out.append(contentsOf: buffer[..<(buffer.count - toLeft)])
        return buffer.count - toLeft
      }
      converted += produced
      offset += consumed
      guard failure != 0 else { continue }
      if failure == EINVAL, step < rest.count, consumed > 0 { continue }
      if failure == E2BIG, consumed > 0 { continue }
      out.append(contentsOf: [0xEF, 0xBF, 0xBD])
      invalid += 1
      offset += 1
      iconv(handle, nil, nil, nil, nil)
    }
  }
}
