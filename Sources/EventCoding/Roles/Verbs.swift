/// The verbs by whose side names stand that no dictionary has.
enum Verbs {
  /// What follows the name of who acts: Zyntho raises, Zyntho 完成.
  static let acting = [
    "发布", "推出", "开源", "上线", "宣布", "完成", "获", "提出", "融资", "开放", "收购", "正式", "更新", "升级", "新增", "团队",
    "与", "公布", "将", "拟", "计划", "斥资", "拿到", "拿下", "斩获", "敲定", "签署", "联合", "启动", "登陆", "赴", "递交",
    "官宣", "raises ", "raised ", "launches ", "unveils ", "releases ", "debuts ", "introduces ",
    "lands ", "secures ", "nabs ", "closes ", "acquires ", "buys ", "rolls out ", "open-sources ",
    "open sources ", "announces ", "partners ", "lays off ", "files ", "sues ", "hires ",
    "to lay off ", "is laying off ", "cuts ", "to cut ", "names ", "appoints ", "to acquire ",
    "reports ", "agrees ", "signs ", "delays ", "recalls ", "shuts down ", "will launch ",
    "to launch ", "begins ", "starts ", "adds ", "expands ", "brings ", "wins ", "gets ",
    "emerges ", "offloads ", "sells ", "plans ", "tests ", "pauses ", "halts ", "ends ", "drops ",
    "fires ", "settles ", "posts ", "loses ", "says ", "will ", "opens ", "extends ", "updates ",
    "replaces ", "pulls ", "taps ", "poaches ", "ousts ", "backs ", "joins ", "inks ", "strikes ",
    "teams up ", "merges ", "rebrands ", "apologizes ", "confirms ", "denies ", "admits ",
    "blocks ", "bans ", "tops ",
  ].map(\.folded)

  /// Where who acts must have been named: the first of these that a headline has.
  static let doing = [
    " raises", " raised", " lands", " secures", " nabs", " picks up", " closes", " acquires",
    " acquired", " to acquire", " buys", " launches", " launch", " unveils", " releases", " debuts",
    " introduces", " rolls out", " is now available", " partner", " appoints", " hires", "完成", "获",
    "宣布", "推出", "发布", "开源", "上线", "收购",
  ].map(\.folded)

  /// What stands before the name of what comes out or goes.
  static let releasing = [
    "introducing ", "announcing ", "launches ", "unveils ", "releases ", "debuts ", "introduces ",
    "open-sources ", "open sources ", "releasing ", "meet ", "called ", "shut down ", "shuts down ",
    "shutting down ", "discontinues ", "discontinuing ", "retires ", "kills off ", "stealth with ",
    "推出", "正式发布", "发布", "公布", "开源", "上线", "更新", "开放", "首发", "产品",
  ].map(\.folded)

  /// Those whose object is new, whoever the subject is.
  static let introducing: Set<[UInt16]> = Set(
    ["推出", "正式发布", "发布", "开源"].map(\.folded))

  /// What is said of a thing that has come out, right after its name.
  static let comingOut = [
    " is now ", " is available", " is here", " now available", " now in", " from ", " arrives",
    " goes live",
  ].map(\.folded)

  /// The same of something with a Latin name amid Chinese, on either side.
  static let comingOutChinese = [
    "发布", "公布", "推出", "亮相", "上线", "开源", "开放",
  ].map(\.folded)
}
