import EventLog
import Foundation
import Testing

/// How much room a disk has.
@Suite struct DiskRoomTests {
  let folder = FileManager.default.temporaryDirectory.path

  @Test func `a file that is not there yet has the room of its folder`() {
    #expect(DiskRoom.free(at: folder + "/none").map { $0 > 0 } == true)
    #expect(DiskRoom.free(at: folder + "/none/none") == nil)
  }

  @Test func `what takes more than there is cannot begin, the least can`() throws {
    try DiskRoom.require(1, at: folder + "/none")
    #expect(throws: StoreError.self) { try DiskRoom.require(.max, at: folder + "/none") }
  }
}
