import GRDB

extension Letter {
  /// What `GET …/email` shows before it is sent.
  /// - Parameter fileName: the name of the attached paper.
  func preview(_ words: Words, of record: Int64, fileName: String) throws -> JSONObject {
    let selected = Set(try defaultRecipients().map(\.contactPersonId))
    let known = try ContactPerson.all(of: contact, db)
    let party = try Contact.find(contact, db)
    let title = fileName.hasSuffix(".pdf") ? String(fileName.dropLast(4)) : fileName
    return [
      "subject": .string(words.subject), "body": .string(words.body),
      "customer_id": .string(String(contact)), "customer_name": .string(party.contactName),
      "entity_id": .string(String(record)), "attach_pdf": true, "file_name": .string(fileName),
      "file_name_without_extension": .string(title), "attachment_name": "",
      "to_contacts": .array(
        known.filter { !$0.email.isEmpty }.map { recipient($0, selected: selected) }),
      "to_mails_str": "", "cc_mails_list": [], "cc_mails_str": "", "bcc_mails": [],
      "bcc_mails_str": "", "from_address": .string(call.caller.userID),
      "from_email": .string(try call.user(db).email),
      "from_emails": .array(try MailSender.all(call, db).map(\.json)),
      "email_template_id": "4600000000000000067",
      "emailtemplates": [
        ["email_template_id": "4600000000000000067", "name": "Default", "selected": true]
      ],
      "documents": "", "gateways_configured": false, "gateways_associated": false,
      "error_list": [], "deprecated_placeholders_used": [], "emailtemplate_documents": [],
    ]
  }

  private func recipient(_ person: ContactPerson, selected: Set<Int64>) -> JSONValue {
    [
      "contact_person_id": .string(String(person.contactPersonId)),
      "salutation": .string(person.salutation), "first_name": .string(person.firstName),
      "last_name": .string(person.lastName), "email": .string(person.email),
      "phone": .string(person.phone), "mobile": .string(person.mobile),
      "selected": JSONValue(selected.contains(person.contactPersonId)),
    ]
  }
}
