/// What a number counts or measures.
struct Unit: Sendable {
  let kind: Quantity.Kind
  let name: String
  /// The power of ten to the base unit.
  var power = 0

  static let percent = WordTable<Unit>(
    table(
      .percent,
      "%:%,percent,per cent,pct,-percent;pp:个百分点,百分点,percentage points,percentage point,pp,-percentage-point"
    )
      + [("‰", Unit(kind: .percent, name: "%", power: -1))]
      + [("个基点", 2), ("基点", 2), ("basis points", 2), ("basis point", 2), ("bps", 2)].map {
        ($0.0, Unit(kind: .percent, name: "pp", power: -$0.1))
      })

  static let durations = WordTable<Unit>(
    table(
      .duration,
      "year:年,周年,years,year,yrs,yr,年时间,载,个年头;month:个月,个多月,months,month,mos;week:周,个星期,星期,weeks,week,wks,个礼拜,个多星期,礼拜;day:天,日,days,day,天时间,个工作日,business days,working days;hour:小时,个小时,hours,hour,hrs,hr,个多小时,个钟头,钟头;minute:分钟,minutes,minute,mins,min;second:秒,秒钟,seconds,second,secs;quarter:个季度,quarters,quarter;fiscal-year:个财年,财年,fiscal years;decade:decades,decade;night:nights"
    )
      + ["个世纪", "世纪", "centuries", "century"].map {
        ($0, Unit(kind: .duration, name: "year", power: 2))
      })

  /// What 个半 stands before.
  static let halves = WordTable<Unit>(
    table(.duration, "month:月;hour:小时,钟头;week:星期,礼拜;quarter:季度"))

  static let measures = WordTable<Unit>(
    table(
      .measure,
      "W:w,瓦,watts;acre:英亩,acres,acre,-acre;m:米,m,meters,metres;m2:平方米,平米,㎡,square meters;km2:平方公里;ft2:square feet,square foot,sq ft,平方英尺;t:吨,tons,tonnes,ton,tonne,公吨;kg:千克,公斤,kg,kilograms;g:克,g,grams;inch:英寸,inch,inches,-inch;ft:英尺,feet,ft,foot;mile:miles,mile,英里;km/h:km/h,kph,公里/小时;mph:mph,英里/小时;hectare:hectares,hectare,公顷;barrel:barrels,barrel,桶;gallon:gallons,gallon,加仑;lb:lbs,lb;ounce:ounces,ounce,oz,盎司;m3:立方米,cubic meters,cubic metres;megapixel:megapixels,megapixel;fps:fps;nit:nits;light-year:光年,light-years,light years;°F:°f,华氏度,degrees fahrenheit;斤:斤;升:升;Wh:瓦时;L:升,liters;亩:亩"
    )
      + scaled(
        "W",
        "kw=3,千瓦=3,kilowatts=3,kilowatt=3,mw=6,兆瓦=6,megawatts=6,megawatt=6,gw=9,吉瓦=9,gigawatts=9,gigawatt=9,-gigawatt=9,-megawatt=6,tw=12"
      )
      + scaled("Wh", "kwh=3,千瓦时=3,度电=3,mwh=6,gwh=9,twh=12,太瓦时=12,吉瓦时=9,兆瓦时=6")
      + scaled(
        "byte",
        "bytes=0,byte=0,字节=0,kb=3,mb=6,gb=9,tb=12,pb=15,eb=18,kilobytes=3,megabytes=6,gigabytes=9,terabytes=12,petabytes=15,exabytes=18,kilobyte=3,megabyte=6,gigabyte=9,terabyte=12,petabyte=15,exabyte=18,kib=3,mib=6,gib=9,tib=12,pib=15"
      )
      + scaled("byte/s", "kb/s=3,mb/s=6,gb/s=9,tb/s=12,pb/s=15,gbyte/s=9")
      + scaled("bit", "bits=0,bit=0,比特=0,kilobits=3,megabits=6,gigabits=9,terabits=12")
      + scaled(
        "bit/s", "bps=0,kbps=3,mbps=6,gbps=9,tbps=12,kbit/s=3,mbit/s=6,gbit/s=9,tbit/s=12")
      + scaled(
        "m",
        "nm=-9,纳米=-9,-nm=-9,微米=-6,mm=-3,毫米=-3,cm=-2,厘米=-2,公分=-2,公里=3,kilometres=3,kilometer=3,centimeters=-2,millimeters=-3,nanometers=-9,nanometer=-9,km=3,公里=3,kilometers=3,千米=3"
      )
      + scaled(
        "second",
        "ms=-3,毫秒=-3,微秒=-6,纳秒=-9,μs=-6,µs=-6,ns=-9,milliseconds=-3,millisecond=-3,microseconds=-6,microsecond=-6,nanoseconds=-9"
      )
      + scaled(
        "Hz", "hz=0,khz=3,mhz=6,ghz=9,赫兹=0,千赫=3,兆赫=6,吉赫=9,赫=0,千赫兹=3,兆赫兹=6,吉赫兹=9")
      + scaled(
        "FLOPS",
        "tflops=12,pflops=15,petaflops=15,eflops=18,exaflops=18,flops=0,gflops=9,p算力=15,tops=12")
      + scaled("mAh", "mah=0,毫安时=0")
      + scaled(
        "degree", "°c=0,℃=0,摄氏度=0,degrees celsius=0,degrees centigrade=0")
      + scaled("g", "mg=-3,毫克=-3,微克=-6,milligrams=-3") + scaled("L", "ml=-3,毫升=-3")
      + scaled("V", "kv=3,volts=0,伏=0,千伏=3"))

  static let multiples = WordTable<Unit>(table(.ratio, "times:倍,-fold,fold,x,times,倍速,倍以上"))

  /// Measure words and nouns.
  static let counts = WordTable<Unit>(
    table(
      .count,
      "person:人,名,位,余名,people,persons,employees,workers,staff,economists,scientists,researchers,engineers,developers,experts,jobs,roles,positions,layoffs,students,teachers,signatories,executives,members,drivers,artists,authors,voices,lawmakers,nurses,doctors,patients,americans,consumers,adults,respondents,victims,大学生,员工,人次,signatures,founders,investors,contractors,faculty,hackers,teens,children,women,men;company:家,companies,startups,start-ups,firms,businesses,vendors,ai startups,巨头,banks,suppliers,manufacturers,家企业;organization:organizations,organisations,institutions,nonprofits;customer:customers,clients,客户,家客户;user:users,用户,活跃用户,monthly users,weekly users,monthly active users,weekly active users,daily active users,users worldwide,周活跃用户,月活跃用户,日活跃用户,weekly active,monthly active;subscriber:subscribers,订阅者,订阅用户,付费用户,paid subscribers,paid subs,会员;unit:台,部,units,devices,machines,servers,cabinets,机柜,sets,phones,smartphones,iphones,robots,套,架,drones,艘,枚;vehicle:辆,vehicles,cars,evs,robotaxis,trucks;gpu:gpus,gpu,张gpu,张显卡,张卡,颗gpu,块gpu,张英伟达,accelerators,卡;chip:chips,颗芯片,processors,tpus,cpus;card:张,块显卡;token:token,tokens,词元,个token,input tokens,output tokens,个tokens;parameter:参数,parameters,params,parameter,个参数,-parameter,param,active parameters,激活参数;model:models,款模型,个模型,llms,大语言模型;product:款,products,apps,games,features,款产品,款应用;item:项,个,条,件,份,items,images,videos,images and videos,photos,pictures,objects,records,files,documents,samples,datasets,tasks,questions,bugs,vulnerabilities,flaws,issues,books,songs,papers,articles,posts,messages,emails,lines,pages,languages,benchmarks,skills,tools,agents,plugins,databases,integrations,sources,stores,locations,offices,patents,deals,contracts,cases,lawsuits,complaints,tracks,stories,accounts,websites,sites,domains,queries,requests,prompts,行,字,幅,本,首,篇,门,种,类,处,座,栋,个城市,票,stars,star,data points,shares,股,单,笔,道,例,起,场,期,集,组,支,层,级;trend:大趋势,trends;country:countries,个国家,国,nations;city:cities,个城市,城市;state:states,个州;time:次,times a,rounds,轮;download:downloads,installs,次下载;shipment:shipments;order:orders,订单;view:views,次播放,plays;data center:data centers,data centres,数据中心;compute-hour:supercomputing hours,gpu hours,node hours,compute hours;study:studies;lab:labs,laboratories;university:universities,所,所大学;school:schools;community:communities;iops:iops"
    ))

  private static func table(_ kind: Quantity.Kind, _ text: String) -> [(String, Unit)] {
    text.split(separator: ";").flatMap { entry -> [(String, Unit)] in
      let parts = entry.split(separator: ":", maxSplits: 1)
      let unit = Unit(kind: kind, name: String(parts[0]))
      return parts[1].split(separator: ",").map { (String($0), unit) }
    }
  }

  private static func scaled(_ name: String, _ list: String) -> [(String, Unit)] {
    list.split(separator: ",").map { entry in
      let parts = entry.split(separator: "=")
      return (String(parts[0]), Unit(kind: .measure, name: name, power: Int(parts[1]) ?? 0))
    }
  }
}
