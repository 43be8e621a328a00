#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The index of the next such byte, or `count`.
  @inline(__always)
  func find(_ byte: UInt8, from start: Int) -> Int {
    guard start < count, let base = baseAddress else { return count }
    guard let found = memchr(base + start, Int32(byte), count - start) else { return count }
    return UnsafeRawPointer(base).distance(to: found)
  }
}
