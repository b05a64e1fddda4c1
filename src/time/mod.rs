//! Partial dates: EDTF (ISO 8601-2) values, their bounds, their order, words for them.
