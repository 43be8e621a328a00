#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The platform's elementary functions, named once so that no other file imports a C library.

func log(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.log(x)
  #else
    Darwin.log(x)
  #endif
}

func exp(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.exp(x)
  #else
    Darwin.exp(x)
  #endif
}

func pow(_ x: Double, _ y: Double) -> Double {
  #if canImport(Glibc)
    Glibc.pow(x, y)
  #else
    Darwin.pow(x, y)
  #endif
}

/// exp(x) held within the positive finite numbers, so that a quantile is never 0 or infinite.
func boundedExp(_ x: Double) -> Double {
  bounded(exp(x))
}

/// A positive number held within the positive finite numbers.
func bounded(_ x: Double) -> Double {
  min(max(x, .leastNonzeroMagnitude), .greatestFiniteMagnitude)
}
