import EventLog
import JSONText

/// How the stream of a log must be set up.
enum StreamSettings {
  /// What it is made with, and what is looked at before each use.
  static let demanded: [(name: String, value: JSON)] = [
    ("retention", "limits"), ("storage", "file"), ("discard", "new"), ("max_age", 0),
    ("max_msgs", -1), ("max_bytes", -1), ("max_msgs_per_subject", -1), ("num_replicas", 3),
    ("deny_delete", true), ("deny_purge", true), ("allow_direct", true), ("allow_atomic", true),
  ]

  /// What differs in what a server tells, a sentence each.
  static func faults(of config: JSON) -> [String] {
    demanded.compactMap { name, value in
      let told = config[name] ?? absent(value)
      // Five copies keep more than three.
      if name == "num_replicas", (told.integer ?? 0) >= 3 { return nil }
      return told == value ? nil : "\(name) is \(told.text), and must be \(value.text)"
    }
  }

  /// What a server means by leaving a setting out.
  private static func absent(_ value: JSON) -> JSON {
    if case .bool = value { .bool(false) } else if case .number = value { 0 } else { .null }
  }
}

extension JetStreamLog {
  /// What is wrong with the stream's settings, a sentence each; nil where there is no stream.
  package func faults() throws -> [String]? {
    let info = try information()
    if let config = info["config"] { return StreamSettings.faults(of: config) }
    // Stream not found.
    if info["error"]?["err_code"]?.integer == 10059 { return nil }
    throw StoreError.unusable(log: address.shown, JetStreamLog.reason(of: info))
  }

  /// Makes the stream where there is none. Throws ``StoreError/unusable(log:_:)`` where the one that is
  /// there is set up otherwise.
  package func make() throws {
    if try faults() == nil {
      let members = StreamSettings.demanded.map { JSON.Member($0.name, $0.value) }
      let wish = JSON.object(
        [
          JSON.Member("name", .string(address.stream)),
          JSON.Member("subjects", .strings([subjects + "*"])),
        ] + members)
      let answer = try asking { connection in
        try persist {
          try connection.request(wish, of: "$JS.API.STREAM.CREATE.\(address.stream)")
        }
      }
      if answer["error"] != nil {
        throw StoreError.unusable(log: address.shown, JetStreamLog.reason(of: answer))
      }
    }
    try check()
  }

  /// Throws ``StoreError/unusable(log:_:)`` where the stream is missing or is not set up as it must be.
  package func check() throws {
    guard let faults = try faults() else {
      throw StoreError.unusable(log: address.shown, "there is no stream \(address.stream)")
    }
    guard faults.isEmpty else {
      throw StoreError.unusable(log: address.shown, faults.joined(separator: "; "))
    }
  }
}
