/// The calls of all kinds of documents.
enum DocumentRoutes {
  static let all: [BooksRoute] = DocumentCalls(.estimate).routes
}
