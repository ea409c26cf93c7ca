//! The 意向客户管理卡: who may buy, what is known of them, and everything that happened.

mod add;
mod beside;
mod card;
mod edit;
mod fields;
mod level;
mod level_sheet;
mod list;
mod merge;
mod persons;
mod phones;
mod propose;
mod reassign;
mod recognise;
mod renumber;
mod rivals;
mod source;
mod story;
mod tags;
mod timeline;

pub use add::{ADD_CUSTOMER, AddCustomer, CustomerAdded, add_customer};
pub use beside::{PersonRow, RivalRow};
pub use card::{CUSTOMER, CustomerAsk, CustomerView, LevelChange, MergedCard, PhoneRow, customer};
pub use edit::{ChangedMeanwhile, CustomerEdited, EDIT_CUSTOMER, EditCustomer, edit_customer};
pub use fields::CustomerFields;
pub use level::{SET_LEVEL, SetLevel, set_level};
pub use level_sheet::{LEVEL_SHEET, LevelSheet, LevelSheetAsk, SheetDay, SheetRow, level_sheet};
pub use list::{CUSTOMERS, CustomerOrder, CustomerRow, CustomersAsk, CustomersPage, customers};
pub use merge::{
    MERGE_CUSTOMERS, MergeCustomers, UNMERGE_CUSTOMERS, UnmergeCustomers, merge_customers,
    unmerge_customers,
};
pub use persons::{
    ADD_PERSON, AddPerson, EDIT_PERSON, EditPerson, PersonAdded, PersonFields, REMOVE_PERSON,
    RemovePerson, add_person, edit_person, remove_person,
};
pub use phones::{
    ADD_PHONE, AddPhone, IdNumber, PhoneNumber, REMOVE_PHONE, REVEAL_ID_NUMBER, REVEAL_PHONE,
    RemovePhone, RevealIdNumber, RevealPhone, add_phone, remove_phone, reveal_id_number,
    reveal_phone,
};
pub use reassign::{REASSIGN_CUSTOMER, ReassignCustomer, reassign_customer};
pub use recognise::{RECOGNISE, Recognise, Recognised, recognise};
pub use rivals::{
    ADD_RIVAL, AddRival, EDIT_RIVAL, EditRival, REMOVE_RIVAL, RemoveRival, RivalFields, add_rival,
    edit_rival, remove_rival,
};
pub use tags::{ADD_TAG, REMOVE_TAG, TagCustomer, add_tag, remove_tag};
pub use timeline::{
    FieldChange, TIMELINE, TimelineAsk, TimelineEntry, TimelineKind, TimelinePage, timeline,
};

pub(crate) use edit::workable;
pub(crate) use fields::empty_customer;
pub(crate) use list::Rows;
pub(crate) use recognise::seen;
pub(crate) use renumber::{RENUMBER, renumber};
pub(crate) use rivals::{add_rivals, note_rivals, rivals_in};
pub(crate) use story::{Teller, tells};

/// The level of whoever was not rated yet.
pub(crate) const UNRATED: &str = "N";
