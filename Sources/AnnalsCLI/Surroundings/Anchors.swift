import EventLog
import EventModel
import Foundation
import Projections

/// The end of a log as it was seen: which store, how far, and the hash there. Whoever keeps one
/// outside the store notices when the log is cut or written anew.
struct Anchor: Equatable {
  let store: String
  let position: Int64
  let hash: Digest

  init(store: String, position: Int64, hash: Digest) {
    self.store = store
    self.position = position
    self.hash = hash
  }

  init(of snapshot: Snapshot) throws {
    self.init(
      store: try snapshot.storeID() ?? "", position: snapshot.head.position,
      hash: snapshot.head.hash)
  }

  /// Three lines: the store's id, the position, the hash; as in a checkpoint of a transparency log
  /// (C2SP tlog-checkpoint), unsigned.
  var text: String { "\(store)\n\(position)\n\(hash)\n" }

  /// Reads the three lines, or `HASH@POSITION` of any store.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.count >= 3, let position = Int64(lines[1]), let hash = Digest(lines[2]) {
      self.init(store: lines[0], position: position, hash: hash)
      return
    }
    let parts = text.split(separator: "@").map(String.init)
    guard parts.count == 2, let position = Int64(parts[1]), position >= 0,
      let hash = Digest(parts[0])
    else { return nil }
    self.init(store: "", position: position, hash: hash)
  }
}

/// Where the last anchor of each store is kept: `$XDG_STATE_HOME/annals/anchors` (else below
/// `~/.local/state`), a file a store. Without a home none is kept.
struct Anchors {
  private let folder: String?

  init(_ environment: [String: String]) {
    let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : "\($0)/.local/state" }
    folder = (state ?? home).map { "\($0)/annals/anchors" }
  }

  /// Nil for a store that has no id, since it was made by an older annals.
  func path(of store: String) -> String? {
    store.isEmpty ? nil : folder.map { "\($0)/\(store)" }
  }

  func last(of store: String) -> Anchor? {
    guard let path = path(of: store), let data = FileManager.default.contents(atPath: path) else {
      return nil
    }
    return Anchor(String(decoding: data, as: UTF8.self))
  }

  /// Keeps an anchor in the place of the last one. False when it cannot be written, which stops
  /// nothing: the store is as sound without.
  @discardableResult
  func keep(_ anchor: Anchor) -> Bool {
    guard let folder, let path = path(of: anchor.store) else { return false }
    if last(of: anchor.store) == anchor { return true }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(anchor.text.utf8).write(
        to: URL(fileURLWithPath: path), options: .atomic)
      return true
    } catch {
      return false
    }
  }
}
