/// The calls on records of any module.
extension CRMCall {
  static let recordRoutes = [
    CRMRoute("GET", "{module}", "modules.{module}.READ") { try $0.list($0.module()) },
    CRMRoute("POST", "{module}", "modules.{module}.CREATE") { try $0.insert($0.module()) },
    CRMRoute("PUT", "{module}", "modules.{module}.UPDATE") { try $0.update($0.module()) },
    CRMRoute("DELETE", "{module}", "modules.{module}.DELETE") { try $0.delete($0.module()) },
    CRMRoute("GET", "{module}/search", "modules.{module}.READ") { try $0.search($0.module()) },
    CRMRoute("GET", "{module}/deleted", "modules.{module}.READ") { try $0.deleted($0.module()) },
    CRMRoute("POST", "{module}/upsert", "modules.{module}.CREATE") { try $0.upsert($0.module()) },
    CRMRoute("GET", "{module}/actions/count", "modules.{module}.READ") {
      try $0.count($0.module())
    },
    CRMRoute("GET", "{module}/{id}", "modules.{module}.READ") {
      try $0.get($0.module(), $0.recordID())
    },
    CRMRoute("PUT", "{module}/{id}", "modules.{module}.UPDATE") {
      try $0.update($0.module(), only: $0.recordID())
    },
    CRMRoute("DELETE", "{module}/{id}", "modules.{module}.DELETE") {
      try $0.delete($0.module(), [$0.recordID()])
    },
    CRMRoute("GET", "{module}/{id}/{list}", "modules.{module}.READ") {
      try $0.relatedList($0.module(), $0.relatedID(), $0.parameters["list"] ?? "")
    },
  ]
}
