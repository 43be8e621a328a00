extension ReferenceClass {
  /// Language model families.
  static let models: [ReferenceSequence] = [
    ReferenceSequence(
      id: "gpt-family",
      title: "OpenAI GPT-1, 2, 3, ChatGPT, 4, 4o, 4.5, 5, 5.1, 5.2, 5.4",
      days: days(
        """
        2018-06-11 2019-02-14 2020-05-28 2022-11-30 2023-03-14 2024-05-13 2025-02-27
        2025-08-07 2025-11-12 2025-12-11 2026-03-05
        """),
      source: "OpenAI announcements; Epoch AI, Data on AI Models",
      relatives: ["gpt-major"]),
    ReferenceSequence(
      id: "gpt-major",
      title: "OpenAI GPT-1 to GPT-5, whole numbers",
      days: days("2018-06-11 2019-02-14 2020-05-28 2023-03-14 2025-08-07"),
      source: "OpenAI announcements",
      relatives: ["gpt-family"]),
    ReferenceSequence(
      id: "claude",
      title: "Anthropic Claude, main releases",
      days: days(
        """
        2023-03-14 2023-07-11 2023-11-21 2024-03-04 2024-06-20 2025-02-24 2025-05-22
        2025-08-05 2025-09-29 2025-11-24 2026-02-05
        """),
      source: "Epoch AI, Data on AI Models; Anthropic announcements"),
    ReferenceSequence(
      id: "gemini",
      title: "Google LaMDA, PaLM, PaLM 2, Gemini 1.0 to 3",
      days: days(
        """
        2022-02-10 2022-04-04 2023-05-10 2023-12-06 2024-02-15 2024-12-11 2025-03-25
        2025-11-18
        """),
      source: "Epoch AI, Data on AI Models"),
    ReferenceSequence(
      id: "llama",
      title: "Meta Llama 1 to 4",
      days: days("2023-02-24 2023-07-18 2024-04-18 2024-07-23 2024-09-24 2024-12-06 2025-04-05"),
      source: "Epoch AI, Data on AI Models"),
    ReferenceSequence(
      id: "grok",
      title: "xAI Grok 1 to 4.1",
      days: days("2023-11-04 2024-08-13 2025-02-17 2025-07-09 2025-11-17"),
      source: "Epoch AI, Data on AI Models"),
    ReferenceSequence(
      id: "qwen",
      title: "Alibaba Qwen-72B to Qwen3-Max",
      days: days("2023-11-30 2024-02-04 2024-06-07 2024-09-19 2025-04-29 2025-09-05"),
      source: "Epoch AI, Data on AI Models"),
    ReferenceSequence(
      id: "glm",
      title: "Zhipu GLM-130B to GLM-4.7",
      days: days("2022-08-04 2023-10-27 2024-05-20 2024-08-29 2025-08-05 2025-09-30 2025-12-22"),
      source: "Epoch AI, Data on AI Models"),
    ReferenceSequence(
      id: "ernie",
      title: "Baidu ERNIE 1.0 to 4.5",
      days: days("2019-04-19 2019-07-29 2021-07-05 2021-12-23 2023-06-27 2023-10-17 2025-03-16"),
      source: "arXiv; Epoch AI, Data on AI Models"),
  ]
}
