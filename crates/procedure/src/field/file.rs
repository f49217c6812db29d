//! Files. Their bytes are checked when they are chosen; what was found is checked here, on the
//! device and again at the portal.

use serde_json::Value as Json;

use super::Found;
use crate::definition::FileKind;
use crate::file::{FileFault, FileType};
use crate::form::Uploads;
use crate::problem::FileProblem;
use crate::{Answer, FileAnswer, Part, ProblemCode, Value, json_object};

pub(super) fn value(files: &[FileAnswer]) -> Value {
    Value::List(
        files
            .iter()
            .map(|file| Value::Text(file.name.clone()))
            .collect(),
    )
}

pub(super) fn check(kind: &FileKind, files: &[FileAnswer], uploads: Uploads) -> Found {
    let mut found: Found = files
        .iter()
        .enumerate()
        .filter_map(|(n, file)| {
            let problem = refuse(kind, file).or_else(|| {
                (uploads == Uploads::MustBeThere && file.upload.is_none())
                    .then_some(FileProblem::NotUploaded)
            })?;
            Some((Some(Part::File(n)), ProblemCode::File(problem)))
        })
        .collect();
    if files.len() > kind.max_files {
        let problem = FileProblem::TooMany {
            max: kind.max_files,
        };
        found.push((None, ProblemCode::File(problem)));
    }
    found
}

/// Why a file cannot be taken, or `None`.
pub(crate) fn refuse(kind: &FileKind, file: &FileAnswer) -> Option<FileProblem> {
    let accepted = file
        .kind
        .filter(|kind_found| kind.accept.contains(kind_found));
    match file.fault {
        Some(FileFault::Unreadable) => return Some(FileProblem::Unreadable),
        Some(fault) => {
            if let Some(kind) = fault.label() {
                return Some(FileProblem::OtherPicture { kind });
            }
        }
        None => {}
    }
    match (file.bytes, accepted) {
        (0, _) => Some(FileProblem::Empty),
        (_, None) => Some(FileProblem::WrongType {
            accept: kind.accept.clone(),
        }),
        (bytes, _) if bytes > kind.max_bytes => Some(FileProblem::TooLarge {
            max: kind.max_bytes,
        }),
        _ if file.fault == Some(FileFault::CutOff) => Some(FileProblem::CutOff),
        (_, Some(FileType::Pdf)) if file.locked => Some(FileProblem::Locked),
        (_, Some(found)) if found.is_image() => too_few_pixels(kind, file.pixels),
        _ => None,
    }
}

/// A picture may lie on its side: the longer side is compared with the longer.
fn too_few_pixels(kind: &FileKind, pixels: Option<(u32, u32)>) -> Option<FileProblem> {
    let (width, height) = kind.min_pixels?;
    let (have_width, have_height) = pixels.unwrap_or_default();
    let fits = have_width.min(have_height) >= width.min(height)
        && have_width.max(have_height) >= width.max(height);
    (!fits).then_some(FileProblem::TooFewPixels { width, height })
}

pub(super) fn sent(files: &[FileAnswer]) -> Json {
    let file = |file: &FileAnswer| {
        json_object(vec![
            (
                "upload",
                file.upload.as_deref().map_or(Json::Null, Json::from),
            ),
            ("name", Json::from(file.name.as_str())),
            ("bytes", Json::from(file.bytes)),
        ])
    };
    Json::Array(files.iter().map(file).collect())
}

/// What was sent only names the uploads; size and type are what the portal really has.
pub(super) fn from_sent(
    kind: &FileKind,
    json: &Json,
    files: &dyn Fn(&str) -> Option<FileAnswer>,
) -> Option<Answer> {
    let answers: Option<Vec<FileAnswer>> = json
        .as_array()?
        .iter()
        .map(|item| {
            let upload = item.get("upload")?.as_str()?;
            let name = item.get("name").and_then(Json::as_str).unwrap_or_default();
            // Nothing is known of it but that it is not there, and only that is said.
            let missing = FileAnswer {
                id: upload.to_string(),
                name: name.to_string(),
                bytes: 1,
                kind: kind.accept.first().copied(),
                pixels: kind.min_pixels,
                locked: false,
                fault: None,
                upload: None,
            };
            Some(files(upload).unwrap_or(missing))
        })
        .collect();
    answers.map(Answer::Files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo() -> FileAnswer {
        FileAnswer {
            id: "1".into(),
            name: "ảnh.jpg".into(),
            bytes: 1_000,
            kind: Some(FileType::Jpeg),
            pixels: Some((800, 600)),
            locked: false,
            fault: None,
            upload: Some("u1".into()),
        }
    }

    // [80]
    #[test]
    fn every_cause_has_its_own_problem() {
        let kind = FileKind {
            accept: vec![FileType::Jpeg, FileType::Pdf],
            max_bytes: 2_000,
            max_files: 1,
            min_pixels: Some((600, 800)),
            document: None,
        };
        let wrong_type = FileProblem::WrongType {
            accept: kind.accept.clone(),
        };
        for (file, problem) in [
            (photo(), None),
            (
                FileAnswer {
                    bytes: 0,
                    ..photo()
                },
                Some(FileProblem::Empty),
            ),
            (
                FileAnswer {
                    bytes: 2_001,
                    ..photo()
                },
                Some(FileProblem::TooLarge { max: 2_000 }),
            ),
            (
                FileAnswer {
                    kind: Some(FileType::Png),
                    ..photo()
                },
                Some(wrong_type.clone()),
            ),
            (
                FileAnswer {
                    kind: None,
                    ..photo()
                },
                Some(wrong_type),
            ),
            (
                FileAnswer {
                    pixels: Some((799, 600)),
                    ..photo()
                },
                Some(FileProblem::TooFewPixels {
                    width: 600,
                    height: 800,
                }),
            ),
            (
                FileAnswer {
                    kind: Some(FileType::Pdf),
                    pixels: None,
                    locked: true,
                    ..photo()
                },
                Some(FileProblem::Locked),
            ),
        ] {
            assert_eq!(refuse(&kind, &file), problem, "{file:?}");
        }
        let waiting = FileAnswer {
            upload: None,
            ..photo()
        };
        assert_eq!(
            check(
                &kind,
                std::slice::from_ref(&waiting),
                Uploads::MayBeUnderWay
            ),
            []
        );
        assert_eq!(
            check(&kind, &[waiting], Uploads::MustBeThere),
            [(
                Some(Part::File(0)),
                ProblemCode::File(FileProblem::NotUploaded)
            )]
        );
        assert_eq!(
            check(&kind, &[photo(), photo()], Uploads::MustBeThere),
            [(None, ProblemCode::File(FileProblem::TooMany { max: 1 }))]
        );
    }
}
