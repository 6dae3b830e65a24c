internal import X12CodeStore
internal import X12Diagnostics

/// Where a user's code sets are kept, unless a path is given.
///
/// `X12_CODES`, else `x12/codes.store` in the folder of the user's data (`XDG_DATA_HOME`, `~/.local/share`).
enum CodeStorePlace {
    /// The word by which `validate` is told to use no store.
    static let none = "none"

    /// The path; `nil` when there is no home.
    static var usual: String? {
        if let path = System.variable("X12_CODES"), !path.isEmpty { return path }
        return folder.map { $0 + "/codes.store" }
    }

    private static var folder: String? {
        if let data = System.variable("XDG_DATA_HOME"), !data.isEmpty { return data + "/x12" }
        return System.variable("HOME").map { $0 + "/.local/share/x12" }
    }

    /// Opens the store for writing; the usual folder is made where it is missing.
    static func open(_ path: String?) throws(X12Error) -> CodeStore {
        guard let place = path ?? usual else {
            throw X12Error(.sourceMissing, "there is no home folder; name the store with --store")
        }
        if path == nil, let folder { try Folder.makeAll(folder) }
        return try store(at: place)
    }

    /// The path at which a store is looked up; `nil` where none is asked for.
    static func place(_ path: String?) -> String? { path == none ? nil : path ?? usual }

    /// Opens the store for looking up; `nil` where none was asked for and there is none at the usual place.
    static func existing(_ path: String?) throws(X12Error) -> CodeStore? {
        guard let place = place(path) else { return nil }
        guard System.isThere(place) else {
            if path == nil { return nil }
            throw X12Error(.sourceMissing, "there is no code store at this path; x12 codes load makes one")
                .naming(place)
        }
        return try store(at: place)
    }

    private static func store(at path: String) throws(X12Error) -> CodeStore {
        do { return try CodeStore(path: path) } catch { throw error.naming(path) }
    }
}
