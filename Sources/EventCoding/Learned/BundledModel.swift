extension CoderModel {
  /// What travels inside the binary; nil where nothing was learned yet.
  package static let bundled: CoderModel? = BundledFiles.file("Models/coder.weights")
    .flatMap(CoderModel.init(file:))

  /// The one that goes with an encoder of a name, or else the one that needs none.
  package static func bundled(for encoder: String?) -> CoderModel? {
    encoder != nil && encoder == bundledWithEncoder?.encoder ? bundledWithEncoder : bundled
  }

  /// The same learned with a sentence encoder, whose vectors it needs.
  private static let bundledWithEncoder: CoderModel? = BundledFiles.file(
    "Models/coder-encoder.weights"
  ).flatMap(CoderModel.init(file:))
}
