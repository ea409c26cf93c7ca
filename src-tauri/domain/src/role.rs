//! Who may be whom. What each role may do stands beside each verb, in `desk`.

use crate::codes;

codes! {
    /// The jobs of a showroom. One person can hold several.
    Role {
        /// 前台 / 信息员.
        Receptionist = "receptionist",
        /// 销售顾问.
        Consultant = "consultant",
        /// 电话邀约专员 / 直销员.
        Dcc = "dcc",
        /// 试驾专员.
        TestDrive = "test_drive",
        /// 销售经理.
        SalesManager = "sales_manager",
        /// 服务顾问.
        ServiceAdvisor = "service_advisor",
        /// 客服专员.
        CsClerk = "cs_clerk",
        /// 客服经理.
        CsManager = "cs_manager",
        /// 总经理.
        GeneralManager = "general_manager",
        /// 管理员.
        Admin = "admin",
    }
}
