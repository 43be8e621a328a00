import EventModel

/// A word beside a number that says how the number is meant.
struct Modifier: Sendable {
  var approximate = false
  var bound: Bound?

  static let before = WordTable<Modifier>(
    words(
      Modifier(approximate: true),
      "约,大约,约为,约达,大概,近似,差不多,左右,~,about,around,roughly,approximately,approx,approx.,circa,some,an estimated,estimated,nearly half,将近似,约合,折合,折合约"
    )
      + words(
        Modifier(approximate: true, bound: .nearly),
        "近,接近,将近,几近,逼近,nearly,almost,close to,just under,just shy of,约近")
      + words(
        Modifier(bound: .over),
        "超,超过,超出,逾,高于,多于,大于,突破,超越,over,more than,above,exceeding,exceeds,exceeded,topped,tops,topping,surpassed,surpasses,surpassing,in excess of,upwards of,north of,>,greater than,past,crosses,crossed,passes,passed"
      )
      + words(
        Modifier(approximate: true, bound: .over), "约超,约逾,大约超过")
      + words(Modifier(approximate: true, bound: .atLeast), "上")
      + words(
        Modifier(bound: .under),
        "不到,不足,低于,少于,小于,未满,under,less than,below,fewer than,<,shy of,no more than half")
      + words(
        Modifier(bound: .atLeast),
        "至少,最少,不低于,不少于,起码,达到,破,at least,no less than,a minimum of,minimum of,>=,≥")
      + words(
        Modifier(bound: .atMost),
        "至多,最多,不超过,最高,高至,up to,as much as,as many as,at most,no more than,not more than,maximum of,a maximum of,<=,≤"
      ))

  static let after = WordTable<Modifier>(
    words(Modifier(approximate: true), "左右,or so,之间")
      + words(Modifier(bound: .atLeast), "以上,及以上,(含)以上,+,or more,起,plus")
      + words(Modifier(bound: .atMost), "以内,以下,及以下,or less,or fewer,(含)以下,之内"))

  private static func words(_ modifier: Modifier, _ list: String) -> [(String, Modifier)] {
    list.split(separator: ",").map { (String($0), modifier) }
  }

  mutating func add(_ other: Modifier) {
    approximate = approximate || other.approximate
    bound = other.bound ?? bound
  }
}
