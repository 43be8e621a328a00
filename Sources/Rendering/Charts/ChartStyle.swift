/// The style of all charts: one sheet, so that a page can name its hash. Colours are chosen for a contrast
/// of 4.5 with the paper, light and dark.
package enum ChartStyle {
  package static let node = Node.raw("style", sheet)

  package static let sheet: StaticString = """
    .annals{--paper:#fff;--ink:#1b1d20;--soft:#565c63;--grid:#e3e5e8;--c0:#5a6067;--c1:#0b5cad;\
    --c2:#6d3fa0;--c3:#0a7142;--c4:#8a5a00;--c5:#b3261e;--c6:#a8326f;--c7:#0b6b7d;--c8:#9a3a00;\
    --c9:#3f5bd0;display:block;width:100%;height:auto;font:12px system-ui,-apple-system,"Segoe UI",\
    Roboto,"Helvetica Neue","Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei",\
    "Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif;\
    font-variant-numeric:tabular-nums}
    @media (prefers-color-scheme:dark){.annals{--paper:#15181b;--ink:#e8eaed;--soft:#a9b0b8;\
    --grid:#2c3137;--c0:#a9b0b8;--c1:#74b3f5;--c2:#c3a0f0;--c3:#62c795;--c4:#dfb156;--c5:#ff8d84;\
    --c6:#f08fbf;--c7:#5fc6d8;--c8:#f5a26a;--c9:#9db0ff}}
    @media print{.annals{--paper:#fff;--ink:#1b1d20;--soft:#565c63;--grid:#e3e5e8;--c0:#5a6067;\
    --c1:#0b5cad;--c2:#6d3fa0;--c3:#0a7142;--c4:#8a5a00;--c5:#b3261e;--c6:#a8326f;--c7:#0b6b7d;\
    --c8:#9a3a00;--c9:#3f5bd0}}
    .annals text{fill:var(--ink);paint-order:stroke;stroke:var(--paper);stroke-width:3px;\
    stroke-linejoin:round}.annals .paper{fill:var(--paper)}
    .annals .title{font-size:14px;font-weight:600}.annals .strong{font-weight:600}
    .annals .soft,.annals .tick{fill:var(--soft)}.annals .tick{font-size:11px}
    .annals .grid{stroke:var(--grid)}.annals .rule{stroke:var(--soft);stroke-opacity:.5}
    .annals .asof{stroke:var(--ink);stroke-dasharray:2 2}
    .annals .density{fill:var(--soft);fill-opacity:.55}
    .annals .mark path,.annals .mark rect{fill:var(--c);stroke:var(--c);stroke-width:1.5}
    .annals .mark .bar{fill:var(--c);stroke:none}
    .annals .hollow path,.annals .hollow rect{fill:var(--paper)}
    .annals .denied text{text-decoration:line-through}
    .annals .mark .strike{stroke:var(--ink);stroke-width:1.5}
    .annals .stage{fill:none;stroke:var(--soft);stroke-width:1.2}
    .annals a:hover text,.annals a:focus text{text-decoration:underline}
    .annals a:focus{outline:2px solid var(--c1);outline-offset:1px}
    .annals .c0{--c:var(--c0)}.annals .c1{--c:var(--c1)}.annals .c2{--c:var(--c2)}\
    .annals .c3{--c:var(--c3)}.annals .c4{--c:var(--c4)}.annals .c5{--c:var(--c5)}\
    .annals .c6{--c:var(--c6)}.annals .c7{--c:var(--c7)}.annals .c8{--c:var(--c8)}\
    .annals .c9{--c:var(--c9)}
    .annals .fill{fill:var(--c1)}.annals .burst{fill:var(--c8)}
    .annals .partial{fill:var(--paper);stroke:var(--c1);stroke-dasharray:3 2}
    .annals .phase{fill:var(--c1)}.annals .open{fill:var(--c3)}
    .annals .band{fill:var(--c9)}.annals .b95{fill-opacity:.2}.annals .b80{fill-opacity:.35}\
    .annals .b50{fill-opacity:.6}
    .annals .ghost{fill:var(--soft);fill-opacity:.3}
    .annals .earlier{stroke:var(--c8);stroke-width:2}
    .annals .median{stroke:var(--ink);stroke-width:2}
    .annals .spark{fill:none;stroke:var(--c1);stroke-width:1.5}
    .annals .dot{fill:var(--c1);stroke:var(--c1);stroke-width:1.5}.annals .dot.hollow{fill:var(--paper)}
    .annals .trend{fill:none;stroke:var(--c8);stroke-width:1.5}
    .annals .whisker{stroke:var(--c1);stroke-width:2}

    """
}
