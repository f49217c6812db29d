//! One at a time: whoever wants to do something with a thing waits for whoever does so now, and tells
//! them that they are overtaken.
//!
//! Of two connections that write to an upload the newest wins: on a bad network the old one often
//! looks alive long after the phone has given it up. Of two that send with the same key the second
//! finds what the first has stored.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedMutexGuard, watch};

/// Who does something with what.
#[derive(Debug, Default)]
pub(crate) struct Turns(Mutex<HashMap<String, Arc<Slot>>>);

#[derive(Debug)]
struct Slot {
    newest: watch::Sender<u64>,
    working: Arc<tokio::sync::Mutex<()>>,
}

/// The right to do something with one thing, until it is dropped.
pub(crate) struct Turn {
    mine: u64,
    newest: watch::Receiver<u64>,
    _working: OwnedMutexGuard<()>,
    _slot: Arc<Slot>,
}

impl Turns {
    /// Tells whoever has the turn that somebody waits, and waits until they have ended.
    pub(crate) async fn take(&self, id: &str) -> Turn {
        let slot = self.slot(id);
        let mut mine = 0;
        slot.newest.send_modify(|newest| {
            *newest += 1;
            mine = *newest;
        });
        Turn {
            mine,
            newest: slot.newest.subscribe(),
            _working: slot.working.clone().lock_owned().await,
            _slot: slot,
        }
    }

    fn slot(&self, id: &str) -> Arc<Slot> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        slots.retain(|_, slot| Arc::strong_count(slot) > 1);
        let new = || {
            Arc::new(Slot {
                newest: watch::Sender::new(0),
                working: Arc::default(),
            })
        };
        slots.entry(id.to_string()).or_insert_with(new).clone()
    }
}

impl Turn {
    /// Waits until somebody else wants the turn.
    pub(crate) async fn overtaken(&mut self) {
        let mine = self.mine;
        // The slot is held, so its sender lives.
        let _ = self.newest.wait_for(|newest| *newest > mine).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_newest_wins() {
        let turns = Arc::new(Turns::default());
        let mut first = turns.take("a").await;
        let other = turns.take("b").await;
        let second = {
            let turns = turns.clone();
            tokio::spawn(async move { turns.take("a").await })
        };
        first.overtaken().await;
        drop(first);
        drop(second.await.expect("its turn"));
        drop(other);
        turns.take("c").await;
        assert_eq!(turns.0.lock().expect("no panic").len(), 1);
    }
}
