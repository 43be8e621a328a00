import ArgumentParser

struct CoderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coder", abstract: "Train what codes items, and test it against labels.",
    discussion: """
      What was learned decides beside the dictionaries whether an item tells an event, of which type, \
      and in which stance. Training is the same to the byte for the same labels.

        annals coder train labelled.jsonl -o coder.weights
        annals coder train --from-store      from what annals review was told
        annals coder test other.jsonl
        annals coder test other.jsonl --weights coder.weights
      """, subcommands: [CoderTrain.self, CoderTest.self])
}
