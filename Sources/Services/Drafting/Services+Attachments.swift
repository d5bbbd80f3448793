import AppCore
import FoundationEssentials
import Sales
import Screen
import ZohoAPI

extension Services {
  /// Adds, takes off and lists the files on an invoice.
  func performOnFiles(_ effect: DraftingEffect) async {
    switch effect {
    case .loadFiles(let id):
      post(.drafting(.filesLoaded(id, await result { try await attachments(of: id) })))
    case .attach(let path, let id):
      let files = await result {
        let file = try attachment(at: path)
        try await gateway.send(.attach(file, to: id, inMail: true), .interactive)
        return try await attachments(of: id)
      }
      post(.drafting(.filesLoaded(id, files)))
    case .detach(let file, let id):
      let files = await result {
        try await gateway.send(.detach(file, from: id), .interactive)
        return try await attachments(of: id)
      }
      post(.drafting(.filesLoaded(id, files)))
    case .findPaths(let typed):
      post(.drafting(.pathsFound(typed: typed, files.paths(beginning: typed))))
    default: break
    }
  }

  private func attachments(of id: Invoice.ID) async throws -> [AttachedFile] {
    try await gateway.send(.invoice(id), .interactive).files ?? []
  }

  /// What Books would refuse is refused here first, before a byte is read or sent.
  private func attachment(at path: String) throws -> MultipartForm.File {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let ending = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
    guard ["pdf", "jpg", "jpeg", "png", "gif"].contains(ending) else {
      throw Failure.invalid("\(name) is no PDF, JPG, PNG or GIF")
    }
    let content: Data
    do {
      content = try files.contents(of: path, atMost: 10 << 20)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure.storage("\(path) cannot be read: \(error)")
    }
    guard Self.signatures.contains(where: { content.starts(with: $0) }) else {
      throw Failure.invalid("\(name) holds no PDF, JPG, PNG or GIF")
    }
    return MultipartForm.File(name: name, content: content)
  }

  /// How PDF, JPEG, PNG and GIF files begin.
  private static let signatures: [[UInt8]] = [
    Array("%PDF".utf8), [0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], Array("GIF8".utf8),
  ]
}

extension Files {
  /// The bytes of a file of the user's.
  ///
  /// - Throws: `Failure.invalid` for what is no file, is empty or has more than so many bytes.
  func contents(of path: String, atMost limit: Int) throws -> Data {
    let path = Self.expanded(path)
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder else {
      throw Failure.invalid("\(path) is no file")
    }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    guard size > 0 else { throw Failure.invalid("\(path) is empty") }
    guard size <= limit else {
      throw Failure.invalid("\(path) has \(size >> 20) MB: \(limit >> 20) MB is the most")
    }
    return try Data(contentsOf: URL(filePath: path))
  }

  /// The paths that begin with a text, folders with a slash at their end; none where they cannot be
  /// read.
  func paths(beginning typed: String) -> [String] {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, start) = (String(typed[..<cut]), typed[cut...])
    let real = Self.expanded(folder.isEmpty ? "." : folder)
    // A folder that cannot be listed has nothing to complete with; adding the file says why.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: real)) ?? []
    return names.filter { $0.hasPrefix(start) && ($0.first != "." || start.first == ".") }
      .sorted().prefix(200).map { name in
        var isFolder = false
        let isThere = FileManager.default.fileExists(
          atPath: real + "/" + name, isDirectory: &isFolder)
        return folder + name + (isThere && isFolder ? "/" : "")
      }
  }

  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return FileManager.default.homeDirectoryForCurrentUser.path + path.dropFirst()
  }
}
