/// The style of a page; the charts have theirs.
package enum PageStyle {
  static let node = Node.raw("style", sheet)

  package static let sheet: StaticString = """
    :root{color-scheme:light dark;--paper:#fff;--ink:#1b1d20;--soft:#565c63;--line:#e3e5e8;--link:#0b5cad;\
    --warn:#9a3a00}
    @media (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#e8eaed;--soft:#a9b0b8;--line:#2c3137;\
    --link:#74b3f5;--warn:#f5a26a}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",\
    Roboto,"Helvetica Neue","Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei",\
    "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;\
    font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    header,main,footer{max-width:62rem;margin:0 auto;padding:0 1rem}
    h1{font-size:1.7rem;line-height:1.2;margin:1.5rem 0 .5rem}
    h2{font-size:1.25rem;margin:2.5rem 0 .75rem;border-top:1px solid var(--line);padding-top:1rem}
    h3{font-size:1rem;margin:1.5rem 0 .25rem}h3 small,.soft,figcaption,caption,time{color:var(--soft)}
    h3 small{font-weight:400}
    a{color:var(--link)}a:focus-visible,input:focus-visible,select:focus-visible,summary:focus-visible,\
    .scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
    nav{display:flex;flex-wrap:wrap;gap:.25rem 1rem}nav a{white-space:nowrap}figure{margin:0 0 1.5rem}figcaption{font-size:.875rem;margin-top:.5rem}
    .narrow{display:none}
    @media (max-width:44rem){.wide{display:none}.narrow{display:block}}
    dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}
    dl.facts dt{color:var(--soft)}dl.facts dd{margin:0;min-width:0}
    .scroll{overflow-x:auto;margin:.5rem 0;overflow-wrap:normal}
    table{border-collapse:collapse;font-size:.875rem}caption{text-align:left}
    th,td{text-align:left;vertical-align:top;padding:.2rem .9rem .2rem 0;border-bottom:1px solid var(--line)}
    td{max-width:28rem}.n{text-align:right;white-space:nowrap}
    summary{cursor:pointer;color:var(--link)}code{font-size:.875rem}
    .notes{color:var(--warn)}
    form{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin:0 0 .5rem}
    label{display:flex;flex-direction:column;font-size:.875rem;color:var(--soft)}
    input,select{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--soft);\
    border-radius:4px;padding:.35rem .5rem;max-width:100%}
    input{width:22rem}
    ol.events{list-style:none;margin:0;padding:0}
    .month{content-visibility:auto;contain-intrinsic-size:auto 900px}
    .events>li{padding:.35rem 0;border-bottom:1px solid var(--line)}
    .events>li:target{background:color-mix(in srgb,var(--link) 12%,var(--paper))}
    .events p{margin:0;unicode-bidi:plaintext}
    .events small{display:block;font-size:.8125rem;color:var(--soft)}.events i{font-style:normal}
    .denied p{text-decoration:line-through}
    .rumoured p{font-style:italic}
    [hidden]{display:none!important}
    footer{margin:3rem auto 2rem;font-size:.875rem;color:var(--soft)}
    @media print{:root{--paper:#fff;--ink:#1b1d20;--soft:#565c63;--line:#ccc;--link:#1b1d20;--warn:#1b1d20}
    body{font-size:10pt}nav,form{display:none}.wide{display:block}.narrow{display:none}
    figure,.events>li,tr{break-inside:avoid}h2,h3{break-after:avoid}
    .month{content-visibility:visible}.scroll{overflow:visible}}

    """
}
