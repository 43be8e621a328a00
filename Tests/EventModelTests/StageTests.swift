import EventModel
import Testing

@Suite struct StageTests {
  private func event(
    _ phase: String? = nil, stance: Stance = .reported, polarity: Polarity = .asserted
  ) -> Event {
    Event(type: .acquisition, title: "t", stance: stance, polarity: polarity, phase: phase)
  }

  @Test func `a stage is told by stance, polarity and phase`() {
    #expect(event().stage == .done)
    #expect(event("closed").stage == .done)
    #expect(event("talks").stage == .rumoured)
    #expect(event("considered").stage == .rumoured)
    #expect(event("agreed", stance: .rumoured).stage == .rumoured)
    #expect(event("planned").stage == .planned)
    #expect(event("agreed").stage == .agreed)
    #expect(event("terminated").stage == .ended)
    #expect(event(stance: .rumoured, polarity: .denied).stage == .ended)
  }

  @Test func `what has not happened yet is pending, and stages are in order`() {
    #expect(Stage.allCases.filter(\.isPending) == [.rumoured, .planned, .agreed])
    #expect(Stage.allCases.sorted() == Stage.allCases)
  }

  @Test func `a later stage confirms a rumour, completes a plan, denies or ends either`() {
    let (rumour, plan) = (event(stance: .rumoured), event("planned"))
    #expect(EventLink.stage(from: rumour, to: event()) == "confirms")
    #expect(EventLink.stage(from: plan, to: event()) == "completes")
    #expect(EventLink.stage(from: plan, to: event(polarity: .denied)) == "denies")
    #expect(EventLink.stage(from: rumour, to: event("terminated")) == "ends")
  }
}
