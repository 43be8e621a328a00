import EventCoding
import Foundation

/// Where the sentence encoder lies: in the folder that `ANNALS_ENCODER` names, else where `make` or
/// `make install` put it beside the program. `ANNALS_ENCODER=off` does without.
enum EncoderFolder {
  static func find(_ environment: [String: String]) -> String? {
    if let folder = environment["ANNALS_ENCODER"], !folder.isEmpty {
      return folder == "off" ? nil : folder
    }
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    return ["../lib/annals", "../../encoder"].lazy.compactMap { place in
      program?.appending(path: place).standardized.path
    }.first { TextEncoder.name(in: $0) != nil }
  }
}
