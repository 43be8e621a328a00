/// The allow-list: what markup from a feed may contain when it leaves for a page.
enum HTMLPolicy {
  static let elements: [StaticString] = [
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo",
    "big", "blockquote", "br", "canvas", "caption", "center", "cite", "code", "col", "colgroup",
    "dd", "del", "details", "dfn", "dialog", "dir", "div", "dl", "dt", "em", "figcaption",
    "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img",
    "ins", "kbd", "legend", "li", "map", "mark", "menu", "meter", "nav", "ol", "p", "picture",
    "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source",
    "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th",
    "thead", "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
  ]

  /// In alphabetical order.
  static let attributes: [StaticString] = [
    "abbr", "align", "alt", "axis", "bgcolor", "border", "bordercolor", "cellpadding",
    "cellspacing", "char", "charoff", "charset", "cite", "class", "clear", "color", "cols",
    "colspan", "compact", "controls", "coords", "datetime", "dir", "face", "frame", "headers",
    "height", "high", "href", "hreflang", "hspace", "id", "ismap", "label", "lang", "longdesc",
    "loop", "low", "max", "media", "min", "name", "nohref", "noshade", "nowrap", "open",
    "optimum", "poster", "preload", "rel", "rev", "rows", "rowspan", "rules", "scope", "shape",
    "size", "span", "src", "start", "style", "summary", "tabindex", "title", "type", "usemap",
    "valign", "value", "vspace", "width", "xml:lang",
  ]

  /// Attributes whose value is fetched or followed.
  static let links: [StaticString] = [
    "href", "src", "cite", "longdesc", "poster", "usemap", "background",
  ]

  /// Elements whose content goes with them.
  static let dropped: [StaticString] = [
    "script", "style", "applet", "svg", "math", "template",
  ]

  /// Elements without content or end tag.
  static let void: [StaticString] = [
    "area", "base", "basefont", "br", "col", "command", "embed", "frame", "hr", "img", "input",
    "isindex", "keygen", "link", "meta", "param", "source", "track", "wbr",
  ]

  /// Elements without content that are not allowed.
  static let otherVoid = void.filter { name in !elements.contains { $0.isEqual(name) } }

  /// Elements that a reader sees as a break between words.
  static let blocks: [StaticString] = [
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details",
    "dir", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "li", "menu", "nav", "ol", "option", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
}
