import EventModel
import Testing

@testable import EventCoding

@Suite struct ObjectTests {
  private func objects(_ title: String, source: String = "Gazette") -> [String]? {
    EventCoder(model: nil).code(
      ItemText(title: title, published: CivilDay("2026-11-23")!, source: source)
    ).events.first?.objects
  }

  @Test(arguments: [
    ("百度发布KloudKat", "KloudKat"),
    ("Zyntho 发布 Rainy Day 网页工具", "Rainy Day"),
    ("OpenAI 推出 Secure MCP Pipe 等多项功能", "Secure MCP Pipe"),
    ("ElevenLabs 推出支持多种语言的 Jumble v2", "Jumble v2"),
    ("Cua 开源 Cua Kitchen Windows 版", "Cua Kitchen"),
    ("Zyntho launches Rainmaker, an app for farmers", "Rainmaker"),
    ("OpenAI is rolling out GPT-9 to everyone", "GPT-9"),
    ("Zyntho-bench: our new benchmark for farm robots", "Zyntho-bench"),
  ])
  func `finds names that no dictionary has`(title: String, name: String) {
    #expect(objects(title) == [name])
  }

  @Test(arguments: [
    ("Codex 上线新的额度提醒功能", "Codex"), ("ChatGPT 更新 GPT-9.5 Instant 模型", "GPT-9.5 Instant"),
    ("Cohere 推出可自行部署的开源模型 Command A+", "Command A+"),
  ])
  func `takes the thing that comes out, and else the one that acts`(title: String, name: String) {
    #expect(objects(title) == [name])
  }

  @Test(arguments: [
    ("华为发布昇腾 990C 芯片", "Ascend 990C"), ("百度文心一言全面开放", "ERNIE Bot"),
  ])
  func `codes Chinese names under the names known elsewhere`(title: String, name: String) {
    #expect(objects(title) == [name])
  }

  @Test(arguments: [
    "Google launches a ChatGPT competitor", "美团发布面向 AI Agent 的下单助手 Skill",
    "Google hires the founders of a ChatGPT app",
  ])
  func `passes over what is only compared with, or called by a common word`(title: String) {
    #expect(objects(title) == [])
  }

  @Test(arguments: [
    ("千问旗舰Qwen9-Max正式版发布", ["Qwen9-Max"]), ("OpenClaw 发布 2026.9.1 版本", ["OpenClaw"]),
    ("Zyntho 推出 iOS 应用预览版，支持 Gemini", ["Gemini"]), ("Zyntho Edge将斥资45亿美元建数据中心", []),
  ])
  func `takes the fullest name and no part of another`(title: String, names: [String]) {
    #expect(objects(title) == names)
  }

  @Test func `finds places only at whole words`() {
    #expect(
      objects("Zyntho sues Stability AI over photos copied to train Stable Diffusion")
        == ["Stable Diffusion"])
  }

  @Test func `lists the models of one maker that come out together`() {
    #expect(
      objects("OpenAI releases GPT-8 to the public, and GPT-8.5 to trusted partners")
        == ["GPT-8", "GPT-8.5"])
  }
}
