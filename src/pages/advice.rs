//! What is pointed out about answers that are not wrong.

use crate::ui::el::{El, el};
use leptos::prelude::*;
use procedure::{Advice, AdviceCode, Date, Place};

use crate::i18n::{Arg, I18n, Words, use_i18n};
use crate::ui::notice::notice;
use crate::wizard::WizardStore;

/// The element that gets the focus.
pub(super) const ID: &str = "look-again";

/// On the page of a step: look again, then go on.
pub fn advice(store: WizardStore, place: &Place) -> AnyView {
    let i18n = use_i18n();
    let advice = store.now(|session| session.shown_advice(place).to_vec());
    boxed(store, &advice, i18n)
        .id(ID)
        .attr("tabindex", "-1")
        .child(el("p").child(i18n.t("advice-go-on")))
        .into_any()
}

/// The same, for the check page.
pub(super) fn boxed(store: WizardStore, advice: &[Advice], i18n: I18n) -> El {
    let lines = advice.iter().map(|advice| {
        let label = store.now(|session| {
            let field = session.form().field(&advice.path)?;
            Some(i18n.text(&field.definition.label))
        });
        let label = label.map(|label| el("strong").child(label).child(": "));
        el("li").child(label).child(words(i18n, &advice.code))
    });
    notice("warning")
        .child(el("h2").child(i18n.t("advice-title")))
        .child(el("ul").child(lines.collect::<Vec<_>>()))
}

fn words(i18n: I18n, code: &AdviceCode) -> Words {
    match code {
        AdviceCode::Words(text) => i18n.text(text),
        AdviceCode::Email(meant) => i18n.tr("email-meant", &[("address", Arg::Text(meant))]),
        AdviceCode::Gaps(gaps) => {
            let months = gaps.iter().map(|(from, to)| {
                let (first, last) = (month(i18n, *from), month(i18n, *to));
                match first == last {
                    true => first,
                    false => format!("{first} – {last}"),
                }
            });
            let months = months.collect::<Vec<_>>().join(", ");
            i18n.tr("advice-gaps", &[("months", Arg::Text(&months))])
        }
    }
}

fn month(i18n: I18n, day: Date) -> String {
    i18n.date_parts(day.year(), Some(u8::from(day.month())), None)
}
