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
        NotFiledReason = "not_filed_reason",
        /// Weather of the day.
        Weather = "weather",
        /// Calls: rings before it was answered.
        Rings = "rings",
        /// Calls: dealer's and own name were given.
        GreetingGiven = "greeting_given",
        /// Calls: why they call.
        CallReason = "call_reason",
        /// Calls: the colleague who took over.
        TransferredTo = "transferred_to",
        /// Calls: seconds until put through.
        TransferSeconds = "transfer_seconds",
        /// Calls: whether the colleague answered.
        Connected = "connected",
        /// Calls: what was agreed was said once more.
        SummaryAgreed = "summary_agreed",
        /// Calls: next way of contact that was offered.
        NextContactOffered = "next_contact_offered",
        /// Calls: a call back was promised.
        CallbackPromised = "callback_promised",
        /// Anything else.
        Remark = "remark",
        /// Number of the customer card on paper.
        Code = "code",
        /// Day on which the customer card was opened.
        CardDate = "card_date",
        /// The consultant who looks after the customer.
        Owner = "owner",
        /// What they want to spend.
        Budget = "budget",
        /// Birthday.
        Birthday = "birthday",
        /// Age in years, or a band of them.
        AgeBand = "age_band",
        /// Kind of the identity document.
        IdKind = "id_kind",
        /// Number of the identity document.
        IdNumber = "id_number",
        /// Address.
        Address = "address",
        /// Postcode.
        Postcode = "postcode",
        /// Where they work, or the company that buys.
        Company = "company",
        /// Its line of business.
        Industry = "industry",
        /// Its number of people.
        CompanySize = "company_size",
        /// Who lives with them.
        Family = "family",
        /// What they work.
        Occupation = "occupation",
        /// When to call them.
        BestTime = "best_time",
        /// How to reach them.
        PreferredWay = "preferred_way",
        /// What the car is for.
        MainUse = "main_use",
        /// Private person, company.
        BuyerKind = "buyer_kind",
        /// What matters to them.
        FocusPoints = "focus_points",
        /// Who decides.
        Decider = "decider",
        /// Who will drive.
        Driver = "driver",
        /// Step of the buying cycle.
        BuyingStep = "buying_step",
        /// Their priorities, in their order.
        Priorities = "priorities",
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
        /// Day on which motor insurance ends.
        InsuranceUntil = "insurance_until",
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
        use Field::{
            Colour, Competitor, Drink, Frequency, Gender, Kind, Level, Model, NotFiledReason,
            PurchaseType, PurchaseWindow, Purpose, Result, Source, Transport,
        };
        let house = matches!(
            self,
            Kind | Gender
                | Frequency
                | Level
                | Source
                | PurchaseType
                | Transport
                | Purpose
                | Drink
                | Result
        );
        house
            || matches!(
                self,
                NotFiledReason | PurchaseWindow | Model | Colour | Competitor
            )
            || self.is_yes_no()
    }

    /// Whether it is answered by yes or no.
    #[must_use]
    pub fn is_yes_no(self) -> bool {
        matches!(
            self,
            Self::TestDrive
                | Self::Wechat
                | Self::GreetingGiven
                | Self::Connected
                | Self::SummaryAgreed
                | Self::CallbackPromised
                | Self::OnSale
        )
    }

    /// Whether several columns can be meant by it, one text being made of all.
    #[must_use]
    pub fn takes_many(self) -> bool {
        matches!(self, Self::OtherPhone | Self::Talk | Self::Remark)
    }

    /// Whether a sheet of this kind can have such a column.
    #[must_use]
    pub fn fits(self, kind: SheetKind) -> bool {
        match kind {
            SheetKind::Register => self.in_register() || self.in_both(),
            SheetKind::Customers => self.in_customers() || self.in_both(),
            SheetKind::Catalogue => self.in_catalogue(),
            SheetKind::Unknown => true,
        }
    }

    fn in_catalogue(self) -> bool {
        matches!(
            self,
            Self::Brand | Self::Maker | Self::Series | Self::ModelYear | Self::Trim | Self::OnSale
        )
    }

    fn in_both(self) -> bool {
        use Field::{
            Colour, Competitor, CurrentCar, Gender, Level, Model, Name, OtherPhone, Phone,
            PurchaseType, Remark, Seq, Source, Wechat,
        };
        matches!(
            self,
            Seq | Name
                | Gender
                | Phone
                | OtherPhone
                | Model
                | Colour
                | Competitor
                | Level
                | Source
                | Wechat
                | PurchaseType
                | CurrentCar
                | Remark
        )
    }

    fn in_customers(self) -> bool {
        use Field::{
            Address, AgeBand, BestTime, Birthday, Budget, BuyerKind, BuyingStep, CardDate, Code,
            Company, CompanySize, Decider, Driver, Family, FocusPoints, IdKind, IdNumber, Industry,
            InsuranceUntil, LastContact, MainUse, NextContact, Occupation, Owner, Plate, Postcode,
            PreferredWay, Priorities, PurchaseWindow, Vin,
        };
        let person = matches!(
            self,
            Code | CardDate
                | Owner
                | Birthday
                | AgeBand
                | IdKind
                | IdNumber
                | Address
                | Postcode
                | Family
                | Occupation
        );
        let company = matches!(self, Company | Industry | CompanySize | BuyerKind);
        let need = matches!(
            self,
            Budget
                | MainUse
                | FocusPoints
                | Decider
                | Driver
                | PurchaseWindow
                | BuyingStep
                | Priorities
        );
        person
            || company
            || need
            || matches!(
                self,
                BestTime | PreferredWay | LastContact | NextContact | Plate | Vin | InsuranceUntil
            )
    }

    fn in_register(self) -> bool {
        !self.in_catalogue() && !self.in_both() && !self.in_customers()
    }

    /// What is written once over several rows of a merged cell and meant for each of them.
    pub(super) fn spreads(self) -> bool {
        use Field::{
            Arrived, Code, IdNumber, Left, Name, OtherPhone, PartySize, Phone, Plate, Remark, Seq,
            Talk, Vin,
        };
        !matches!(
            self,
            Seq | Code
                | Name
                | Phone
                | OtherPhone
                | Arrived
                | Left
                | PartySize
                | Talk
                | Remark
                | IdNumber
                | Plate
                | Vin
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_belongs_to_some_kind_of_sheet() {
        for field in Field::ALL {
            let kinds = [
                SheetKind::Register,
                SheetKind::Customers,
                SheetKind::Catalogue,
            ];
            assert!(kinds.iter().any(|kind| field.fits(*kind)), "{field:?}");
        }
        assert!(
            !Field::Budget.fits(SheetKind::Register)
                && !Field::Arrived.fits(SheetKind::Customers)
                && !Field::Name.fits(SheetKind::Catalogue)
        );
    }
}
