/// Feeds to serve.
enum Sample {
  static let text = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Sample</title>\
    <item><guid>1</guid><title>One</title></item></channel></rss>
    """
  static let feed = Array(text.utf8)
  static let size = feed.count

  static let page = "<!-- made by hand -->\n<!DOCTYPE HTML><html><body>No feed</body></html>"
}
