import Dispatch
import Synchronization

/// Work that is done on another thread meanwhile.
package final class Beside<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let result = Mutex<Result<Value, any Error>?>(nil)

  package init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global().async(group: group) { [self] in
      let done = Result { try work() }
      result.withLock { $0 = done }
    }
  }

  package func wait() { group.wait() }

  /// What has come of it, once it is done; throws what it has thrown.
  package func value() throws -> Value {
    wait()
    return try result.withLock { $0! }.get()
  }
}
