extension ReferenceClass {
  /// Standards, products and processes.
  static let technology: [ReferenceSequence] = [
    ReferenceSequence(
      id: "mobile-g",
      title: "Mobile networks, 1G to 5G",
      years: [
        1979, 1991, 2001, 2009, 2019,
      ],
      source: "first commercial launches"),
    ReferenceSequence(
      id: "wifi",
      title: "IEEE 802.11, b/a, g, n, ac, ax, be",
      years: [
        1997, 1999, 2003, 2009, 2013, 2021, 2024,
      ],
      source: "IEEE approval years"),
    ReferenceSequence(
      id: "usb",
      title: "USB 1.0, 2.0, 3.0, 3.1, 3.2, 4, 4v2",
      years: [
        1996.04, 2000.32, 2008.87, 2013.56, 2017.72, 2019.66, 2022.8,
      ],
      source: "USB Implementers Forum"),
    ReferenceSequence(
      id: "consoles",
      title: "Video game consoles, generations 2 to 9",
      years: [
        1976, 1983, 1987, 1993, 1998, 2005, 2012, 2020,
      ],
      source: "first console of each generation"),
    ReferenceSequence(
      id: "cpp",
      title: "C++98, 03, 11, 14, 17, 20, 23",
      years: [
        1998.67, 2003.79, 2011.67, 2014.96, 2017.92, 2020.96, 2024.8,
      ],
      source: "ISO publication dates"),
    ReferenceSequence(
      id: "http",
      title: "HTTP/0.9, 1.0, 1.1, 2, 3",
      years: [
        1991, 1996.37, 1997.04, 2015.37, 2022.45,
      ],
      source: "RFC 1945, 2068, 7540, 9114; CERN 1991"),
    ReferenceSequence(
      id: "java",
      title: "Java 1.0 to 11",
      years: [
        1996.06, 1997.13, 1998.94, 2000.35, 2002.1, 2004.75, 2006.95, 2011.57, 2014.21,
        2017.72, 2018.22, 2018.73,
      ],
      source: "Oracle general availability dates"),
    ReferenceSequence(
      id: "swift",
      title: "Swift 1 to 6",
      days: days("2014-09-09 2015-09-16 2016-09-13 2017-09-19 2019-03-25 2024-09-17"),
      source: "swift.org"),
    ReferenceSequence(
      id: "pcie",
      title: "PCI Express 1 to 7",
      years: [
        2003.3, 2007, 2010.9, 2017.8, 2019.4, 2022, 2025.4,
      ],
      source: "PCI-SIG"),
    ReferenceSequence(
      id: "process-nodes",
      title: "Intel process nodes since 10 µm",
      years: [
        1971, 1974, 1977, 1982, 1985, 1989, 1994, 1995, 1997.7, 1999.8, 2001.6, 2004.1,
        2006, 2007.9, 2010, 2012.3, 2014.7, 2019.7, 2021.8, 2023.9,
      ],
      source: "Intel, first volume production"),
    ReferenceSequence(
      id: "industrial-rev",
      title: "Industrial revolutions",
      years: [
        1760, 1870, 1969, 2011,
      ],
      source: "Schwab 2016, The Fourth Industrial Revolution"),
  ]
}
