/// How currencies are written, before and after a number.
enum Currency {
  static let before = WordTable<String>(
    table(
      "USD=$,us$,usd,us dollars;CNY=¥,cny,cn¥,rmb,人民币,renminbi;EUR=€,eur;GBP=£,gbp;HKD=hk$,hkd,港币,港元;TWD=nt$,twd,新台币,台币;CAD=c$,ca$,cad$,cad;AUD=a$,au$,aud;SGD=s$,sgd;JPY=jp¥,jpy,日元;INR=₹,rs.,rs,inr;KRW=₩,krw;RUB=₽,rub;CHF=chf;BRL=r$,brl;MXN=mx$;ILS=₪;VND=₫;SEK=sek;NOK=nok;DKK=dkk;ZAR=zar;TRY=₺;AED=aed;SAR=sar;THB=฿,thb;NZD=nz$,nzd"
    ))

  static let after = WordTable<String>(
    table(
      "USD=美元,美金,美刀,us dollars,us dollar,u.s. dollars,dollars,dollar,usd,刀;CNY=元人民币,人民币,人民币元,元,圆,圆整,块钱,块,yuan,rmb,cny,renminbi,元整;EUR=欧元,元欧元,euros,euro,eur,€;GBP=英镑,pounds,pound,gbp,pounds sterling,£;JPY=日元,日圆,日币,元日币,yen,jpy,日元;HKD=港元,港币,港圆,元港币,hong kong dollars,hkd;TWD=新台币,台币,元新台币,nt dollars,twd;KRW=韩元,韩币,won,krw;INR=卢比,印度卢比,rupees,rupee,inr;RUB=卢布,rubles,roubles,rub;CAD=加元,加币,canadian dollars,cad;AUD=澳元,澳币,australian dollars,aud;SGD=新加坡元,新元,新币,singapore dollars,sgd;CHF=瑞士法郎,法郎,swiss francs,francs,chf;BRL=雷亚尔,reais,brl;THB=泰铢,baht,thb;VND=越南盾,dong;MYR=林吉特,ringgit;PHP=比索,pesos;SEK=瑞典克朗,kronor,sek;NOK=挪威克朗,kroner,nok;DKK=丹麦克朗,dkk;TRY=里拉,lira;SAR=沙特里亚尔,riyals;AED=迪拉姆,dirhams;ILS=谢克尔,shekels;ZAR=兰特,rand;MOP=澳门元;NZD=新西兰元;BTC=比特币,bitcoin,bitcoins,btc;UAH=格里夫纳;IDR=印尼盾,rupiah;PLN=zloty;MXN=墨西哥比索"
    ))

  private static func table(_ text: String) -> [(String, String)] {
    text.split(separator: ";").flatMap { entry -> [(String, String)] in
      let parts = entry.split(separator: "=", maxSplits: 1)
      return parts[1].split(separator: ",").map { (String($0), String(parts[0])) }
    }
  }
}
