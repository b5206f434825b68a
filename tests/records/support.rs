//! What the tests of records share: made-up check-ins, and stores that fail.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use therapist_fit::checklist::Form;
use therapist_fit::response::{Answer, CheckIn, Choice, Context, Draft, Raised, Response, Stage, Therapist, TrustPast};
use therapist_fit::storage::{MemoryStore, Records, StorageError, Store};

/// A store in memory that can be told to fail.
#[derive(Default)]
pub struct Unreliable {
    inner: MemoryStore,
    /// The error of every write from now on.
    pub no_write: Cell<Option<StorageError>>,
    /// How many writes there is still room for, if that is limited.
    pub room: Cell<Option<u32>>,
    /// The error of everything from now on.
    pub nothing: Cell<Option<StorageError>>,
    /// The key that can't be removed.
    pub stuck: Cell<Option<&'static str>>,
    /// The keys that were removed, in order.
    pub removed: RefCell<Vec<String>>,
}

fn check(error: Option<StorageError>) -> Result<(), StorageError> {
    error.map_or(Ok(()), Err)
}

impl Store for Unreliable {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        check(self.nothing.get())?;
        self.inner.get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        check(self.nothing.get())?;
        check(self.no_write.get())?;
        if let Some(room) = self.room.get() {
            self.room.set(Some(room.checked_sub(1).ok_or(StorageError::Full)?));
        }
        self.inner.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        check(self.nothing.get())?;
        if self.stuck.get() == Some(key) {
            return Err(StorageError::Unavailable);
        }
        self.removed.borrow_mut().push(key.to_owned());
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        check(self.nothing.get())?;
        self.inner.keys()
    }
}

/// A store, and the records of the profile `default` in it.
pub fn records() -> (Rc<Unreliable>, Records) {
    let store = Rc::new(Unreliable::default());
    (Rc::clone(&store), Records::new(store, "default"))
}

/// The text in the store, read past the records.
pub fn raw(store: &Unreliable, key: &str) -> Option<String> {
    store.inner.get(key).unwrap()
}

/// All that is in the store, in order, read past the records.
pub fn everything(store: &Unreliable) -> Vec<(String, String)> {
    let mut keys = store.inner.keys().unwrap();
    keys.sort();
    keys.into_iter()
        .map(|key| (key.clone(), raw(store, &key).unwrap()))
        .collect()
}

/// A check-in with this id and time, and little else.
pub fn check_in(id: &str, created: u64) -> CheckIn {
    let mut response = Response::new(Stage::Later, Form::Short);
    response.answer("feels-understood", Answer::Step(3));
    CheckIn {
        id: id.to_owned(),
        therapist: "a".to_owned(),
        created,
        checklist: "alliance".to_owned(),
        version: 1,
        response,
        to_raise: Vec::new(),
        note: String::new(),
    }
}

/// The same check-in about another therapist.
pub fn about(therapist: &str, check_in: CheckIn) -> CheckIn {
    CheckIn {
        therapist: therapist.to_owned(),
        ..check_in
    }
}

/// A draft of that check-in.
pub fn draft(id: &str, updated: u64) -> Draft {
    Draft {
        check_in: check_in(id, updated),
        updated,
        at: 2,
    }
}

/// A therapist's label.
pub fn therapist(id: &str, label: &str) -> Therapist {
    Therapist {
        id: id.to_owned(),
        label: label.to_owned(),
    }
}

fn any_answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        any::<u8>().prop_map(Answer::Step),
        Just(Answer::CantTell),
        Just(Answer::Skip)
    ]
}

fn any_context() -> impl Strategy<Value = Context> {
    (
        prop::option::of(any_answer()),
        prop::option::of(select(TrustPast::ALL)),
        prop::option::of(select(Choice::ALL)),
        btree_map(any::<String>(), select(Raised::ALL), 0..5),
        any::<bool>(),
    )
        .prop_map(|(like, trust_past, choice, raised, raised_recently)| Context {
            like,
            trust_past,
            choice,
            raised: raised.into_iter().collect(),
            raised_recently,
        })
}

fn any_response() -> impl Strategy<Value = Response> {
    let forms = vec![Form::Prepare, Form::First, Form::Short, Form::Full];
    // Each item once, in any order.
    let answers = btree_map(any::<String>(), any_answer(), 0..30)
        .prop_map(|answers| answers.into_iter().collect::<Vec<_>>())
        .prop_shuffle();
    (select(Stage::ALL), select(forms), answers, any_context()).prop_map(|(stage, form, answers, context)| Response {
        stage,
        form,
        answers,
        context,
    })
}

/// Any check-in at all: ids, notes and labels of any characters.
pub fn any_check_in() -> impl Strategy<Value = CheckIn> {
    (
        (any::<String>(), any::<String>(), any::<u64>()),
        (any::<String>(), any::<u32>(), any_response()),
        (vec(any::<String>(), 0..6), any::<String>()),
    )
        .prop_map(
            |((id, therapist, created), (checklist, version, response), (to_raise, note))| CheckIn {
                id,
                therapist,
                created,
                checklist,
                version,
                response,
                to_raise,
                note,
            },
        )
}

/// Any draft at all.
pub fn any_draft() -> impl Strategy<Value = Draft> {
    (any_check_in(), any::<u64>(), 0..10_000_usize).prop_map(|(check_in, updated, at)| Draft { check_in, updated, at })
}

/// Any label at all.
pub fn any_therapist() -> impl Strategy<Value = Therapist> {
    (any::<String>(), any::<String>()).prop_map(|(id, label)| Therapist { id, label })
}
