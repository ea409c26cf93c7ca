//! Which columns mean what, in forms of many dealers.

mod corrected;
mod days;
mod groups;
mod registers;
