import FeedParsing
import JSONText
import Testing

@Suite struct SampleFeedTests {
  @Test func `there are sample feeds`() {
    #expect(SampleFeed.all.count > 60)
    #expect(SampleFeed.all.allSatisfy { !$0.expectations.isEmpty })
  }

  @Test(arguments: SampleFeed.all)
  func `every sample feed comes out as it says`(_ sample: SampleFeed) throws {
    let report = FeedReport(
      of: sample.bytes, contentType: sample.contentType, baseURL: sample.base)
    for expectation in sample.expectations {
      let wanted = try JSON.parse(expectation.value)
      let found = report.document.at(expectation.path) ?? .null
      #expect(found == wanted, "\(expectation.path) is \(found.text)")
    }
  }

  @Test(arguments: SampleFeed.all)
  func `a report written in pieces is the document`(_ sample: SampleFeed) throws {
    let report = FeedReport(
      of: sample.bytes, contentType: sample.contentType, baseURL: sample.base)
    var bytes: [UInt8] = []
    report.write { bytes += $0 }
    #expect(bytes == report.document.bytes)
  }

  @Test(arguments: SampleFeed.all)
  func `no text of a sample could steer a terminal`(_ sample: SampleFeed) {
    guard let feed = try? FeedParser.parse(sample.bytes, contentType: sample.contentType) else {
      return
    }
    for text in feed.items.flatMap({ [$0.plainTitle ?? "", $0.plainText] }) {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || 0x7F...0x9F ~= $0.value })
    }
  }
}
