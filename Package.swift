// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules; ARCHITECTURE.md says why.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Pixel loops without optimisation are some twenty times slower, which makes every test slow.
let pixelLoops: [SwiftSetting] =
  strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

func module(
  _ name: String, uses dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(
  of name: String, uses dependencies: [Target.Dependency] = [], excluding excluded: [String] = [],
  resources: [Resource] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: excluded, resources: resources, swiftSettings: strict)
}

/// What `make fuzz` builds, with sanitizers and in a folder of its own.
let fuzzing: [Target] =
  Context.environment["FLINT_FUZZ"] == nil
  ? []
  : [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzzing/CFuzzer"),
    .executableTarget(
      name: "FuzzDriver", dependencies: ["FuzzTargets", "CFuzzer"], path: "Tests/Fuzzing/Driver",
      swiftSettings: strict),
  ]

let package = Package(
  name: "flint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "flint", targets: ["flint"]),
    .executable(name: "slide-benchmark", targets: ["SlideBenchmark"]),
    .executable(name: "library-benchmark", targets: ["LibraryBenchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries, without logic of ours.
    .systemLibrary(name: "CFreeType", pkgConfig: "freetype2"),
    .systemLibrary(name: "CHarfBuzz", pkgConfig: "harfbuzz"),
    .systemLibrary(name: "CPNG", pkgConfig: "libpng"),
    .systemLibrary(name: "CJPEG", pkgConfig: "libjpeg"),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg"),
    .systemLibrary(name: "CLCMS", pkgConfig: "lcms2"),
    .systemLibrary(name: "CWebP", pkgConfig: "libwebp"),
    .systemLibrary(name: "CISAL", pkgConfig: "libisal"),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CHaru"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CLinux"),
    .target(name: "CTextBreak", linkerSettings: [.linkedLibrary("icuuc")]),
    .target(
      name: "CDecoding", dependencies: ["CPNG", "CJPEG", "CLCMS"],
      linkerSettings: ["png16", "jpeg", "gif", "lcms2", "z"].map { .linkedLibrary($0) }),

    // The engine: no Foundation.
    module("Diagnostics"),
    module("Files", uses: ["Diagnostics", "CNettle", "CLinux"]),
    module("YAMLText", uses: ["Diagnostics", "Yams"]),
    module("Pixels", settings: pixelLoops),
    module(
      "Images",
      uses: ["Pixels", "Diagnostics", "CDecoding", "CPNG", "CTurboJPEG", "CWebP", "CISAL"]),
    module(
      "Typography",
      uses: [
        "Pixels", "Diagnostics", "Files", "YAMLText", "CFreeType", "CHarfBuzz", "CTextBreak",
      ]),
    module("Markup", uses: ["Diagnostics"]),
    module("Styling", uses: ["Markup", "Typography", "Pixels", "Diagnostics"]),
    module("Layout", uses: ["Styling", "Markup", "Typography", "Pixels", "Diagnostics"]),
    module("Rendering", uses: ["Layout", "Styling", "Typography", "Pixels", "Diagnostics"]),
    module("Posts"),
    module("Templates", uses: ["Feeds", "Markup", "Posts", "YAMLText", "Files", "Diagnostics"]),
    module("Feeds", uses: ["Tables", "Markup", "Posts", "YAMLText", "Diagnostics"]),

    module("Archives", uses: ["Files", "Diagnostics", "CZip", "CHaru"]),
    module("Tables", uses: ["Archives", "Diagnostics", "CExpat"]),
    module("AdReports", uses: ["Tables", "Posts", "Files", "Diagnostics"]),

    // The program.
    module(
      "Library",
      uses: [
        "Posts", "Files", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module(
      "Carousels",
      uses: [
        "Library", "Feeds", "Templates", "Rendering", "Layout", "Styling", "Typography", "Images",
        "Markup",
        "Pixels", "Posts", "YAMLText", "Files", "Diagnostics",
      ]),
    module(
      "Ledger",
      uses: ["Library", "AdReports", "Posts", "Markup", "YAMLText", "Files", "Diagnostics"]),
    module(
      "Handoff",
      uses: [
        "Carousels", "Ledger", "Library", "Archives", "Templates", "Images", "Pixels", "Posts",
        "Files", "Diagnostics",
      ]),
    module("Console"),
    .executableTarget(
      name: "flint",
      dependencies: [
        "Carousels", "Ledger", "Handoff", "Console", "Library", "Posts", "AdReports", "Feeds",
        "Templates", "Images",
        "Typography", "Pixels", "Files", "Diagnostics",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .executableTarget(
      name: "SlideBenchmark",
      dependencies: [
        "Carousels", "Library", "Posts", "Feeds", "Templates", "Images", "Pixels", "Diagnostics",
      ],
      path: "Benchmarks/SlideBenchmark", swiftSettings: strict),
    .executableTarget(
      name: "LibraryBenchmark", dependencies: ["Library", "Posts", "Files"],
      path: "Benchmarks/LibraryBenchmark", swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Pixels", "Images", "Files", "Diagnostics"],
      path: "Tests/Support", swiftSettings: strict),
    tests(of: "Diagnostics"),
    tests(of: "Files", uses: ["Diagnostics"]),
    tests(of: "YAMLText", uses: ["Diagnostics"]),
    tests(of: "Pixels"),
    tests(of: "Images", uses: ["Pixels", "Diagnostics"]),
    tests(
      of: "Typography", uses: ["Pixels", "Diagnostics", "Files"], excluding: ["Fixtures"]),
    tests(of: "Markup", uses: ["Diagnostics"]),
    tests(
      of: "Layout",
      uses: [
        "Styling", "Markup", "Typography", "Pixels", "Files", "YAMLText", "Images", "Diagnostics",
      ],
      excluding: ["Fixtures"]),
    tests(
      of: "Rendering",
      uses: [
        "Styling", "Layout", "Markup", "Typography", "Images", "Pixels", "Files", "Diagnostics",
      ]),
    tests(of: "Posts"),
    tests(of: "Templates", uses: ["Feeds", "Markup", "Posts", "Files", "Diagnostics"]),
    tests(of: "Tables", uses: ["Diagnostics"]),
    tests(of: "Feeds", uses: ["Posts", "Diagnostics"]),
    tests(of: "Archives", uses: ["Files", "Diagnostics"]),
    tests(of: "AdReports", uses: ["Posts", "Archives", "Files", "Diagnostics"]),
    tests(
      of: "Library",
      uses: [
        "Posts", "Files", "Diagnostics", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      excluding: ["Schemas"]),
    .testTarget(
      name: "GoldenTests",
      dependencies: [
        "TestSupport", "Carousels", "Library", "Templates", "Feeds", "Images", "Pixels", "Files",
        "Diagnostics",
      ],
      swiftSettings: strict),
    // Stories that go through several rooms.
    .testTarget(
      name: "RoomsTests",
      dependencies: [
        "TestSupport", "Carousels", "Ledger", "Handoff", "Library", "Posts", "AdReports",
        "Archives", "Feeds", "Templates", "Markup", "Images", "Pixels", "Files", "Diagnostics",
      ], swiftSettings: strict),
    .testTarget(name: "ProjectTests", swiftSettings: strict),
    // What reads strangers' bytes, for the fuzzers and for the inputs that they found.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "AdReports", "Archives", "Diagnostics", "Feeds", "Images", "Layout", "Markup", "Pixels",
        "Posts", "Rendering", "Styling", "Tables", "Templates", "TestSupport", "Typography",
        "YAMLText",
      ],
      path: "Tests/Fuzzing/Targets", swiftSettings: strict),
    .testTarget(
      name: "FuzzingTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Replay",
      swiftSettings: strict),
    tests(of: "Console"),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "flint", "Console", "Posts", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)
