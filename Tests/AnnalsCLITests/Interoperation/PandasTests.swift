import Foundation
import Testing

@testable import AnnalsCLI

/// The tables of every command in pandas.
@Suite(.serialized) struct PandasTests {
  /// Every cell that is a number is in a column of numbers: none is kept as text by a mark, a group or a unit
  /// beside it.
  private static let script = """
    import pandas, re, sys
    number = re.compile(r"[~<>≥≤≲+-]*[$€£¥]?[0-9][0-9,. ]*[0-9]?( ?%|bn|tn|m|k)?")
    for name, mark in zip(sys.argv[1:3], ",\t"):
        table = pandas.read_csv(name, sep=mark, keep_default_na=False, na_values=[""])
        if list(table.columns) == ["fact", "value"]:
            continue
        for column in table.columns:
            cells = table[column].dropna()
            isDate = any(re.match(r"[0-9]{4}-", cell) for cell in cells.astype(str))
            if pandas.api.types.is_numeric_dtype(table[column]) or len(cells) == 0 or isDate:
                continue
            odd = [cell for cell in cells.astype(str) if number.fullmatch(cell)]
            if len(odd) * 2 > len(cells):
                print(name[-3:], column, odd[:3])
    """

  @Test(
    .enabled(if: Python.has("pandas"), "the Python package pandas is not here"),
    arguments: FormatMatrixTests.questions)
  func `numeric columns are numeric in pandas`(command: String) throws {
    let files = try ["csv", "tsv"].map { format in
      let path = FormatMatrixTests.person.folder.appending(path: "answer.\(format)").path
      let answer = FormatMatrixTests.run(command, "-O", format, "-o", path)
      try #require(answer.code <= 1, "\(answer.error)")
      return path
    }
    let said = try Python.run(Self.script, files)
    #expect(said.code == 0 && said.output.isEmpty, "\(said.output)")
  }
}
