import Glibc

/// Turns texts into vectors of unit length that lie close where the texts mean alike, in whatever
/// language: a sentence encoder that lies beside the program (`Models/encoder.sh`).
package struct TextEncoder: @unchecked Sendable {
  private typealias Load = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
  private typealias Count = @convention(c) (OpaquePointer) -> Int32
  private typealias Encode =
    @convention(c) (
      OpaquePointer, UnsafePointer<UnsafePointer<CChar>?>, Int32, Int32, UnsafeMutablePointer<Float>
    ) -> Int32

  /// Which encoder it is: only vectors of equal names can be compared.
  package let name: String
  /// Read alone once it is loaded, and kept until the program ends.
  private let model: OpaquePointer
  private let dimensions: Int
  private let encode: Encode

  /// Loads the library and maps the model of a folder, which takes some 30 ms.
  package init(folder: String) throws(EncoderProblem) {
    guard let name = TextEncoder.name(in: folder) else {
      throw EncoderProblem(sentence: "\(folder) holds no sentence encoder")
    }
    // OpenMP's threads else wait for each other in a loop: twice the time of the processor.
    setenv("OMP_WAIT_POLICY", "passive", 0)
    guard let library = dlopen("\(folder)/libe5.so", RTLD_NOW | RTLD_LOCAL) else {
      throw EncoderProblem(sentence: String(cString: dlerror()))
    }
    guard let load = dlsym(library, "e5_load"), let count = dlsym(library, "e5_dim"),
      let encode = dlsym(library, "e5_embed_batch")
    else { throw EncoderProblem(sentence: "\(folder)/libe5.so is another library") }
    guard let model = unsafeBitCast(load, to: Load.self)("\(folder)/e5-small-q4.bin") else {
      throw EncoderProblem(sentence: "\(folder)/e5-small-q4.bin cannot be read")
    }
    self.name = name
    self.model = model
    dimensions = Int(unsafeBitCast(count, to: Count.self)(model))
    self.encode = unsafeBitCast(encode, to: Encode.self)
  }

  /// Which encoder a folder holds, as `make` has noted it; nil where it holds none.
  package static func name(in folder: String) -> String? {
    guard let file = fopen("\(folder)/name", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 100)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = line.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    return text.split(separator: "\n").first.map(String.init)
  }

  /// A vector for each text, on all cores; many at once cost less.
  ///
  /// - Parameter isSought: whether they are compared with what somebody searches for, and so are passages.
  package func vectors(of texts: [String], isSought: Bool = false) -> [[Float]] {
    guard !texts.isEmpty else { return [] }
    let texts = texts.map { strdup(String($0.prefix(TextEncoder.longest))) }
    defer { for text in texts { free(text) } }
    var vectors = [Float](repeating: 0, count: texts.count * dimensions)
    // As queries, which is how the encoder's authors compare texts of one kind.
    _ = texts.map { UnsafePointer($0) }.withUnsafeBufferPointer {
      encode(model, $0.baseAddress!, Int32(texts.count), isSought ? 0 : 1, &vectors)
    }
    return stride(from: 0, to: vectors.count, by: dimensions).map {
      Array(vectors[$0..<($0 + dimensions)])
    }
  }

  /// How many letters are read: a headline has said all by then.
  private static let longest = 400
}

/// Why there is no sentence encoder.
package struct EncoderProblem: Error {
  package let sentence: String
}
