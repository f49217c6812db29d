//! What a search finds: on the device, in the portal's catalogue, or at the portal while that is not
//! there.

use std::rc::Rc;

use leptos::prelude::*;
use procedure::Text;
use search::{Filter, Hit, Index, Level, Named, Synonyms};

use super::use_portal_info;
use crate::hooks::{focus_soon, use_navigator};
use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::platform::spawn;
use crate::portal::{Found, PortalError};
use crate::provided::provided;
use crate::route::Route;
use crate::ui::el::{El, Part, el, parts};
use crate::ui::live::{each, follow, live};
use crate::ui::live_region::use_announcer;
use crate::ui::notice::notice;
use crate::wizard::Wizards;

/// How many are shown before somebody asks for more.
const AT_FIRST: usize = 20;

/// What somebody looks for. It stands in the address.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Search {
    /// In words.
    pub query: String,
    /// A life event, an agency, a level: their names; nothing for all.
    pub only: [String; 3],
    /// Whether the catalogue itself is asked for.
    pub all: bool,
    /// Search on the page, so that what is found is told; what stands in an address is not.
    pub aloud: bool,
}

/// What the address calls the filters.
const ONLY: [&str; 3] = ["event", "agency", "level"];

impl Search {
    /// What the address asks for.
    pub fn read(parameter: impl Fn(&str) -> Option<String>) -> Self {
        Self {
            query: parameter("q").unwrap_or_default(),
            only: ONLY.map(|name| parameter(name).unwrap_or_default()),
            all: parameter("all").is_some(),
            aloud: false,
        }
    }

    /// The address that asks for it.
    pub fn href(&self) -> String {
        let query = self.query.trim();
        let mut href = "/".to_string();
        let all = if self.all { "1" } else { "" };
        let pairs = [("q", query), ("all", all)].into_iter();
        for (name, value) in pairs.chain(ONLY.into_iter().zip(self.only.iter().map(String::as_str)))
        {
            if !value.is_empty() {
                let sign = if href.contains('?') { '&' } else { '?' };
                href.push(sign);
                href.push_str(name);
                href.push('=');
                href.push_str(&portal_wire::endpoint::encode(value));
            }
        }
        href
    }

    /// Whether it asks for nothing.
    pub fn is_nothing(&self) -> bool {
        self.href() == "/"
    }
}

/// The catalogue on the device, and how people search in it.
struct Catalogue {
    index: Rc<Index>,
    synonyms: Synonyms,
}

/// What was found, for one question.
#[derive(Clone, Default, PartialEq)]
struct Results {
    /// The question's number: another question has another answer.
    question: u32,
    items: Vec<Item>,
    /// How many there are in all.
    total: usize,
    filters: Vec<Choice>,
}

#[derive(Clone, PartialEq)]
struct Item {
    code: String,
    name: Text,
    summary: Text,
    /// Agency, field, level.
    about: Vec<Words>,
    has_form: bool,
}

/// A filter: its place in the address, what is chosen, and what can be, with how many each has.
#[derive(Clone, PartialEq)]
struct Choice {
    which: usize,
    chosen: String,
    options: Vec<(String, Words, usize)>,
}

impl Results {
    /// What else another source has found for the same question. Somebody may be reading what is there: it stays, in
    /// its order, and the rest follows.
    fn add(&mut self, other: Self) {
        let known = |item: &Item| self.items.iter().any(|mine| mine.code == item.code);
        let more: Vec<Item> = other
            .items
            .into_iter()
            .filter(|item| !known(item))
            .collect();
        self.items.extend(more);
        self.total = other.total.max(self.items.len());
        if self.filters.is_empty() {
            self.filters = other.filters;
        }
    }
}

/// What became of a question.
#[derive(Clone, PartialEq)]
enum State {
    Waiting,
    /// It is answered: [`Results`] has what with.
    Here,
    Failed(PortalError),
}

/// What is found for what is asked, and follows it.
pub fn found(asked: RwSignal<Search>) -> AnyView {
    let (i18n, info, announcer) = (use_i18n(), use_portal_info(), use_announcer());
    let (navigator, wizards) = (use_navigator(), provided::<Wizards>());
    let portal = wizards.portal();
    let state = RwSignal::new(State::Waiting);
    let most = RwSignal::new(AT_FIRST);
    let serial = StoredValue::new(0_u32);
    let catalogue = RwSignal::new_local(None::<Rc<Catalogue>>);
    let again = RwSignal::new(0_u32);
    let has_catalogue = move || {
        info.0.with(|info| {
            let file = info.as_ref().and_then(|info| info.catalogue.as_ref());
            file.is_some_and(|file| file.format == search::FORMAT)
        })
    };
    // The portal and the device may both answer; what they agree on is said once.
    let told = StoredValue::new(None::<(Search, usize)>);
    let results = RwSignal::new(Results::default());
    let show = move |found: Results| {
        let is_more = state.with_untracked(|state| *state == State::Here)
            && results.with_untracked(|results| results.question == found.question);
        match is_more {
            true => results.update(|results| results.add(found)),
            false => results.set(found),
        }
        let total = results.with_untracked(|results| results.total);
        let asked = asked.get_untracked();
        let is_aloud = asked.aloud;
        let news = Some((asked, total));
        if is_aloud && told.with_value(|told| *told != news) {
            let n = Arg::Number(total as f64);
            announcer.say(i18n.sr("search-found", &[("n", n)]));
        }
        told.set_value(news);
        // What is drawn stays.
        if state.with_untracked(|state| *state != State::Here) {
            state.set(State::Here);
        }
    };
    // What was asked last, and its number: the catalogue may come when it is answered already.
    let question = StoredValue::new((None::<Search>, 0_u32));
    follow(move |_| {
        again.track();
        if has_catalogue() && catalogue.with_untracked(Option::is_none) {
            spawn(async move {
                if let Ok(index) = portal.desk().catalogue().await {
                    let synonyms = synonyms(i18n, &index).await;
                    let _ = catalogue.try_set(Some(Rc::new(Catalogue { index, synonyms })));
                }
            });
        }
    });
    follow(move |_| {
        again.track();
        let asked = asked.get();
        let is_new = question.with_value(|(last, _)| last.as_ref() != Some(&asked));
        if is_new {
            most.set(AT_FIRST);
            question.update_value(|(last, n)| {
                *last = Some(asked.clone());
                *n += 1;
            });
        }
        let number = question.with_value(|(_, n)| *n);
        serial.update_value(|serial| *serial += 1);
        if let Some(catalogue) = catalogue.get() {
            return show(Results {
                question: number,
                ..search_here(i18n, &catalogue, &asked)
            });
        }
        let mine = serial.get_value();
        spawn(async move {
            let answer = portal.get().search(&asked.query, &i18n.tags()).await;
            // Something else has been asked, or the catalogue has come.
            if serial.try_get_value() != Some(mine) {
                return;
            }
            match answer {
                Ok(found) => show(Results {
                    question: number,
                    ..search_there(i18n, found)
                }),
                Err(error) => state.set(State::Failed(error)),
            }
        });
    });
    let choose = move |which: usize, value: String| {
        asked.update(|asked| {
            asked.only[which] = value;
            asked.aloud = true;
        });
        navigator.replace_with(&asked.with_untracked(Search::href));
    };
    live(move || match state.get() {
        State::Waiting => el("p").child(i18n.t("waiting")).into_any(),
        State::Failed(error) => notice("error")
            .child(el("p").child(i18n.t(&format!("trouble-{}", error.name()))))
            .child(
                el("button")
                    .attr("type", "button")
                    .class("secondary")
                    .on_press(move |_| again.update(|again| *again += 1))
                    .child(i18n.t("try-again")),
            )
            .into_any(),
        State::Here => here(i18n, results, most, choose),
    })
}

/// What was found. Each line is made once and stays as long as its question: somebody may be on it.
fn here(
    i18n: I18n,
    results: RwSignal<Results>,
    most: RwSignal<usize>,
    choose: impl Fn(usize, String) + Copy + Send + Sync + 'static,
) -> AnyView {
    let total = Memo::new(move |_| results.with(|results| results.total));
    let count = move || {
        let total = total.get();
        let key = match total {
            0 => "search-nothing",
            _ => "search-found",
        };
        i18n.tr(key, &[("n", Arg::Number(total as f64))])
    };
    let filters = Memo::new(move |_| results.with(|results| results.filters.clone()));
    let filters = move || {
        let filters = filters.get();
        let is_filtered = filters.iter().any(|filter| !filter.chosen.is_empty());
        let filters = filters.into_iter();
        let filters: Vec<El> = filters.map(|filter| select(i18n, filter, choose)).collect();
        (!filters.is_empty()).then(|| {
            el("details")
                .attr("open", is_filtered)
                .child(el("summary").child(i18n.t("search-filters")))
                .child(filters)
        })
    };
    let shown = move || {
        results.with(|results| {
            let number = results.question;
            let items = results.items.iter().take(most.get()).cloned();
            let numbered = items.enumerate().map(|(n, item)| (number, n, item));
            numbered.collect::<Vec<_>>()
        })
    };
    let rest = Memo::new(move |_| results.with(|results| results.total.min(results.items.len())));
    let more = move || {
        let next = most.get();
        (next < rest.get()).then(|| {
            el("button")
                .attr("type", "button")
                .class("secondary")
                .on_press(move |_| {
                    most.set(next + AT_FIRST);
                    focus_soon(format!("found-{next}"));
                })
                .child(i18n.t("search-more"))
        })
    };
    let is_any = Memo::new(move |_| total.get() > 0);
    let list = move || {
        is_any.get().then(|| {
            let key = |(question, _, item): &(u32, usize, Item)| (*question, item.code.clone());
            let line = move |(_, n, item)| line(i18n, n, item).into_any();
            el("ol").class("results").child(each(shown, key, line))
        })
    };
    parts![
        el("p").class("found").child(live(count)),
        live(filters),
        live(list),
        live(more)
    ]
}

fn line(i18n: I18n, n: usize, item: Item) -> El {
    let href = Route::Procedure(item.code.clone()).href();
    let about = item
        .about
        .into_iter()
        .flat_map(|words| [words.part(), " · ".part()]);
    let form = item
        .has_form
        .then(|| el("p").class("here").child(i18n.t("search-form")));
    let summary = (!item.summary.is_empty()).then(|| el("p").child(i18n.text(&item.summary)));
    el("li")
        .child(
            el("a")
                .id(format!("found-{n}"))
                .attr("href", href)
                .child(i18n.name(&item.code, &item.name)),
        )
        .child(form)
        .child(summary)
        .child(
            el("p")
                .class("meta")
                .child(about.collect::<Vec<_>>())
                .child(item.code),
        )
}

fn select(i18n: I18n, filter: Choice, choose: impl Fn(usize, String) + 'static) -> El {
    let name = ONLY[filter.which];
    let all = option("", i18n.t("search-all"), filter.chosen.is_empty());
    let options = filter.options.into_iter().map(|(value, words, n)| {
        let is_chosen = value == filter.chosen;
        let text = format!("{} ({n})", words.text);
        option(&value, Words { text, ..words }, is_chosen)
    });
    let options: Vec<El> = std::iter::once(all).chain(options).collect();
    let which = filter.which;
    el("div")
        .class("field")
        .child(
            el("label")
                .attr("for", format!("only-{name}"))
                .child(i18n.t(&format!("search-only-{name}"))),
        )
        .child(
            el("select")
                .class("input")
                .id(format!("only-{name}"))
                .on_typed(move |value| {
                    choose(which, value);
                    focus_soon(format!("only-{name}"));
                })
                .child(options),
        )
}

fn option(value: &str, words: Words, is_chosen: bool) -> El {
    el("option")
        .attr("value", value.to_string())
        .attr("lang", words.lang)
        .attr("selected", is_chosen)
        .child(words.text)
}

/// What people type and what it means, in the languages behind the one that is shown, and English; and
/// the names that a folder has for procedures.
async fn synonyms(i18n: I18n, index: &Index) -> Synonyms {
    let mut all = Synonyms::default();
    for text in i18n.search_words().await {
        if let Some(more) = Synonyms::read(&text) {
            all.extend(more);
        }
    }
    let named = i18n
        .now()
        .map(|locale| locale.procedures)
        .unwrap_or_default();
    for (code, name) in named {
        if let (Some(procedure), Some(name)) = (index.with_code(&code), name) {
            all.name(&name, procedure.name.pick(&["vi"]).text);
        }
    }
    all
}

fn search_here(i18n: I18n, catalogue: &Catalogue, asked: &Search) -> Results {
    let index = &catalogue.index;
    let contents = index.contents();
    let [event, agency, level] = &asked.only;
    let place = |of: &[Named], id: &str| of.iter().position(|named| named.id == *id);
    let filter = Filter {
        event: place(&contents.events, event),
        agency: place(&contents.agencies, agency),
        level: Level::named(level),
    };
    let found = index.find(&asked.query, &catalogue.synonyms, &filter);
    let item = |hit: &Hit| {
        let procedure = &index.procedures()[hit.procedure];
        let agency = index
            .agency(procedure)
            .map(|agency| i18n.text(&agency.name));
        let levels = procedure
            .levels
            .iter()
            .map(|level| i18n.t(&level_key(level)));
        Item {
            code: procedure.code.clone(),
            name: procedure.name.clone(),
            summary: Text::default(),
            about: agency.into_iter().chain(levels).collect(),
            has_form: procedure.has_form,
        }
    };
    let named = |named: &[Named], counts: &[usize]| {
        let options = named.iter().zip(counts).filter(|(_, n)| **n > 0);
        let option = |(named, n): (&Named, &usize)| (named.id.clone(), i18n.text(&named.name), *n);
        options.map(option).collect::<Vec<_>>()
    };
    let levels = Level::ALL
        .into_iter()
        .zip(found.facets.levels)
        .filter(|(_, n)| *n > 0);
    let levels = levels.map(|(level, n)| (level.name().to_string(), i18n.t(&level_key(level)), n));
    let options = [
        named(&contents.events, &found.facets.events),
        named(&contents.agencies, &found.facets.agencies),
        levels.collect(),
    ];
    let filters = options
        .into_iter()
        .enumerate()
        .map(|(which, options)| Choice {
            which,
            chosen: asked.only[which].clone(),
            options,
        });
    Results {
        question: 0,
        total: found.hits.len(),
        items: found.hits.iter().map(item).collect(),
        filters: filters
            .filter(|filter| !filter.options.is_empty())
            .collect(),
    }
}

fn level_key(level: Level) -> String {
    format!("search-level-{}", level.name())
}

fn search_there(i18n: I18n, found: (Vec<Found>, usize)) -> Results {
    let (found, total) = found;
    let item = |found: Found| Item {
        about: vec![i18n.text(&found.agency)],
        code: found.code,
        name: found.name,
        summary: found.summary,
        has_form: found.has_form,
    };
    Results {
        question: 0,
        items: found.into_iter().map(item).collect(),
        total,
        filters: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stands_in_the_address() {
        for (query, only, all, href) in [
            ("", ["", "", ""], false, "/"),
            (
                " đổi gplx ",
                ["", "", ""],
                false,
                "/?q=%C4%91%E1%BB%95i%20gplx",
            ),
            (
                "a&b",
                ["birth", "", "commune"],
                false,
                "/?q=a%26b&event=birth&level=commune",
            ),
            ("", ["", "", ""], true, "/?all=1"),
        ] {
            let asked = Search {
                query: query.into(),
                only: only.map(String::from),
                all,
                aloud: false,
            };
            assert_eq!(asked.href(), href);
            assert_eq!(asked.is_nothing(), href == "/");
            let line = href.split_once('?').map_or("", |(_, line)| line);
            let read = Search::read(|name| crate::route::query(line, name));
            assert_eq!(read.href(), href);
        }
    }
}
