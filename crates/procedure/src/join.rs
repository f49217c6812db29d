//! One form that is filled in in two tabs: what both have done since they had the same, as one.

use crate::{Answer, Answers, Draft, FieldId, Known, Session, SortedMap};

/// Two drafts as one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Joined {
    /// The draft.
    pub draft: Draft,
    /// Questions that both have answered since, each otherwise: here the answer of this tab stands. The answer of the
    /// other is given with it.
    pub otherwise: Vec<(FieldId, Answer)>,
}

/// Joins what this tab has (`mine`) with what another has kept (`theirs`), from what both had (`base`). A question that
/// one of them has changed is as that one has it, a row of a list likewise while the list has as many rows in all three.
///
/// # Example
/// ```
/// use procedure::{Answer, Draft, FieldId, join};
/// let of = |answers: &[(&str, &str)]| Draft {
///     answers: answers.iter().map(|(id, text)| (FieldId::new(id), Answer::text(text))).collect(),
///     ..Draft::default()
/// };
/// let joined = join(&of(&[("a", "1")]), &of(&[("a", "2")]), &of(&[("a", "1"), ("b", "3")]));
/// assert_eq!(joined.draft.answers, of(&[("a", "2"), ("b", "3")]).answers);
/// ```
pub fn join(base: &Draft, mine: &Draft, theirs: &Draft) -> Joined {
    let mut otherwise = Vec::new();
    let answers = join_answers(
        &base.answers,
        &mine.answers,
        &theirs.answers,
        &mut otherwise,
    );
    let mut known: SortedMap<FieldId, Known> = theirs.known.clone();
    for (id, own) in mine.known.iter() {
        if base.known.get(id) != Some(own) || !known.contains_key(id) {
            known.insert(id.clone(), own.clone());
        }
    }
    // A page that either has gone on from is done; that an answer on it is wrong, the session sees.
    let confirmed = mine.confirmed.iter().chain(theirs.confirmed.iter());
    Joined {
        draft: Draft {
            version: mine.version.clone(),
            answers,
            confirmed: confirmed.cloned().collect(),
            known,
        },
        otherwise,
    }
}

fn join_answers(
    base: &Answers,
    mine: &Answers,
    theirs: &Answers,
    otherwise: &mut Vec<(FieldId, Answer)>,
) -> Answers {
    let empty = |answer: Option<&Answer>| answer.is_none_or(Answer::is_empty);
    let same = |a: Option<&Answer>, b: Option<&Answer>| a == b || (empty(a) && empty(b));
    let mut ids: Vec<&FieldId> = mine.iter().map(|(id, _)| id).collect();
    ids.extend(
        theirs
            .iter()
            .map(|(id, _)| id)
            .filter(|id| mine.get(id.as_str()).is_none()),
    );
    ids.into_iter()
        .filter_map(|id| {
            let of = |answers: &'_ Answers| answers.get(id.as_str()).cloned();
            let (was, own, other) = (of(base), of(mine), of(theirs));
            let answer = if same(own.as_ref(), was.as_ref()) {
                other
            } else if same(other.as_ref(), was.as_ref()) || same(own.as_ref(), other.as_ref()) {
                own
            } else if let Some(joined) = join_lists(was.as_ref(), own.as_ref(), other.as_ref()) {
                Some(joined)
            } else {
                otherwise.push((id.clone(), other.unwrap_or_else(|| Answer::text(""))));
                own
            };
            Some((id.clone(), answer?))
        })
        .collect()
}

/// Lists: of rows, of files, of what is chosen. What is new in the other is behind what is here; what one has taken out is
/// out. Of as many rows, each is as the one has it that has changed it.
fn join_lists(
    was: Option<&Answer>,
    own: Option<&Answer>,
    other: Option<&Answer>,
) -> Option<Answer> {
    fn both<T: Clone + PartialEq>(was: &[T], own: &[T], other: &[T]) -> Vec<T> {
        let is_out = |one: &T| was.contains(one) && !other.contains(one);
        let is_new = |one: &T| !was.contains(one) && !own.contains(one);
        let own = own.iter().filter(|one| !is_out(one));
        own.chain(other.iter().filter(|one| is_new(one)))
            .cloned()
            .collect()
    }
    match (own?, other?) {
        (Answer::Rows(own), Answer::Rows(other)) => {
            let was = match was {
                Some(Answer::Rows(rows)) => &rows[..],
                _ => &[],
            };
            let same = (was.len() == own.len() && was.len() == other.len())
                .then(|| join_rows(was, own, other))
                .flatten();
            Some(Answer::Rows(same.unwrap_or_else(|| both(was, own, other))))
        }
        (Answer::Files(own), Answer::Files(other)) => {
            let was = match was {
                Some(Answer::Files(files)) => &files[..],
                _ => &[],
            };
            Some(Answer::Files(both(was, own, other)))
        }
        (Answer::Many(own), Answer::Many(other)) => {
            let was = match was {
                Some(Answer::Many(values)) => &values[..],
                _ => &[],
            };
            Some(Answer::Many(both(was, own, other)))
        }
        _ => None,
    }
}

/// Rows that are as many, each of which only one has changed, or both at different questions.
fn join_rows(was: &[Answers], own: &[Answers], other: &[Answers]) -> Option<Vec<Answers>> {
    let mut rows = Vec::new();
    for ((was, own), other) in was.iter().zip(own).zip(other) {
        let mut otherwise = Vec::new();
        rows.push(join_answers(was, own, other, &mut otherwise));
        if !otherwise.is_empty() {
            return None;
        }
    }
    Some(rows)
}

impl Session {
    /// Goes on with what was [joined](join): questions whose answers have become others are drawn anew.
    ///
    /// Where both have answered otherwise, the other's answer is known as an answer of a portal is: it is shown, and can
    /// be taken. It has no source.
    pub fn take(&mut self, Joined { draft, otherwise }: Joined, today: time::Date) {
        let before = std::mem::replace(&mut self.answers, draft.answers);
        let is_new = |(id, _): &(&FieldId, &Answer)| before.get(id.as_str()).is_none();
        let ids = before.iter().chain(self.answers.iter().filter(is_new));
        let ids: Vec<FieldId> = ids.map(|(id, _)| id.clone()).collect();
        for id in ids {
            if before.get(id.as_str()) != self.answers.get(id.as_str()) {
                self.is_written(&id);
            }
        }
        self.confirmed = draft.confirmed;
        self.known = draft.known;
        for (id, answer) in otherwise {
            let known = Known {
                answer,
                source: SortedMap::new(),
                as_of: String::new(),
                locked: false,
                by: None,
                typed: None,
                wrong: String::new(),
            };
            if !self.known.get(&id).is_some_and(|known| known.locked) {
                self.known.insert(id, known);
            }
        }
        self.today = today;
        self.evaluate();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(answers: &[(&str, &str)]) -> Draft {
        let answer = |(id, text): &(&str, &str)| (FieldId::new(id), Answer::text(text));
        Draft {
            answers: answers.iter().map(answer).collect(),
            ..Draft::default()
        }
    }

    fn rows(names: &[&str]) -> Draft {
        let row = |name: &&str| -> Answers {
            [(FieldId::new("name"), Answer::text(name))]
                .into_iter()
                .collect()
        };
        let rows = Answer::Rows(names.iter().map(row).collect());
        Draft {
            answers: [(FieldId::new("list"), rows)].into_iter().collect(),
            ..Draft::default()
        }
    }

    #[test]
    fn a_question_is_as_the_tab_has_it_that_changed_it() {
        for (what, base, mine, theirs, wanted) in [
            ("nothing changed here", "a=1", "a=1", "a=2 b=3", "a=2 b=3"),
            ("nothing changed there", "a=1", "a=2 b=3", "a=1", "a=2 b=3"),
            (
                "different questions",
                "a=1",
                "a=1 b=2",
                "a=1 c=3",
                "a=1 b=2 c=3",
            ),
            ("the same answer", "", "a=1", "a=1", "a=1"),
            ("emptied here", "a=1 b=1", "a= b=1", "a=1 b=2", "a= b=2"),
            ("emptied there", "a=1", "a=1", "a=", "a="),
            ("not answered at all", "", "a=", "b=1", "a= b=1"),
        ] {
            let of = |text: &str| {
                let pairs = text
                    .split_whitespace()
                    .filter_map(|pair| pair.split_once('='));
                draft(&pairs.collect::<Vec<_>>())
            };
            let joined = join(&of(base), &of(mine), &of(theirs));
            assert_eq!(joined.otherwise, [], "{what}");
            let full = |draft: &Draft| {
                let mut all: Vec<_> = draft.answers.iter().collect();
                all.retain(|(_, answer)| !answer.is_empty());
                all.into_iter()
                    .map(|(id, answer)| (id.clone(), answer.clone()))
                    .collect::<Vec<_>>()
            };
            let mut got = full(&joined.draft);
            got.sort_by(|a, b| a.0.cmp(&b.0));
            assert_eq!(got, full(&of(wanted)), "{what}");
        }
    }

    #[test]
    fn where_both_changed_it_this_tabs_answer_stands_and_the_other_is_not_lost() {
        let joined = join(
            &draft(&[("a", "1")]),
            &draft(&[("a", "2")]),
            &draft(&[("a", "3")]),
        );
        assert_eq!(joined.draft.answers, draft(&[("a", "2")]).answers);
        assert_eq!(joined.otherwise, [(FieldId::new("a"), Answer::text("3"))]);
    }

    #[test]
    fn rows_are_joined_while_there_are_as_many() {
        let base = rows(&["A", "B"]);
        let joined = join(&base, &rows(&["A", "B2"]), &rows(&["A1", "B"]));
        assert_eq!(joined.draft, rows(&["A1", "B2"]));
        // One more here, another name there: what is new is all there, and nothing is lost.
        let joined = join(&base, &rows(&["A", "B", "C"]), &rows(&["A1", "B"]));
        assert_eq!(joined.draft, rows(&["B", "C", "A1"]));
        let joined = join(&base, &rows(&["A", "B", "C"]), &rows(&["B"]));
        assert_eq!(joined.draft, rows(&["B", "C"]));
        assert_eq!(joined.otherwise, []);
    }
}
