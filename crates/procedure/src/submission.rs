//! What is sent: language-neutral answers of the questions that are asked, and only of those.

use serde_json::{Map, Value as Json};
use time::Date;

use crate::form::{Field, Form, Uploads};
use crate::{
    Answer, Answers, FieldId, FieldPath, FileAnswer, Lists, Part, Problem, ProblemCode, Session,
    field,
};

/// A complete and checked set of answers. It can only come from [`Session::submission`].
#[derive(Clone, PartialEq, Debug)]
pub struct Submission {
    procedure: String,
    version: String,
    answers: Json,
    fees: Vec<(usize, u64)>,
    time: Option<usize>,
    components: Vec<usize>,
}

impl Submission {
    /// The fees that were due: which of the definition's, and how many times.
    pub fn fees(&self) -> &[(usize, u64)] {
        &self.fees
    }

    /// Which of the definition's times applied.
    pub fn time(&self) -> Option<usize> {
        self.time
    }

    /// Which of the definition's components are set going.
    pub fn components(&self) -> &[usize] {
        &self.components
    }

    /// The procedure's code.
    pub fn procedure(&self) -> &str {
        &self.procedure
    }

    /// The version of the definition that was answered.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The answers, by field name.
    pub fn answers(&self) -> &Json {
        &self.answers
    }
}

impl Session {
    /// What to send.
    ///
    /// # Errors
    /// Everything that is still wrong on the path, files that are not at the portal included.
    pub fn submission(&self) -> Result<Submission, Vec<Problem>> {
        if !self.is_checked() {
            let mut checked = self.clone();
            checked.check(self.today);
            return checked.submission();
        }
        let problems = self.all_problems(Uploads::MustBeThere);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Submission {
            procedure: self.form.definition.code.clone(),
            version: self.form.definition.version.clone(),
            answers: self.sent(),
            fees: self.form.fees_at(&self.seen, self.today),
            time: self.form.time_at(&self.seen, self.today),
            components: self.form.components_at(&self.seen, self.today),
        })
    }

    fn sent(&self) -> Json {
        let mut out = Map::new();
        for field in self
            .form
            .fields()
            .filter(|field| self.seen.visible.contains(field.id()))
        {
            let json = match self.seen.rows.get(field.id()) {
                Some(states) if field.is_repeat() => {
                    let rows = self.answers.rows(field.id()).iter().zip(states);
                    let rows: Vec<Json> = rows
                        .map(|(answers, state)| sent_row(field, answers, &state.visible))
                        .collect();
                    (!rows.is_empty()).then_some(Json::from(rows))
                }
                _ => self
                    .answers
                    .get(field.id().as_str())
                    .and_then(|a| field::sent(field, a)),
            };
            if let Some(json) = json {
                out.insert(field.id().to_string(), json);
            }
        }
        Json::Object(out)
    }
}

fn sent_row(repeat: &Field, answers: &Answers, visible: &crate::SortedSet<FieldId>) -> Json {
    let mut row = Map::new();
    for inner in repeat
        .rows
        .iter()
        .filter(|inner| visible.contains(inner.id()))
    {
        let answer = answers.get(inner.id().as_str());
        if let Some(json) = answer.and_then(|answer| field::sent(inner, answer)) {
            row.insert(inner.id().to_string(), json);
        }
    }
    Json::Object(row)
}

impl Form {
    /// Checks what was sent with the rules of the form: the portal's half of the same rules.
    /// `files` tells what the portal really has under an upload's name; `today` is the civil date
    /// at the portal's seat.
    ///
    /// # Errors
    /// Every problem, questions that are not asked included.
    pub fn accept(
        self: &std::sync::Arc<Self>,
        sent: &Json,
        lists: &Lists,
        files: &dyn Fn(&str) -> Option<FileAnswer>,
        today: Date,
    ) -> Result<Submission, Vec<Problem>> {
        let mut problems = Vec::new();
        let answers = self.read(sent, files, &mut problems);
        let draft = crate::Draft {
            answers,
            ..crate::Draft::default()
        };
        let mut session = Session::resume(self.clone(), draft, today);
        session.lists = lists.clone();
        for (name, json) in sent.as_object().into_iter().flatten() {
            let mut not_asked = Vec::new();
            if !session.seen.visible.contains(name.as_str()) {
                not_asked.push(FieldPath::top(name));
            }
            let states = session.seen.rows.get(name.as_str()).into_iter().flatten();
            let rows = json.as_array().into_iter().flatten();
            for (row, (state, json)) in states.zip(rows).enumerate() {
                for (inner, _) in json.as_object().into_iter().flatten() {
                    if !state.visible.contains(inner.as_str()) {
                        not_asked.push(FieldPath::in_row(name, row, inner));
                    }
                }
            }
            for path in not_asked {
                if !problems.iter().any(|problem| problem.path == path) {
                    problems.push(Problem {
                        path,
                        part: None,
                        code: ProblemCode::NotAsked,
                    });
                }
            }
        }
        match session.submission() {
            Ok(submission) if problems.is_empty() => Ok(submission),
            Ok(_) => Err(problems),
            Err(more) => {
                // A question whose value could not be read is not also missing.
                let more = more
                    .into_iter()
                    .filter(|m| !problems.iter().any(|p| p.path == m.path));
                let more: Vec<Problem> = more.collect();
                problems.extend(more);
                Err(problems)
            }
        }
    }

    pub(crate) fn read(
        &self,
        sent: &Json,
        files: &dyn Fn(&str) -> Option<FileAnswer>,
        problems: &mut Vec<Problem>,
    ) -> Answers {
        let Some(map) = sent.as_object() else {
            return Answers::default();
        };
        let mut read = Vec::new();
        for (name, json) in map {
            let path = FieldPath::top(name);
            let Some(field) = self.field(&path).filter(|field| field.is_question()) else {
                problems.push(Problem {
                    path,
                    part: None,
                    code: ProblemCode::NotAsked,
                });
                continue;
            };
            let answer = match (field.is_repeat(), json.as_array()) {
                (true, Some(rows)) if rows.iter().all(Json::is_object) => {
                    Some(self.read_rows(field, rows, files, problems))
                }
                (true, _) => None,
                (false, _) => field::from_sent(field, json, files),
            };
            match answer {
                Some(answer) => read.push((field.id().clone(), answer)),
                None => problems.push(Problem {
                    path,
                    part: None,
                    code: ProblemCode::NotAnOption,
                }),
            }
        }
        read.into_iter().collect()
    }

    fn read_rows(
        &self,
        repeat: &Field,
        rows: &[Json],
        files: &dyn Fn(&str) -> Option<FileAnswer>,
        problems: &mut Vec<Problem>,
    ) -> Answer {
        let rows = rows.iter().enumerate().map(|(n, row)| {
            let mut read = Vec::new();
            for (name, json) in row.as_object().into_iter().flatten() {
                let path = FieldPath::in_row(repeat.id().as_str(), n, name);
                let inner = repeat.rows.iter().find(|inner| inner.id().as_str() == name);
                match inner.map(|inner| (inner, field::from_sent(inner, json, files))) {
                    Some((inner, Some(answer))) => read.push((inner.id().clone(), answer)),
                    Some((_, None)) => {
                        problems.push(Problem {
                            path,
                            part: None,
                            code: ProblemCode::NotAnOption,
                        });
                    }
                    None => problems.push(Problem {
                        path,
                        part: None,
                        code: ProblemCode::NotAsked,
                    }),
                }
            }
            read.into_iter().collect::<Answers>()
        });
        Answer::Rows(rows.collect())
    }
}

impl Problem {
    /// Where the problem stands in a submission (RFC 6901).
    pub fn pointer(&self) -> String {
        match self.part {
            None => self.path.pointer(),
            Some(part) => format!("{}/{}", self.path.pointer(), part.key()),
        }
    }

    /// A problem that the portal reports at a JSON Pointer in the submission.
    pub fn from_portal(pointer: &str, words: &str) -> Option<Self> {
        let (path, rest) = FieldPath::from_pointer(pointer)?;
        let part = rest.and_then(Part::from_key);
        Some(Self {
            path,
            part,
            code: ProblemCode::Portal(words.to_string()),
        })
    }
}
