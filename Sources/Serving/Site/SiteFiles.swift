import Rendering

/// The style and the script of the pages.
enum SiteFiles {
  static let style = Array((PageStyle.sheet.description + own).utf8)

  private static let own = """
    header nav,form.ask{display:flex;flex-wrap:wrap;gap:.4em 1em;align-items:end;margin:.5em 0}
    header nav a{white-space:nowrap}form.ask label{display:grid;font-size:.85em}form.ask input{font:inherit;max-width:100%}
    #news{font-weight:600}ol.found{padding:0;list-style:none}ol.found li{margin:.6em 0}
    ol.found p{margin:0}ol.found .meta{font-size:.85em}

    """

  /// Says when the log has grown past what the page shows.
  static let script = Array(
    """
    const news = document.getElementById("news");
    if (news && window.EventSource) {
      new EventSource("/follow").addEventListener("head", (event) => {
        news.hidden = event.data === news.dataset.head;
      });
    }

    """.utf8)

  /// Nothing from elsewhere is loaded, no page frames a page; a chart's style is known by its hash.
  static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self' \(Page.hash(ChartStyle.sheet)); "
    + "connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"
}
