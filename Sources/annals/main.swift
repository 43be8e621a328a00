import AnnalsCLI
import Foundation

// A write past a file size limit, or to a pipe that nobody reads, is an error to report, not to die of.
signal(SIGXFSZ, SIG_IGN)
signal(SIGPIPE, SIG_IGN)

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
