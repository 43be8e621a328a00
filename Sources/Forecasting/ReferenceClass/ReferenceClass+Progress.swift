extension ReferenceClass {
  /// Records and eras of machine learning.
  static let progress: [ReferenceSequence] = [
    ReferenceSequence(
      id: "epoch-compute-records",
      title: "New records of training compute since 2010",
      days: days(
        """
        2010-05-13 2010-06-13 2010-09-15 2010-09-26 2012-06-03 2012-07-12 2013-01-16
        2014-06-18 2014-09-04 2014-09-10 2014-12-03 2015-10-01 2016-01-27 2016-09-26
        2018-05-02 2019-09-17 2019-10-23 2019-10-30 2020-01-28 2020-05-28 2021-08-11
        2021-09-03 2022-04-04 2022-06-29 2023-03-15 2023-12-06 2025-02-17 2025-02-27
        2025-07-09
        """),
      source: "Epoch AI, notable AI models, 2026-01",
      relatives: ["epoch-compute-10x"]),
    ReferenceSequence(
      id: "epoch-compute-10x",
      title: "Tenfold records of training compute since 2010",
      days: days(
        """
        2010-05-13 2010-09-26 2012-07-12 2014-09-04 2014-12-03 2016-09-26 2019-10-30
        2021-09-03 2023-03-15 2025-02-17
        """),
      source: "Epoch AI, notable AI models, 2026-01",
      relatives: ["epoch-compute-records"]),
    ReferenceSequence(
      id: "nanogpt-halvings",
      title: "NanoGPT speedrun: the record time halves",
      days: days("2024-05-28 2024-10-11 2024-11-03 2024-11-19 2025-08-23 2026-04-08"),
      source: "KellerJordan/modded-nanogpt, README"),
    ReferenceSequence(
      id: "paradigms-dl",
      title: "Eras of deep learning: perceptron, backpropagation, LeNet, DBN, "
        + "AlexNet, Transformer, GPT-3, ChatGPT, o1",
      years: [
        1958, 1986, 1998, 2006.5, 2012.75, 2017.45, 2020.41, 2022.91, 2024.7,
      ],
      source: "papers and announcements; the choice of milestones is ours, with hindsight",
      relatives: ["hit-nlp"]),
    ReferenceSequence(
      id: "hit-nlp",
      title: "Stages of language processing by stated length: expert rules, shallow "
        + "learning, deep learning, pre-trained models",
      lengths: [40, 20, 10, 5], unit: "year", known: 2023.1753,
      source: "HIT-NLP, ChatGPT research report, 2023-03-06, ch. 1"),
  ]
}
