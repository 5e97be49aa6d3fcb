import Carousels
import Diagnostics
import Files
import Ledger
import Library
import Posts

/// A bundle on its way into the library, inside of one transaction.
struct BundleArrival {
  let received: ReceivedBundle
  let writer: LibraryWriter
  package let folder: LibraryFolder
  package let show: (Moment) -> String
  private(set) var imported: PostImport.Imported
  /// Whether the post's files are to be written.
  private var needsFiles = false

  package var bundle: SparkBundle { received.bundle }
  package var part: SparkBundle.PostPart { bundle.manifest.post }
  package var reader: LibraryReader { writer.reader }
  package var now: Moment { writer.circumstances.at }
  package var brand: Key<Brand> { Key(bundle.manifest.brand.key) }

  package init(
    _ received: ReceivedBundle, writer: LibraryWriter, folder: LibraryFolder,
    show: @escaping (Moment) -> String
  ) {
    self.received = received
    self.writer = writer
    self.folder = folder
    self.show = show
    let key = Key<Post>(received.bundle.manifest.post.key)
    imported = PostImport.Imported(
      post: key, bundledKey: key, isNew: false, authorization: nil, agreement: nil, changes: [],
      warnings: [])
  }

  package mutating func note(_ change: String) { imported.changes.append(change) }
  package mutating func warn(_ warning: Diagnostic) { imported.warnings.append(warning) }

  /// Everything but the files.
  package mutating func record() throws {
    let (key, known) = try BundleIdentity(received, reader: reader, folder: folder).post()
    imported.post = key
    imported.isNew = known == nil
    if known == nil {
      note("new post")
      if key.text != part.key { warn(.keyWasTaken(part.key, now: key)) }
    }
    try recordParties()
    imported.agreement = try recordAgreement(known)
    let plan = try planAuthorization(known, post: key)
    var steps: [String] = []
    var warnings: [Diagnostic] = []
    var writesFiles = false
    try writer.change(key) { story, now in
      var changes = StoryChanges(bundle: bundle, drawing: drawing, show: show)
      let events = try changes.apply(to: &story, plan: plan, at: now)
      steps = changes.notes
      warnings = changes.warnings
      writesFiles = changes.isDrawn
      return events
    }
    imported.changes += steps
    imported.warnings += warnings
    imported.authorization = plan?.key
    needsFiles =
      writesFiles
      || known?.post.drawing == drawing
        && !FileSystem.folderExists(folder.postPath(key.text))
    if writesFiles {
      try writer.index(key, slideTexts: bundle.manifest.slides.map(\.text))
    }
  }

  // MARK: - Parties and terms

  private mutating func recordParties() throws {
    if try reader.brand(brand) == nil {
      try writer.save(Brand(key: brand, name: bundle.manifest.brand.name.map(CodeMask.hiding)))
      note("new brand \(brand)")
    }
    if let party = part.creator, try reader.creator(Key(party.key)) == nil {
      try writer.save(Creator(key: Key(party.key), name: party.name.map(CodeMask.hiding)))
      note("new creator @\(party.key)")
    }
  }

  private mutating func recordAgreement(_ known: PostStory?) throws -> Key<Agreement>? {
    guard let terms = bundle.terms else { return nil }
    let agreement = try Agreement(terms).hidingCodes
    let asked = known?.authorizations.last { $0.brand == brand }?.agreement
    if let found = try BundleIdentity.agreement(agreement, asked: asked, reader: reader) {
      try comparePayments(agreement.payments, with: found)
      return found.key
    }
    let isFree = try reader.agreement(agreement.key) == nil
    let key =
      isFree
      ? agreement.key
      : try reader.freeAgreementKey(creator: agreement.creator, brand: agreement.brand)
    var made = Agreement(
      key: key, creator: agreement.creator, brand: agreement.brand, terms: agreement.terms,
      made: agreement.made)
    // It was made when the creator noted it, not when we heard of it.
    try writer.dated(agreement.made).save(made, events: [made.making])
    for payment in agreement.payments {
      let events = try made.pay(payment.amount, note: payment.note, at: payment.at)
      try writer.dated(payment.at).save(made, events: events)
    }
    note("new agreement \(key)")
    return key
  }

  /// Payments are noted on both sides; which are the same, only a person knows for sure.
  private mutating func comparePayments(
    _ payments: [Agreement.Payment], with ours: Agreement
  ) throws {
    var rest = ours.payments
    for payment in payments {
      if let same = rest.firstIndex(where: {
        $0.amount == payment.amount && $0.at.day == payment.at.day
      }) {
        rest.remove(at: same)
      } else {
        warn(.paymentIsNotHere(payment, agreement: ours.key))
      }
    }
  }

  // MARK: - Code

  /// What to do about the bundle's authorization; nil when it has none or there is nothing to do.
  private mutating func planAuthorization(
    _ known: PostStory?, post: Key<Post>
  ) throws -> StoryChanges.AuthorizationPlan? {
    guard let offered = bundle.authorization else { return nil }
    let terms = PostEvent.Terms(
      authorization: Key(offered.key), brand: brand, days: offered.days,
      agreement: offered.agreement == nil ? nil : imported.agreement,
      replaces: offered.replaces.map { Key($0) })
    if let ours = known?.authorizations.first(where: {
      $0.grant?.code.fingerprint == offered.fingerprint
    }) {
      try keepCode()
      return .init(key: ours.key, kind: .known, terms: terms)
    }
    if now >= offered.end {
      warn(.bundledCodeHasEnded(post, show(offered.end)))
      return nil
    }
    let open = known?.authorizations.first { $0.brand == brand && !$0.status(at: now).isFinal }
    guard let code = received.code else {
      if open == nil {
        let key = try freeKey(offered, post: post, known)
        warn(.codeIsNotInBundle(key, end: offered.end))
        return .init(key: key, kind: .requested, terms: terms)
      }
      if case .requested? = open?.stage, let key = open?.key {
        warn(.codeIsNotInBundle(key, end: offered.end))
      }
      return nil
    }
    try reader.checkIsNew(code, fingerprint: offered.fingerprint)
    try keepCode()
    if case .requested? = open?.stage, let key = open?.key {
      return .init(key: key, kind: .issued, terms: terms)
    }
    return .init(key: try freeKey(offered, post: post, known), kind: .issued, terms: terms)
  }

  private func keepCode() throws {
    guard let code = received.code, let fingerprint = bundle.authorization?.fingerprint,
      try reader.code(withFingerprint: fingerprint) == nil
    else { return }
    try writer.keep(code, fingerprint: fingerprint)
  }

  /// The creator's own key where it is free, so that both sides speak of the same.
  private func freeKey(
    _ offered: SparkBundle.AuthorizationPart, post: Key<Post>, _ known: PostStory?
  ) throws -> Key<Authorization> {
    let own = Key<Authorization>(offered.key)
    let base = "\(post)@\(brand)"
    let tail = offered.key.dropFirst(base.count)
    let isOurs =
      offered.key.hasPrefix(base)
      && (tail.isEmpty || tail.first == "." && Int(tail.dropFirst()) != nil)
    if isOurs, known?.authorization(own) == nil { return own }
    return try reader.freeAuthorizationKey(post: post, brand: brand)
  }

  // MARK: - Files

  private var drawing: Post.Drawing {
    let slides = zip(bundle.manifest.slides, received.slides).map { slide, bytes in
      Slide(
        file: FilePath.name(of: slide.file), name: slide.name, width: slide.width,
        height: slide.height, bytes: bytes.count, sha256: sha256Hex(bytes))
    }
    return Post.Drawing(
      template: part.template, kit: part.kit, origin: part.origin, format: part.imageFormat,
      slides: slides, version: part.version)
  }

  func writeFiles() throws {
    guard needsFiles else { return }
    let slides = bundle.manifest.slides
    let record = PostRecord(
      key: imported.post.text, template: part.template.map { .init(name: $0, digest: "") },
      kit: part.kit.map { .init(name: $0, digest: "") }, row: nil,
      size: [slides[0].width, slides[0].height], format: part.imageFormat, fonts: [],
      caption: part.caption, title: part.title, disclosure: part.facts.disclosure?.rawValue,
      slides: zip(slides, drawing.slides).map { slide, recorded in
        PostRecord.Slide(
          file: recorded.file, name: recorded.name, width: recorded.width,
          height: recorded.height, bytes: recorded.bytes, sha256: recorded.sha256,
          alt: slide.alt, text: slide.text)
      }, origin: part.origin)
    let files =
      zip(drawing.slides, received.slides).map {
        FileSystem.FolderEntry(name: $0.file, bytes: $1)
      } + [
        FileSystem.FolderEntry(name: "overview.png", bytes: received.overview),
        FileSystem.FolderEntry(name: "caption.txt", text: part.caption + "\n"),
      ]
    try writer.make(try folder.stage(record, files: files))
  }
}

extension Agreement {
  /// - Throws: what the rules of terms refuse.
  init(_ part: SparkBundle.TermsPart) throws(Refusal) {
    let key = Key<Agreement>(part.key)
    self.init(
      key: key, creator: Key(part.creator), brand: Key(part.brand),
      terms: try Terms(
        currency: part.currency,
        fee: part.feeInMinorUnits.map { Money(minorUnits: $0, currency: part.currency) },
        share: part.shareInBasisPoints.flatMap { SpendShare(basisPoints: $0) }, days: part.days,
        usageRights: part.usageRights, exclusivity: part.exclusivity, agreement: key),
      made: part.made, payments: part.payments)
  }
}
