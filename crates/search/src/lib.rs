//! Finding a procedure among thousands, as people say it: with and without marks, half typed, with
//! slips, in everyday words and in other languages.
//!
//! Pure: no browser, no network, no clock. The app fetches an [`Index`] once and searches it on the
//! device; a portal searches with the same code, so both find the same.
//!
//! ```
//! use search::{Contents, Filter, Index, Procedure, Synonyms};
//!
//! let names = [("3.000347", "Đổi giấy phép lái xe"), ("1.004194", "Đăng ký tạm trú")];
//! let index = Index::new(Contents {
//!     procedures: names.map(|(code, name)| Procedure {
//!         code: code.into(),
//!         name: procedure::Text::new("vi", name),
//!         ..Procedure::default()
//!     }).into(),
//!     ..Contents::default()
//! });
//! let groups = r#"{"groups": [{"say": ["bằng lái"], "means": ["giấy phép lái xe"]}]}"#;
//! let synonyms = Synonyms::read(groups).expect("it is a search.json");
//! let hits = index.search("doi bang lai", &synonyms, &Filter::default());
//! assert_eq!(index.procedures()[hits[0].procedure].code, "3.000347");
//! assert_eq!(Index::read(&index.write()).expect("it is our own").contents(), index.contents());
//! ```

mod find;
mod format;
mod index;
mod letters;
mod lexicon;
mod near;
mod query;
mod rank;
mod synonyms;
pub mod table;
mod words;

pub use find::{Facets, Filter, Found, Hit};
pub use format::{FORMAT, MAX_BYTES, MAX_PROCEDURES, ReadError};
pub use index::{Contents, Index, Level, Levels, Named, Procedure, Ways};
pub use procedure::letters::composed;
pub use synonyms::Synonyms;
