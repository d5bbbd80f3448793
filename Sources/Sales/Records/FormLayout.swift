/// A layout of a CRM module: the fields of a form in their sections, as the organization arranged them.
///
/// <https://www.zoho.com/crm/developer/docs/api/v8/layouts-meta.html>
public struct FormLayout: Hashable, Sendable, Codable {
  /// A part of the form.
  public struct Section: Hashable, Sendable, Codable {
    /// What stands above it.
    public var label: String
    /// Its fields, in order.
    public var fields: [FormField]

    /// A part of the form.
    public init(label: String, fields: [FormField]) {
      self.label = label
      self.fields = fields
    }
  }

  /// The id at CRM.
  public var id: String
  /// What people call it.
  public var name: String
  /// The module by API name, such as `Contacts`.
  public var module: String
  /// Its parts, in order.
  public var sections: [Section]

  /// A layout of a module.
  public init(id: String, name: String, module: String, sections: [Section]) {
    self.id = id
    self.name = name
    self.module = module
    self.sections = sections
  }

  /// Its fields, in order.
  public var fields: [FormField] { sections.flatMap(\.fields) }

  /// The field of that API name.
  public func field(_ apiName: String) -> FormField? {
    for section in sections {
      if let field = section.fields.first(where: { $0.apiName == apiName }) { return field }
    }
    return nil
  }
}
