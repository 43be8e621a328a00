extension ReferenceClass {
  /// Deep time and population.
  static let longRun: [ReferenceSequence] = [
    ReferenceSequence(
      id: "modis28",
      title: "Milestones of complexity, Big Bang to the Internet",
      years: [
        -15_499_998_000, -9_999_998_000, -3_999_998_000, -1_999_998_000, -999_998_000,
        -429_998_000, -209_998_000, -138_998_000, -54_598_000, -28_498_000, -16_498_000,
        -5_098_000, -2_198_000, -548_000, -323_000, -198_000, -103_000, -33_800,
        -17_200, -9000, -2907, -437, 560, 1461, 1775, 1900, 1950, 1995,
      ],
      source: "Modis 2002, Technological Forecasting and Social Change 69(4)",
      relatives: ["panov20", "kurzweil-tls"]),
    ReferenceSequence(
      id: "panov20",
      title: "Phase transitions of the biosphere and of civilisation",
      years: [
        -3_999_998_000, -1_499_998_000, -569_998_000, -234_998_000, -65_998_000,
        -23_998_000, -4_398_000, -1_798_000, -648_000, -398_000, -148_000, -38_000,
        -9000, -3500, -650, 500, 1500, 1835, 1950, 1991,
      ],
      source: "Panov 2005; Korotayev 2018",
      relatives: ["modis28", "kurzweil-tls"]),
    ReferenceSequence(
      id: "kurzweil-tls",
      title: "Milestones of Kurzweil's countdown to singularity",
      years: [
        -3_500_000_000, -2_700_000_000, -542_000_000, -312_000_000, -225_000_000,
        -65_000_000, -25_000_000, -14_000_000, -4_200_000, -2_800_000, -600_000,
        -200_000, -40_000, -13_000, -5500, -800, 1440, 1760, 1875, 1950, 1975,
      ],
      source: "Kurzweil 2005 as in microsoft/timelinestoryteller",
      relatives: ["modis28", "panov20"]),
    ReferenceSequence(
      id: "world-pop-billions",
      title: "World population passes one to eight billion",
      years: [
        1804, 1927, 1960, 1974, 1987, 1999, 2011, 2022,
      ],
      source: "United Nations, World Population Prospects"),
  ]
}
