#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Time of the processor, not of the wall: other work on the machine does not count.
func processorTime(_ work: () -> Void) -> Duration {
  let start = clock()
  work()
  return .seconds(Double(clock() - start) / Double(CLOCKS_PER_SEC))
}
