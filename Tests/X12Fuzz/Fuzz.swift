import X12FuzzTargets

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The target that is fed: its name in `X12_FUZZ_TARGET`.
private let target: FuzzTarget = {
    let name = getenv("X12_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("X12_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let broken = target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    precondition(broken == nil, broken ?? "")
    return 0
}

/// Where the program begins: the package manager calls it after the target and makes `main` another name of it, so that
/// libFuzzer's own beginning is not asked for.
@_cdecl("X12Fuzz_main")
public func begin(
    _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var count = count
    var arguments = arguments
    return runFuzzer(&count, &arguments) { fuzz($0, $1) }
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
