//! The procedures of a portal, as a search needs them.

use procedure::Text;

use crate::lexicon::Lexicon;

/// An agency or a life event.
#[derive(Clone, PartialEq, Debug)]
pub struct Named {
    /// What it is called in addresses and data; never shown.
    pub id: String,
    /// What people read.
    pub name: Text,
}

/// At which level of the state a procedure is handed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// A ministry.
    Ministry,
    /// A province or a city.
    Province,
    /// A commune or a ward.
    Commune,
    /// Another office.
    Other,
}

impl Level {
    /// All, from the top.
    pub const ALL: [Self; 4] = [Self::Ministry, Self::Province, Self::Commune, Self::Other];

    /// Its stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ministry => "ministry",
            Self::Province => "province",
            Self::Commune => "commune",
            Self::Other => "other",
        }
    }

    /// The level with this stable name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Several levels.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Levels(pub(crate) u8);

impl Levels {
    /// One more.
    pub fn insert(&mut self, level: Level) {
        self.0 |= level.bit();
    }

    /// Whether this one is among them.
    pub fn has(self, level: Level) -> bool {
        self.0 & level.bit() != 0
    }

    /// All of them, from the top.
    pub fn iter(self) -> impl Iterator<Item = Level> {
        Level::ALL.into_iter().filter(move |level| self.has(*level))
    }
}

/// How a procedure can be handed in. All false: nobody has said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Ways {
    /// Online, at the national portal or here.
    pub online: bool,
    /// By post.
    pub post: bool,
    /// At an office.
    pub in_person: bool,
}

/// A procedure in the index.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Procedure {
    /// Official code.
    pub code: String,
    /// Official name, and what it is called in other languages.
    pub name: Text,
    /// Who decides: place in [`Contents::agencies`].
    pub agency: Option<usize>,
    /// What it belongs to: place in [`Contents::fields`].
    pub field: Option<usize>,
    /// Where it is handed in.
    pub levels: Levels,
    /// How it is handed in.
    pub ways: Ways,
    /// When in life it is needed: places in [`Contents::events`].
    pub events: Vec<usize>,
    /// Whether the portal has more than its name: a form, or a page that somebody wrote.
    pub has_form: bool,
}

/// What an index holds.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Contents {
    /// Agencies, in the order in which to show them.
    pub agencies: Vec<Named>,
    /// Fields of administration, as the catalogue names them.
    pub fields: Vec<Text>,
    /// Life events, in the order in which to show them; 36 at most.
    pub events: Vec<Named>,
    /// The procedures. What is found equally well is shown in this order.
    pub procedures: Vec<Procedure>,
}

/// Most life events: each is one character in the written index.
pub(crate) const MOST_EVENTS: usize = 36;

/// Procedures that are ready to be searched.
#[derive(Clone, Debug)]
pub struct Index {
    contents: Contents,
    pub(crate) lexicon: Lexicon,
}

impl Index {
    /// Makes procedures ready to be searched. A place that is not in its table is dropped.
    pub fn new(mut contents: Contents) -> Self {
        contents.events.truncate(MOST_EVENTS);
        let (agencies, fields) = (contents.agencies.len(), contents.fields.len());
        let events = contents.events.len();
        for procedure in &mut contents.procedures {
            procedure.agency = procedure.agency.filter(|at| *at < agencies);
            procedure.field = procedure.field.filter(|at| *at < fields);
            procedure.events.retain(|at| *at < events);
        }
        let lexicon = Lexicon::new(&contents);
        Self { contents, lexicon }
    }

    /// All that it holds.
    pub fn contents(&self) -> &Contents {
        &self.contents
    }

    /// The procedures; a [`crate::Hit`] names a place here.
    pub fn procedures(&self) -> &[Procedure] {
        &self.contents.procedures
    }

    /// The procedure with this code.
    pub fn with_code(&self, code: &str) -> Option<&Procedure> {
        self.procedures().iter().find(|one| one.code == code)
    }

    /// The agency of a procedure.
    pub fn agency(&self, procedure: &Procedure) -> Option<&Named> {
        self.contents.agencies.get(procedure.agency?)
    }

    /// The field of a procedure.
    pub fn field(&self, procedure: &Procedure) -> Option<&Text> {
        self.contents.fields.get(procedure.field?)
    }
}
