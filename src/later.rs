//! Code that nobody needs before the first question can be answered, in a file of its own: every
//! 50 KB before it are a second of somebody's time on a slow network (docs/adr/0008-later.md).
//!
//! The build cuts the app here: what is only reached through `draw` and `work` goes into the
//! second file. The app asks for it when the first question is there, or when a page needs it. A
//! development build is not cut.

use std::cell::RefCell;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use futures_util::future::join;
use leptos::prelude::*;
use procedure::field::Field;
use procedure::{FieldPath, FieldView, Layout, Mistake, Place, Problem};

use crate::fields::{Heading, Side};
use crate::hooks::Navigator;
use crate::i18n::{I18n, use_i18n};
use crate::platform::storage::NotRead;
use crate::platform::{clock, history, http, ruler, spawn};
use crate::portal::PortalError;
use crate::ui::el::nothing;
use crate::ui::live::live;
use crate::wizard::draft::{self, Kept};
use crate::wizard::{ReadDraft, WizardStore, Wizards};
use crate::{fields, pages};

/// A page of the second file.
pub enum Page {
    /// Where a dossier stands.
    Dossier(String),
    /// What an officer asks to be put right in a dossier.
    Supplement(String),
    /// Who has signed in, and what they have sent.
    Account,
    /// Drafts and sent dossiers on the home page.
    Kept,
    /// What a search finds.
    Found(RwSignal<pages::Search>),
    /// A definition with mistakes: the procedure's code, and what is wrong.
    Mistaken(String, Vec<Mistake>),
    /// What was sent cannot be sent again: the procedure's code and the dossier's.
    AlreadySent(String, String),
    /// Text size, contrast, spacing, layout.
    Preferences,
    /// The same under the bar; it can be closed.
    Display(Callback<()>),
    /// Reading aloud, under the bar; it can be closed.
    ReadAloud(Callback<()>),
    /// All languages, under the bar; it says where one could not be loaded, and can be closed.
    Languages(Callback<bool>, Callback<()>),
    /// What must be known of the language that is shown.
    LanguageNotice,
    /// The accessibility statement.
    Accessibility,
    /// An address that no page has.
    NotFound,
    /// The page of a draft that the citizen comes back to.
    Resumed(WizardStore, Option<Place>),
    /// The check page.
    Review(WizardStore),
    /// It can't be done here, but elsewhere: the number of the way out.
    Elsewhere(WizardStore, usize),
    /// What is to be known of other tabs with the same draft.
    Tabs(WizardStore),
    /// What is pointed out on a page, though nothing is wrong.
    Advice(WizardStore, Place),
    /// What stands below the questions: what is to be paid as the answers are now, and the way to delete
    /// what was filled in.
    Below(WizardStore),
    /// What a procedure's page says of the counter and of its components.
    MoreOf(WizardStore),
    /// The way to sign in before the first question.
    SignInFirst(WizardStore),
    /// What a page says before its questions, because it is not as the citizen left it.
    News(WizardStore),
    /// A step with questions of any kind.
    Step(WizardStore, Place),
    /// What is wrong on a page.
    Summary(WizardStore, Vec<Problem>),
    /// What is wrong with one question, in an element of this id.
    Error(Problem, Arc<Field>, String),
    /// A question that a register answers.
    Told(WizardStore, Memo<FieldView>, Heading),
    /// What the portal has for a question: what stands before its input, or behind it.
    Beside(WizardStore, FieldPath, Side),
}

/// Something to do that takes its time.
pub enum Task {
    /// What a procedure that was opened needs from the portal, and its files that wait to be sent.
    Begin(WizardStore),
    /// The reading ruler follows pointer and focus.
    Ruler,
    /// The draft of a procedure is read.
    Draft(String, Rc<RefCell<Result<Option<Kept>, NotRead>>>),
    /// The portal is asked who has signed in.
    Who(Wizards),
    /// Another language.
    Language(pages::Switch),
    /// Continue was pressed on a page.
    GoOn(WizardStore, Place, Continue),
}

/// What else Continue needs to know.
#[derive(Clone, Copy)]
pub struct Continue {
    /// How the questions are laid out on pages.
    pub layout: Layout,
    /// Whether the check page is next.
    pub to_review: bool,
    /// Goes to the next page.
    pub navigator: Navigator,
}

/// The second file could not be loaded.
#[derive(Clone, Copy, Debug)]
struct NotHere;

impl From<leptos::wasm_split::SplitLoaderError> for NotHere {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// A function behind the cut. To call it is to wait for the second file; the function that is named
/// second only waits, and says whether it came.
macro_rules! behind_the_cut {
    (fn $name:ident($argument:ident: $type:ty) -> $result:ty, $arrived:ident, $body:block) => {
        #[cfg(all(target_arch = "wasm32", not(debug_assertions)))]
        #[leptos::wasm_split::wasm_split(
                                                            later,
                                                            fallible,
                                                            preload($arrived),
                                                            wasm_split_path = leptos::wasm_split
                                                        )]
        fn $name($argument: $type) -> Result<$result, NotHere> {
            Ok($body)
        }

        #[cfg(not(all(target_arch = "wasm32", not(debug_assertions))))]
        async fn $name($argument: $type) -> Result<$result, NotHere> {
            Ok($body)
        }

        #[cfg(not(all(target_arch = "wasm32", not(debug_assertions))))]
        #[allow(dead_code, reason = "the two functions are in one file: to wait for one is enough")]
        async fn $arrived() -> Result<(), NotHere> {
            Ok(())
        }
    };
}

behind_the_cut! {
    fn draw(page: Page) -> AnyView, can_draw, {
        match page {
            Page::Dossier(code) => pages::dossier(code),
            Page::Supplement(code) => pages::supplement(code),
            Page::Account => pages::account(),
            Page::Kept => pages::drafts(),
            Page::Found(asked) => pages::found(asked),
            Page::Mistaken(code, mistakes) => pages::mistaken(&code, &mistakes),
            Page::AlreadySent(procedure, dossier) => pages::already_sent(&procedure, &dossier),
            Page::Preferences => pages::preferences(),
            Page::Display(close) => pages::display(close),
            Page::ReadAloud(close) => pages::read_aloud(close),
            Page::Languages(came, close) => pages::languages(came, close),
            Page::LanguageNotice => pages::language_notice(),
            Page::Accessibility => pages::accessibility(),
            Page::NotFound => pages::not_found(),
            Page::Resumed(store, place) => pages::resumed(store, place),
            Page::Review(store) => pages::review(store),
            Page::Elsewhere(store, way) => pages::elsewhere(store, way),
            Page::Tabs(store) => pages::tabs(store),
            Page::Advice(store, place) => pages::advice(store, &place),
            Page::Below(store) => pages::below(store),
            Page::MoreOf(store) => pages::more_of(store),
            Page::SignInFirst(store) => pages::sign_in_first(store),
            Page::News(store) => pages::news(store),
            Page::Step(store, place) => pages::step(store, place),
            Page::Summary(store, problems) => pages::summary(store, &problems),
            Page::Error(problem, field, id) => fields::error(problem, field, id),
            Page::Told(store, view, heading) => pages::told(store, view, heading),
            Page::Beside(store, path, side) => pages::beside(store, &path, side),
        }
    }
}

behind_the_cut! {
    fn work(task: Task) -> Work, can_work, {
        match task {
            Task::Begin(store) => Box::pin(async move { store.begin() }),
            Task::Ruler => Box::pin(async { ruler::begin() }),
            Task::Draft(code, out) => Box::pin(async move { drop(out.replace(draft::open(&code).await)) }),
            Task::Who(wizards) => Box::pin(async move { drop(wizards.ask_session().await) }),
            Task::Language(switch) => Box::pin(pages::change_language(switch)),
            Task::GoOn(store, place, go_on) => Box::pin(pages::go_on(store, place, go_on)),
        }
    }
}

/// Reads the draft of a procedure, if there is one: the code for it is in the second file.
pub async fn draft_of(code: String) -> ReadDraft {
    match draft::is_there(&code).await {
        Ok(true) => {}
        Ok(false) => return Ok(Ok(None)),
        Err(not_read) => return Ok(Err(not_read)),
    }
    let out = Rc::new(RefCell::new(Ok(None)));
    match done_without_words(Task::Draft(code, Rc::clone(&out))).await {
        true => Ok(out.replace(Ok(None))),
        false => Err(not_here()),
    }
}

/// Asks for the second file after some milliseconds, if it is not there or on its way.
pub fn fetch_after(pause: i32, i18n: I18n) {
    spawn(async move {
        clock::sleep(pause).await;
        // What could not be loaded now is asked for again when it is needed.
        let _ = came(i18n).await;
    });
}

/// Waits for the second file and its words, and says whether they came.
async fn came(i18n: I18n) -> bool {
    let (file, words) = join(can_draw(), i18n.load_later()).await;
    file.is_ok() && words
}

/// Does something when the second file is there, which is asked for after some milliseconds, if it is
/// not there or on its way. Where it cannot be loaded, nothing happens.
pub fn begin_after(pause: i32, task: Task) {
    let i18n = use_i18n();
    spawn(async move {
        clock::sleep(pause).await;
        done(task, i18n).await;
    });
}

/// Does something when the second file is there, and says whether it came.
pub async fn done(task: Task, i18n: I18n) -> bool {
    // What comes of it may have to be drawn at once.
    came(i18n).await && done_without_words(task).await
}

/// The same for what needs none of the words of the second file: those of the language that is shown may
/// be on their way for long.
pub async fn done_without_words(task: Task) -> bool {
    match work(task).await {
        Ok(work) => {
            work.await;
            true
        }
        Err(NotHere) => false,
    }
}

/// A part of a page that cannot be wanted before the second file is there.
pub fn here(page: Page) -> AnyView {
    at_once(page).unwrap_or_else(nothing)
}

/// A part of a page that is there when the second file is. Where that does not come, the page does
/// without.
pub fn part(page: impl Fn() -> Page + Send + 'static) -> AnyView {
    shown(Box::new(page), nothing)
}

/// The same for a part that somebody has asked for: where it does not come, that is said.
pub fn wanted_part(page: impl Fn() -> Page + Send + 'static) -> AnyView {
    shown(Box::new(page), || pages::not_loaded(history::reload))
}

/// A page of the second file. Until that is there nothing is shown, so that the page before stays.
/// Where it cannot be loaded, the page says so and offers to load all of the app again: it may be that
/// a new release has taken its place.
pub fn page(page: impl Fn() -> Page + Send + 'static) -> AnyView {
    shown(Box::new(page), missing)
}

/// Boxed: code for each page of its own would be in the first file.
fn shown(page: Box<dyn Fn() -> Page + Send>, missing: fn() -> AnyView) -> AnyView {
    let (here, i18n) = (RwSignal::new(None), use_i18n());
    spawn(async move {
        let came = came(i18n).await;
        let _ = here.try_set(Some(came));
    });
    live(move || match here.get() {
        None => nothing(),
        Some(true) => at_once(page()).unwrap_or_else(missing),
        Some(false) => missing(),
    })
}

fn missing() -> AnyView {
    pages::failed(&not_here(), history::reload)
}

/// Why the second file is not here, as far as one can tell.
fn not_here() -> PortalError {
    match http::is_online() {
        true => PortalError::Unreachable,
        false => PortalError::Offline,
    }
}

/// Draws a page of a file that is there. It must be drawn within what is being drawn, so this cannot
/// wait.
fn at_once(page: Page) -> Option<AnyView> {
    match pin!(draw(page)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(Ok(view)) => Some(view),
        _ => None,
    }
}
