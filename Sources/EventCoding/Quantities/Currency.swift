/// How currencies are written, before and after a number.
enum Currency {
  static let before = WordTable<String>(
    table(
      "USD=$,us$,us $,usd,usd$,us dollars;CNY=¥,cny,cn¥,rmb,人民币,renminbi;EUR=€,eur;GBP=£,gbp;HKD=hk$,hk $,hkd,港币,港元;TWD=nt$,twd,新台币,台币;CAD=c$,ca$,cad$,cad;AUD=a$,au$,aud$,aud;SGD=s$,sgd;JPY=jp¥,jpy,日元;INR=₹,rs.,rs,inr;KRW=₩,krw;RUB=₽,rub;CHF=chf;BRL=r$,brl;MXN=mx$;ILS=₪;VND=₫;SEK=sek;NOK=nok;DKK=dkk;ZAR=zar;TRY=₺;AED=aed;SAR=sar;THB=฿,thb;NZD=nz$,nz $,nzd;BTC=₿;PHP=₱;UAH=₴,uah;NGN=₦,ngn;KZT=₸,kzt;CRC=₡;GEL=₾;LAK=₭;PYG=₲;GHS=₵;PLN=pln;CZK=czk;HUF=huf;IDR=idr;MYR=myr;VND=vnd;EGP=egp;QAR=qar;KWD=kwd;PKR=pkr;BDT=bdt,৳;KES=kes,ksh;ARS=ars;CLP=clp;COP=cop;MOP=mop$,mop;ILS=ils,nis;MXN=mxn"
    ))

  static let after = WordTable<String>(
    table(
      "USD=美元,美金,美刀,美圆,美钞,bucks,american dollars,us dollars,us dollar,u.s. dollars,dollars,dollar,usd,刀;CNY=元人民币,人民币,人民币元,元,圆,圆整,块钱,块,yuan,rmb,cny,renminbi,元整,chinese yuan,yuan renminbi;EUR=欧元,元欧元,euros,euro,eur,€;GBP=英镑,british pounds,pounds,pound,gbp,pounds sterling,£;JPY=日元,日圆,日币,元日币,yen,jpy,日元,japanese yen;HKD=港元,港币,港圆,元港币,hong kong dollars,hkd,hk dollars;TWD=新台币,台币,元新台币,nt dollars,twd,taiwan dollars,new taiwan dollars;KRW=韩元,韩币,won,krw,south korean won,korean won;INR=卢比,印度卢比,rupees,rupee,inr,indian rupees,rs;RUB=卢布,rubles,roubles,ruble,rouble,rub,russian rubles;CAD=加元,加币,canadian dollars,cad;AUD=澳元,澳币,australian dollars,aud;SGD=新加坡元,新元,新币,singapore dollars,sgd;CHF=瑞士法郎,法郎,swiss francs,francs,chf,swiss franc;BRL=雷亚尔,reais,brl,brazilian reais;THB=泰铢,baht,thb;VND=越南盾,dong;MYR=林吉特,ringgit;SEK=瑞典克朗,kronor,krona,swedish kronor,swedish crowns,sek;NOK=挪威克朗,kroner,norwegian kroner,norwegian crowns,nok;DKK=丹麦克朗,danish kroner,dkk;TRY=里拉,lira,turkish lira,turkish liras;SAR=沙特里亚尔,riyals,saudi riyals,sar;AED=迪拉姆,dirhams,aed;ILS=谢克尔,shekels,shekel,ils,nis;ZAR=兰特,rand,zar;MOP=澳门元;NZD=新西兰元;BTC=比特币,个比特币,枚比特币,bitcoin,bitcoins,btc;UAH=格里夫纳;IDR=印尼盾,rupiah,idr;PLN=zloty,zlotys,pln,兹罗提;MXN=墨西哥比索,mexican pesos,mxn;PHP=比索,pesos,philippine pesos,菲律宾比索;ARS=argentine pesos,ars,阿根廷比索;CLP=chilean pesos,clp;COP=colombian pesos,cop;CZK=czech koruna,koruna,czk,捷克克朗;HUF=forints,forint,huf,福林;NGN=naira,ngn,奈拉;EGP=egyptian pounds,egp,埃及镑;QAR=qatari riyals,qar;KWD=kuwaiti dinars,kwd,科威特第纳尔;PKR=pakistani rupees,pkr,巴基斯坦卢比;BDT=taka,bdt;KES=kenyan shillings,kes;GHS=cedis,ghs;VND=vnd;ETH=以太币,ether"
    ))

  /// Hundredths and tenths of a currency, with their power of ten.
  static let cents = WordTable<(name: String, power: Int)>(
    "cents=USD-2,cent=USD-2,¢=USD-2,us cents=USD-2,pennies=USD-2,pence=GBP-2,美分=USD-2,欧分=EUR-2,毛钱=CNY-1,角钱=CNY-1,分钱=CNY-2"
      .split(separator: ",").map { entry in
        let parts = entry.split(separator: "=")
        return (
          String(parts[0]), (String(parts[1].prefix(3)), -(Int(parts[1].suffix(1)) ?? 0))
        )
      })

  private static func table(_ text: String) -> [(String, String)] {
    text.split(separator: ";").flatMap { entry -> [(String, String)] in
      let parts = entry.split(separator: "=", maxSplits: 1)
      return parts[1].split(separator: ",").map { (String($0), String(parts[0])) }
    }
  }
}
