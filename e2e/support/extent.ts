// What is tested on every change, and what only `cargo xtask test --all` tests.

/** A test that is one of many alike: only where this holds it is in the short run. */
export const shortIf = (isShort: boolean): { tag?: string } => (isShort ? {} : { tag: "@all" });

/** Whether this is `cargo xtask test --all`. */
export const IS_EXHAUSTIVE = process.env.EXTENT === "all";
