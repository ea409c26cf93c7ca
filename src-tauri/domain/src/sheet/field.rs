//! What a column of a sheet can mean, and what kinds of sheets there are.

use crate::codes;

codes! {
    /// What a sheet is a list of.
    SheetKind {
        /// 来店(电)登记表: one row per visit or call, each with its day.
        Register = "register",
        /// One row per customer.
        Customers = "customers",
        /// One row per trim.
        Catalogue = "catalogue",
        /// None of them for certain: a person has to say.
        Unknown = "unknown",
    }
}

codes! {
    /// What a column means. The same field can stand in several kinds of sheets.
    Field {
        /// Number in the list.
        Seq = "seq",
        /// Day of the visit or call.
        Date = "date",
        /// Year, where it has a column of its own.
        Year = "year",
        /// Month, where it has a column of its own.
        Month = "month",
        /// Day of the month, where it has a column of its own.
        DayOfMonth = "day_of_month",
        /// Walk-in, call, event.
        Kind = "kind",
        /// Who received them.
        Consultant = "consultant",
        /// Name of the customer.
        Name = "name",
        /// Gender.
        Gender = "gender",
        /// First time, again, invited.
        Frequency = "frequency",
        /// Telephone, the key of a customer.
        Phone = "phone",
        /// A further telephone.
        OtherPhone = "other_phone",
        /// Time of arrival, or of the call.
        Arrived = "arrived",
        /// Time of departure.
        Left = "left",
        /// Persons in the party.
        PartySize = "party_size",
        /// How they came here.
        Transport = "transport",
        /// What they came for.
        Purpose = "purpose",
        /// Model of interest.
        Model = "model",
        /// Colour of interest.
        Colour = "colour",
        /// What else they look at.
        Competitor = "competitor",
        /// Level of the prospect.
        Level = "level",
        /// Where they heard of the house.
        Source = "source",
        /// WeChat: whether added, or the account.
        Wechat = "wechat",
        /// Whether they drove.
        TestDrive = "test_drive",
        /// Price that was quoted.
        QuotedPrice = "quoted_price",
        /// First car, replacement, additional.
        PurchaseType = "purchase_type",
        /// What they drive now.
        CurrentCar = "current_car",
        /// Where they live, roughly.
        Area = "area",
        /// What was said.
        Talk = "talk",
        /// What they drank.
        Drink = "drink",
        /// Filed or not.
        Result = "result",
        /// Why not filed, or why lost.
        NoFileReason = "no_file_reason",
        /// Anything else.
        Remark = "remark",
        /// Day on which the customer card was opened.
        CardDate = "card_date",
        /// The consultant who looks after the customer.
        Owner = "owner",
        /// What they want to spend.
        Budget = "budget",
        /// Birthday.
        Birthday = "birthday",
        /// Number of the identity document.
        IdNumber = "id_number",
        /// Address.
        Address = "address",
        /// Where they work.
        Company = "company",
        /// What they work.
        Occupation = "occupation",
        /// When they mean to buy.
        PurchaseWindow = "purchase_window",
        /// Day of the last contact.
        LastContact = "last_contact",
        /// Day of the next contact.
        NextContact = "next_contact",
        /// Number plate.
        Plate = "plate",
        /// Vehicle identification number.
        Vin = "vin",
        /// Brand of the catalogue.
        Brand = "brand",
        /// Maker of the catalogue.
        Maker = "maker",
        /// Series of the catalogue.
        Series = "series",
        /// Model year of the catalogue.
        ModelYear = "model_year",
        /// Trim of the catalogue.
        Trim = "trim",
        /// Whether it is sold new.
        OnSale = "on_sale",
    }
}

impl Field {
    /// Whether one choice can be spread over several columns that are ticked: 来店 | 来电, 男 | 女, H | A | B | C.
    #[must_use]
    pub fn is_choice(self) -> bool {
        matches!(
            self,
            Self::Kind | Self::Gender | Self::Frequency | Self::Level | Self::Source | Self::PurchaseType | Self::Transport | Self::Purpose | Self::Drink | Self::Result
        )
    }

    /// Whether a sheet of this kind can have such a column.
    #[must_use]
    pub fn fits(self, kind: SheetKind) -> bool {
        let catalogue = matches!(self, Self::Brand | Self::Maker | Self::Series | Self::ModelYear | Self::Trim | Self::OnSale);
        let both = matches!(
            self,
            Self::Seq | Self::Name | Self::Gender | Self::Phone | Self::OtherPhone | Self::Model | Self::Colour | Self::Competitor | Self::Level
                | Self::Source | Self::Wechat | Self::PurchaseType | Self::CurrentCar | Self::Remark
        );
        let customers = matches!(
            self,
            Self::CardDate | Self::Owner | Self::Budget | Self::Birthday | Self::IdNumber | Self::Address | Self::Company | Self::Occupation
                | Self::PurchaseWindow | Self::LastContact | Self::NextContact | Self::Plate | Self::Vin
        );
        match kind {
            SheetKind::Register => !catalogue && !customers,
            SheetKind::Customers => both || customers,
            SheetKind::Catalogue => catalogue,
            SheetKind::Unknown => !catalogue,
        }
    }

    /// What is written once over several rows of a merged cell and meant for each of them.
    pub(super) fn spreads(self) -> bool {
        !matches!(
            self,
            Self::Seq | Self::Name | Self::Phone | Self::OtherPhone | Self::Arrived | Self::Left | Self::PartySize | Self::Talk | Self::Remark
                | Self::IdNumber | Self::Plate | Self::Vin
        )
    }
}
