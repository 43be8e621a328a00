import ArgumentParser
import Rendering

/// How a command that draws in a terminal does it.
struct DrawingOptions: ParsableArguments {
  @Flag(help: "Draw in ASCII.")
  var ascii = false

  var strokes: Strokes { ascii ? .ascii : .unicode }
}
