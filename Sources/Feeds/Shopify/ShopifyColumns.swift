import Tables

/// Where the columns of a Shopify export stand; nil for those it does not have.
///
/// | field | header up to 2023 | header since 2024 |
/// |---|---|---|
/// | `handle` (the row's key) | Handle | URL handle |
/// | `title` | Title | Title |
/// | `description`, `bullets` | Body (HTML) | Description |
/// | `brand` | Vendor | Vendor |
/// | `category` | Product Category | Product category |
/// | `type` | Type | Type |
/// | `tags` | Tags | Tags |
/// | `price`, `price_varies` | Variant Price | Price |
/// | `compare_at_price` | Variant Compare At Price | Compare-at price |
/// | `image`, `images` | Image Src | Product image URL |
/// | `image_alt` | Image Alt Text | Image alt text |
/// | `options` | Option1 Name, Option1 Value … 3 | Option1 name, Option1 value … 3 |
/// | `sku`, `barcode` | Variant SKU, Variant Barcode | SKU, Barcode |
/// | (skips the product) | Published, Status | Published on online store, Status |
struct ShopifyColumns {
  let handle: Int?
  let title: Int?
  let body: Int?
  let vendor: Int?
  let category: Int?
  let type: Int?
  let tags: Int?
  let published: Int?
  let status: Int?
  let price: Int?
  let compareAtPrice: Int?
  let sku: Int?
  let barcode: Int?
  let image: Int?
  let imagePosition: Int?
  let imageAlt: Int?
  let variantImage: Int?
  let options: [(name: Int?, value: Int?)]

  init(_ header: CSVHeader) {
    func index(_ names: String...) -> Int? {
      for name in names {
        if let index = header.index(of: name) { return index }
      }
      return nil
    }
    handle = index("Handle", "URL handle")
    title = index("Title")
    body = index("Body (HTML)", "Description")
    vendor = index("Vendor")
    category = index("Product Category", "Standardized Product Type")
    type = index("Type", "Custom Product Type")
    tags = index("Tags")
    published = index("Published", "Published on online store")
    status = index("Status")
    price = index("Variant Price", "Price")
    compareAtPrice = index("Variant Compare At Price", "Compare-at price")
    sku = index("Variant SKU", "SKU")
    barcode = index("Variant Barcode", "Barcode")
    image = index("Image Src", "Product image URL")
    imagePosition = index("Image Position")
    imageAlt = index("Image Alt Text")
    variantImage = index("Variant Image", "Variant image URL")
    options = (1...3).map { (index("Option\($0) Name"), index("Option\($0) Value")) }
  }

  /// Whether the header is one of a product export of Shopify.
  static func isShopify(_ header: CSVHeader) -> Bool {
    func has(_ name: String) -> Bool { header.index(of: name) != nil }
    let isOld =
      has("Handle") && has("Title")
      && (has("Variant Price") || has("Body (HTML)") || has("Image Src"))
    let isNew = has("Title") && has("URL handle")
    return isOld || isNew
  }
}
