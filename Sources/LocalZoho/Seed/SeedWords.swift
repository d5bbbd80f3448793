/// What deals, activities and notes are about.
enum SeedWords {
  static let newBusiness = [
    "rollout", "pilot", "licences", "phase 2", "onboarding", "site survey", "integration",
    "migration", "training", "audit", "workshop", "data import", "warehouse refit",
    "field tablets", "help desk", "mobile app", "reporting", "second site", "🚀 launch",
    "初期導入", "مشروع تجريبي", "пилот", "déploiement", "Einführung", "शुरुआत",
  ]

  static let renewals = [
    "renewal", "support contract", "maintenance", "licence renewal", "hosting", "service plan",
    "更新契約", "تجديد العقد", "Vertragsverlängerung", "renouvellement", "♻️ renewal",
  ]

  static let nextSteps = [
    "Call back about the quote", "Send references", "Demo for the whole team", "Wait for budget",
    "Agree the start date", "Contract to legal", "Meet the new buyer", "見積もりを送る",
    "متابعة بالهاتف", "Visit the site 🏭",
  ]

  static let tasks = [
    "Send the proposal", "Prepare the quote", "Check references", "Follow up on the contract",
    "Ask for the purchase order", "Update the forecast", "見積書を確認", "مراجعة العرض",
    "Confirm delivery dates", "Send case study 📄",
  ]

  static let calls = [
    "Call about the budget", "Check in", "Discuss terms", "Questions on pricing",
    "Introduction call", "Call back after holidays", "電話で確認",
  ]

  static let meetings = [
    "Demo", "Kick-off", "Contract review", "Site visit", "Lunch with the buyer",
    "Quarterly review", "اجتماع المتابعة", "Product tour 🎥",
  ]

  static let notes = [
    ("Budget", "They have until the end of the quarter, and the board wants three quotes."),
    ("Split invoice", "Can we split the invoice over two months? Finance would prefer it."),
    ("Competition", "Two others are quoting. Price matters less than the delivery date."),
    ("Decision", "The operations lead decides; finance only signs."),
    ("会議メモ", "先方は来月の稼働開始を希望。見積もりに研修費用を含めること。"),
    ("ملاحظة", "يفضلون التواصل بالبريد الإلكتروني، والعقد بالعربية والإنجليزية."),
    ("Contact", "Prefers mail to calls. Away on Fridays. 🏖️"),
    (
      "Scope",
      "Only the first site for now:\n- 12 users\n- import of the old data\n- one day of training"
    ),
    ("Référence", "Ils ont déjà travaillé avec nous à Besançon; très satisfaits."),
    ("Terms", "Net 30 was fine last time. Asked about a discount of 5 % for prepayment."),
  ]

  static let lossReasons = [
    "Price", "Competition", "Lack of response", "Future Interest", "Expectation Mismatch",
  ]

  static let leadSources = [
    "Advertisement", "Cold Call", "Employee Referral", "External Referral", "Partner",
    "Trade Show", "Web Download", "Web Research", "Chat",
  ]

  static let industries = [
    "Manufacturing", "Retail", "Financial Services", "Education", "Consulting", "Technology",
    "Communications", "Services", "Real Estate", "Medical",
  ]
}
