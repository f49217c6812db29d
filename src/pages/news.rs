//! What a page says before its questions, because it is not as the citizen left it.

use crate::ui::el::{el, parts};
use leptos::prelude::*;
use procedure::{Changed, FieldPath};

use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::ui::notice::notice;
use crate::wizard::{News, WizardStore};

/// As it is now: what is put right on the page stays named until the next, so that nothing moves under
/// somebody's fingers.
pub fn news(store: WizardStore) -> AnyView {
    let i18n = use_i18n();
    match store.news_now() {
        None => ().into_any(),
        Some(News::NewVersion) => new_version(store, i18n),
        Some(News::Dropped(labels)) => {
            let labels: Vec<String> = labels
                .iter()
                .map(|label| format!("“{}”", i18n.text(label).text))
                .collect();
            let labels = labels.join(", ");
            let words = i18n.tr("news-dropped", &[("labels", Arg::Text(&labels))]);
            notice("info").child(el("p").child(words)).into_any()
        }
    }
}

/// Which answers have to be given again, why, and what is asked besides.
fn new_version(store: WizardStore, i18n: I18n) -> AnyView {
    let changed = store.now(|session| session.changed());
    let rest = match changed.is_nothing() {
        true => "news-version-fits",
        false => "news-version-kept",
    };
    let left_out = changed
        .has_left_out
        .then(|| el("p").child(i18n.t("news-version-left-out")));
    notice("info")
        .child(el("p").child(el("strong").child(i18n.t("news-version"))))
        .child(list(
            "news-version-again",
            again(store, i18n, &changed),
            i18n,
        ))
        .child(list("news-version-new", new(store, i18n, &changed), i18n))
        .child(el("p").child(i18n.t(rest)))
        .child(left_out)
        .into_any()
}

/// Each question, and what is wrong with its answer.
fn again(store: WizardStore, i18n: I18n, changed: &Changed) -> Vec<AnyView> {
    let line = |problem: &procedure::Problem| {
        let field = store.now(|session| session.form().field(&problem.path).cloned())?;
        Some(parts![
            el("strong").child(i18n.text(&field.definition.label)),
            ": ",
            i18n.problem(problem, &field)
        ])
    };
    changed.again.iter().filter_map(line).collect()
}

fn new(store: WizardStore, i18n: I18n, changed: &Changed) -> Vec<AnyView> {
    let label = |path: &FieldPath| {
        let field = store.now(|session| session.form().field(path).cloned())?;
        let label: Words = i18n.text(&field.definition.label);
        Some(parts![label])
    };
    changed.new.iter().filter_map(label).collect()
}

fn list(intro: &'static str, lines: Vec<AnyView>, i18n: I18n) -> Option<AnyView> {
    (!lines.is_empty()).then(|| {
        let lines: Vec<_> = lines.into_iter().map(|line| el("li").child(line)).collect();
        parts![
            el("p").child(i18n.t(intro)),
            el("ul").class("plain").child(lines)
        ]
    })
}
