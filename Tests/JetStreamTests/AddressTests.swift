import JetStream
import Testing

@Suite struct AddressTests {
  @Test func `an address names servers, a stream, credentials and monitors`() throws {
    let address = try LogAddress(
      "nats://ann:secret@h1:4222,h2/DESK?creds=/etc/desk.creds&monitor=http://h1:8222,http://h2:8222"
    )
    #expect(address.servers == ["nats://ann:secret@h1:4222", "nats://h2"])
    #expect(address.stream == "DESK")
    #expect(address.credentials == "/etc/desk.creds")
    #expect(address.monitors == ["http://h1:8222", "http://h2:8222"])
    #expect(!address.isUnsafe)
    #expect(address.shown == "nats://h1:4222,h2/DESK")
  }

  @Test func `without more, the stream is ANNALS and its servers must sync`() throws {
    let address = try LogAddress("nats://h1")
    #expect(address.stream == "ANNALS" && !address.isUnsafe)
    #expect(try LogAddress("tls://h1/A?sync=unsafe").isUnsafe)
  }

  @Test(arguments: [
    "http://h1/ANNALS", "nats://", "nats:///ANNALS", "nats://h1/", "nats://h1/a.b", "nats://h1/A/B",
    "nats://h1/A?sync=maybe", "nats://h1/A?credentials=x",
  ])
  func `what cannot be meant is no address`(text: String) {
    #expect(throws: LogAddress.Malformed.self) { try LogAddress(text) }
  }
}
