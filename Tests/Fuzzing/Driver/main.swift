import CFuzzer
import FuzzTargets

/// What libFuzzer is given: the target that the environment names.
enum Chosen {
  // Set once, before libFuzzer runs; its function takes nothing but bytes.
  nonisolated(unsafe) static var target: FuzzTarget?
}

let name = unsafe getenv("FLINT_FUZZ_TARGET").map { unsafe String(cString: $0) }
unsafe Chosen.target = FuzzTarget.all.first { $0.name == name }
guard unsafe Chosen.target != nil else {
  for target in FuzzTarget.all { print(target.name, target.mostBytes) }
  exit(name == nil ? 0 : 64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe CommandLine.unsafeArgv
let code = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  unsafe Chosen.target?.run(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
exit(code)
