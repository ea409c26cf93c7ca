//! Promises of the search, whatever the name or number.
