extension FieldMetadata {
  /// A field as a local copy knows it: without what only Zoho tells, such as its length.
  ///
  /// - Parameter choices: What can be chosen, each as it is stored and as people see it.
  public init(
    known apiName: String, label: String, type: String, isMandatory: Bool, isReadOnly: Bool,
    choices: [(value: String, label: String)]
  ) {
    self.init(
      apiName: apiName, label: label, type: type, isMandatory: isMandatory,
      isReadOnly: isReadOnly, isCustom: false, length: nil,
      choices: choices.map { choice in
        Choice(
          id: nil, value: choice.value, label: choice.label, isUsed: true, probability: nil,
          dealCategory: nil)
      })
  }
}
