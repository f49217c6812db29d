//! The contrast of every pair of colours that the tokens promise, in every theme (WCAG 2.2, 1.4.6 and
//! 1.4.11).

use std::collections::BTreeMap;

// [59]
#[test]
fn every_pair_holds_what_stands_beside_it() {
    let mut pairs = 0;
    for file in ["style/tokens.css", "style/modes.css"] {
        let css = std::fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR")))
            .expect("it is there");
        // A theme is a block of tokens.
        for block in css
            .split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap_or_default())
        {
            let colours: BTreeMap<&str, [f64; 3]> = block.lines().filter_map(colour).collect();
            for line in block.lines() {
                let (Some((name, own)), Some((_, wanted))) =
                    (colour(line), line.split_once("contrast:"))
                else {
                    continue;
                };
                for pair in wanted.trim_end_matches("*/").split(',') {
                    let (other, least) = pair.trim().split_once(' ').expect("a name and a number");
                    let least: f64 = least.trim().parse().expect("a number");
                    let other_colour = colours[other];
                    let have = contrast(own, other_colour);
                    assert!(
                        have >= least,
                        "{file}: {name} on {other} has {have:.2}, wants {least}"
                    );
                    pairs += 1;
                }
            }
        }
    }
    assert!(pairs > 50, "the pairs were read: {pairs}");
}

#[test]
fn what_the_system_asks_for_looks_as_what_is_chosen() {
    let css = std::fs::read_to_string(format!("{}/style/modes.css", env!("CARGO_MANIFEST_DIR")))
        .expect("it is there");
    let block = |after: &str| {
        let rest = css.split_once(after).expect("it is there").1;
        let rest = rest.split_once(":root").expect("a rule").1;
        let rest = rest.split_once('{').expect("a block").1;
        let block = rest.split('}').next().unwrap_or_default();
        block
            .lines()
            .filter_map(|line| Some((colour(line)?.0.to_string(), colour(line)?.1)))
            .collect::<Vec<_>>()
    };
    for (asked_for, chosen) in [
        ("@media (prefers-color-scheme: dark) {", "/* Dark. */"),
        ("@media (prefers-contrast: more) {", "/* Black on white. */"),
    ] {
        assert!(!block(chosen).is_empty());
        assert_eq!(block(asked_for), block(chosen), "{asked_for}");
    }
}

/// `--name: #rrggbb;`
fn colour(line: &str) -> Option<(&str, [f64; 3])> {
    let (name, rest) = line.trim().strip_prefix("--")?.split_once(": #")?;
    let channel = |at: usize| {
        u8::from_str_radix(rest.get(at..at + 2)?, 16)
            .ok()
            .map(|n| f64::from(n) / 255.0)
    };
    Some((name, [channel(0)?, channel(2)?, channel(4)?]))
}

/// WCAG 2.2, "contrast ratio" and "relative luminance".
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(rgb: [f64; 3]) -> f64 {
    let [r, g, b] = rgb.map(|c| {
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
