extension CoderModel {
  /// What travels inside the binary; nil where nothing was learned yet.
  package static let bundled: CoderModel? = BundledFiles.files(in: "Models")
    .first { $0.path == "Models/coder.weights" }.flatMap { CoderModel(file: $0.bytes) }
}
