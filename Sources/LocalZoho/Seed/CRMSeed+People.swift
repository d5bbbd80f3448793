import FoundationEssentials

extension CRMSeed {
  mutating func fillProducts() throws {
    try write("Products", SeedProducts.all.count) { seed, index, id in
      let product = SeedProducts.all[index]
      let price = Decimal(product.pence) / 100
      seed.world.products.append(
        SeededCRM.Product(
          id: id, name: product.name, code: product.code, price: price,
          description: product.description))
      return [
        "Product_Name": .string(product.name), "Product_Code": .string(product.code),
        "Unit_Price": .number(price), "Product_Category": .string(product.category),
        "Description": .string(product.description),
      ]
    }
  }

  /// One account for some six deals.
  mutating func fillAccounts() throws {
    let count = min(max(12, seed.deals / 6), 50_000)
    world.accounts.reserveCapacity(count)
    try write("Accounts", count) { seed, index, id in
      let name = SeedAccounts.name(at: index)
      // Two of three companies are in the home country.
      let home = SeedAccounts.homes[
        seed.random.chance(66) ? seed.random.number(0...4) : seed.random.number(5...8)]
      let account = SeededCRM.Account(
        id: id, name: name.text, phone: "\(home.dialling) 0\(100 + index % 900)",
        website: "https://www.\(name.slug).example",
        street: "\(seed.random.number(1...180)) \(seed.random.pick(SeedAccounts.streets))",
        city: home.city, code: home.code, country: home.country, currency: home.currency)
      seed.world.accounts.append(account)
      return [
        "Account_Name": .string(account.name), "Phone": .string(account.phone),
        "Website": .string(account.website),
        "Account_Type": seed.random.chance(70) ? "Customer" : "Prospect",
        "Industry": .string(seed.random.pick(SeedWords.industries)),
        "Employees": JSONValue(seed.random.number(3...900)),
        "Billing_Street": .string(account.street), "Billing_City": .string(account.city),
        "Billing_Code": .string(account.code), "Billing_Country": .string(account.country),
        "Currency": .string(account.currency), "Owner": Self.reference(seed.owner()),
        "Created_Time": .string(Timestamp.crm(seed.workTime(on: seed.today - 560))),
      ]
    }
  }

  /// Each account has one contact, and three of five have a second.
  mutating func fillContacts() throws {
    let accounts = world.accounts.count
    let count = accounts + accounts * 3 / 5
    world.contacts.reserveCapacity(count)
    try write("Contacts", count) { seed, index, id in
      let place = index % accounts
      let account = seed.world.accounts[place]
      let group = SeedPeople.group(at: index)
      let first = seed.random.pick(group.first)
      let last = seed.random.pick(group.last)
      let domain = account.website.dropFirst("https://www.".utf8.count)
      let second = index < accounts ? "" : ".2"
      let contact = SeededCRM.Contact(
        id: id, account: place, firstName: first.text, lastName: last.text,
        email: "\(first.ascii).\(last.ascii)\(second)@\(domain)", phone: account.phone)
      seed.world.contacts.append(contact)
      return [
        "First_Name": .string(contact.firstName), "Last_Name": .string(contact.lastName),
        "Email": .string(contact.email), "Phone": .string(contact.phone),
        "Title": .string(seed.random.pick(SeedPeople.titles)),
        "Account_Name": Self.reference(account.id),
        "Lead_Source": .string(seed.random.pick(SeedWords.leadSources)),
        "Mailing_City": .string(account.city), "Mailing_Country": .string(account.country),
        "Owner": Self.reference(seed.owner()),
        "Created_Time": .string(Timestamp.crm(seed.workTime(on: seed.today - 555))),
      ]
    }
  }

  mutating func fillLeads() throws {
    try write("Leads", min(max(8, seed.deals / 12), 20_000)) { seed, index, _ in
      let group = SeedPeople.group(at: index + 1)
      let first = seed.random.pick(group.first)
      let last = seed.random.pick(group.last)
      let company = SeedAccounts.name(at: 59_999 - index)
      return [
        "First_Name": .string(first.text), "Last_Name": .string(last.text),
        "Company": .string(company.text),
        "Email": .string("\(first.ascii).\(last.ascii)@\(company.slug).example"),
        "Lead_Status": .string(
          seed.random.pick(["Not Contacted", "Attempted to Contact", "Contacted"])),
        "Lead_Source": .string(seed.random.pick(SeedWords.leadSources)),
        "Owner": Self.reference(seed.owner()),
        "Created_Time": .string(
          Timestamp.crm(seed.workTime(on: seed.today - seed.random.number(1...90)))),
      ]
    }
  }
}
