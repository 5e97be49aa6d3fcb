import Carousels
import Diagnostics
import Feeds
import Foundation
import Images
import Library
import Pixels
import Posts
import Templates

/// Measures what `make bench` prints: slides a second, where the time goes, sizes, cold start.
///
/// Figures are for this machine at this moment; ratios travel better than times.
@main
struct SlideBenchmark {
  static func main() async throws {
    let program = CommandLine.arguments.dropFirst().first ?? ".build/release/flint"
    let workspace = try Workspace.locate(environment: ProcessInfo.processInfo.environment)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("flint-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: folder) }

    let prepared = try PreparedTemplate(
      template: "product-showcase", settings: DrawSettings(), binding: BindOptions(), in: workspace)
    let row = prepared.template.samples[0].post.row

    print("five product-showcase slides of 1080×1920 with a photo")
    let single = try stages(row: row, prepared: prepared, rounds: 12)
    try sizes(row: row, prepared: prepared)
    try await batches(row: row, prepared: prepared, folder: folder.path, perCore: single)
    try coldStart(program: program, folder: folder.path)
    print("peak memory of this process: \(peakMemory()) MB")
  }

  /// One worker, photo and rules warm, as in the middle of a batch of one product.
  private static func stages(row: Row, prepared: PreparedTemplate, rounds: Int) throws -> Double {
    var best = Duration.seconds(1000)
    var times: [StageTimes] = []
    var slides = 0
    for _ in 0..<rounds {
      let start = ContinuousClock.now
      let render = try SingleRender(row: row, prepared: prepared)
      slides = try render.draw().record.slides.count
      best = min(best, ContinuousClock.now - start)
      times.append(render.stageTimes)
    }
    let median = times.sorted { $0.total < $1.total }[rounds / 2]
    let total = median.total / .milliseconds(1)
    for (name, time) in [
      ("layout", median.layout), ("ink", median.ink), ("decode and scale", median.decode),
      ("paint", median.paint), ("encode", median.encode),
    ] {
      let share = time / .milliseconds(1)
      print(
        String(format: "  %-18@ %7.2f ms  %4.0f %%", name as NSString, share, share / total * 100))
    }
    let rate = Double(slides) / (best / .seconds(1))
    print(
      String(format: "  one core: %.1f slides/s (best of %d), photo decoded anew", rate, rounds))
    return rate
  }

  /// Our PNGs against libpng's default for the same pixels, which is what `small` writes.
  private static func sizes(row: Row, prepared: PreparedTemplate) throws {
    let drawn = try SingleRender(row: row, prepared: prepared).draw().carousel
    var fast = (bytes: 0, seconds: 0.0)
    var libpng = (bytes: 0, seconds: 0.0)
    for slide in drawn.slides {
      let bitmap = try EncodedImage(slide.file, named: "slide").decoded()
      fast.seconds += try time {
        fast.bytes += try bitmap.encoded(as: .png(.fast), named: "").count
      }
      libpng.seconds += try time {
        libpng.bytes += try bitmap.encoded(as: .png(.small), named: "").count
      }
    }
    print(
      String(
        format: "  PNG: %d KB, %.2f × the size and %.1f × the speed of libpng's default (%d KB)",
        fast.bytes / 1000, Double(fast.bytes) / Double(libpng.bytes),
        libpng.seconds / fast.seconds, libpng.bytes / 1000))
  }

  private static func time(_ work: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try work()
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// A batch of one product many times, written to disk, with one worker and with all cores.
  private static func batches(
    row: Row, prepared: PreparedTemplate, folder: String, perCore: Double
  ) async throws {
    var rates: [Double] = []
    let cores = ProcessInfo.processInfo.activeProcessorCount
    for workers in [1, cores] {
      let library = LibraryFolder(path: "\(folder)/batch-\(workers)")
      let recorder = try PostRecorder(
        library,
        circumstances: Circumstances(at: Moment(seconds: 0), by: "benchmark", command: "batch"))
      let rows = (0..<24).map { number in
        Row(key: "product-\(number)", cells: row.cells, location: row.location)
      }
      let batch = Batch(rows: rows, prepared: prepared, recorder: recorder)
      let start = ContinuousClock.now
      let summary = await batch.run(workers: workers, shouldStop: { false }, onResult: { _ in })
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      rates.append(Double(summary.slides) / seconds)
      print(
        String(
          format: "  batch of 24, %d worker%@: %.1f slides/s to disk", workers,
          (workers == 1 ? "" : "s") as NSString, rates[rates.count - 1]))
    }
    print(String(format: "  %d cores give %.2f × one", cores, rates[1] / rates[0]))
  }

  /// The whole program, from nothing to five slides on disk.
  private static func coldStart(program: String, folder: String) throws {
    var times: [Double] = []
    for number in 0..<9 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = [
        "render", "product-showcase", "--sample", "--library", "\(folder)/cold-\(number)",
      ]
      process.standardOutput = FileHandle.nullDevice
      let start = ContinuousClock.now
      try process.run()
      process.waitUntilExit()
      times.append((ContinuousClock.now - start) / .milliseconds(1))
    }
    print(
      String(format: "cold start to five slides on disk: %.0f ms (median of 9)", times.sorted()[4]))
  }

  private static func peakMemory() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") } ?? ""
    return (Int(line.filter(\.isNumber)) ?? 0) / 1000
  }
}
