//! What can be bought: brand → maker → series → model year → trim.

use crate::rows;
use uuid::Uuid;

rows! {
    /// One trim of one model year.
    Trim(Uuid) in "trim", Fields {
        /// 品牌.
        brand: String,
        /// 厂商.
        maker: String,
        /// 车系.
        series: String,
        /// 年款.
        model_year: String,
        /// 车款, the trim's full name.
        name: String,
        /// Whether it is still sold new.
        on_sale: bool,
    }
}
