extension CoderModel {
  /// What travels inside the binary; nil where nothing was learned yet.
  package static let bundled: CoderModel? = BundledFiles.file("Models/coder.weights")
    .flatMap(CoderModel.init(file:))
}
