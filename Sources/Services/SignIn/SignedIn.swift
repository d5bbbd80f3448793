import AppCore
import Sales
import Screen
import ZohoAPI

/// A user who was let in, not kept yet.
public struct SignedIn: Hashable, Sendable {
  /// What was granted.
  public let grant: SignIn.Grant
  /// What was chosen.
  public let plan: SignInPlan
  /// Who it is.
  public let user: User
  /// The organization of CRM.
  public let organization: CRMOrganization
  /// The organizations of Books, the default one first.
  public let books: [BooksOrganization]
  /// What the user should know besides.
  public let notes: [SafeText]

  /// What is shown of it.
  public var findings: SignInFindings {
    let name = user.email.isEmpty ? user.name : "\(user.name) <\(user.email)>"
    let environment =
      organization.environment == "production" ? "" : ", \(organization.environment)"
    return SignInFindings(
      user: SafeText(name), crm: "\(organization.name) (\(organization.edition)\(environment))",
      books: books.map { found in
        let parts = [found.currency.code, found.plan ?? "", found.isDefault ? "default" : ""]
        return .init(
          id: found.id, name: SafeText(found.name),
          detail: SafeText(parts.filter { !$0.isEmpty }.joined(separator: ", ")))
      }, notes: notes)
  }
}
