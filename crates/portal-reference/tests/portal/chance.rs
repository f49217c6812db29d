//! Chance that comes again: the same seed, the same numbers (SplitMix64, Steele, Lea, Flood 2014).

/// The seed of this run: `SEED` of the environment, to see again what a failure told; else always the same.
pub(crate) fn seed() -> u64 {
    let asked = std::env::var("SEED").ok();
    asked.map_or(20_261_122, |seed| seed.parse().expect("SEED is a number"))
}

#[derive(Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A sequence of its own for everything that has a name, so that one can be had again without the others.
    pub(crate) fn of(seed: u64, name: &str) -> Self {
        // FNV-1a: any function that is the same everywhere would do.
        let hash = name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(seed ^ hash)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0, less than `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).expect("a number");
        usize::try_from(self.next() % n.max(1)).expect("a number")
    }

    /// Once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

#[test]
fn the_same_seed_gives_the_same_numbers() {
    let numbers = |mut chance: Chance| [chance.next(), chance.next(), chance.next()];
    assert_eq!(numbers(Chance::of(1, "a")), numbers(Chance::of(1, "a")));
    assert_ne!(numbers(Chance::of(1, "a")), numbers(Chance::of(1, "b")));
    assert_ne!(numbers(Chance::of(1, "a")), numbers(Chance::of(2, "a")));
    // As its authors print them.
    assert_eq!(Chance::new(1_234_567).next(), 6_457_827_717_110_365_317);
}
