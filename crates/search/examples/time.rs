//! How long a query takes at 50,000 names, and how large the index is: `cargo run --release -p search
//! --example time`. With words behind it, what is found for them.

use std::time::Instant;

use search::table::Table;
use search::{Contents, Filter, Index, Synonyms};

const CATALOGUE: &str = include_str!("../../portal-reference/data/procedure_catalogue.csv");
const ABOUT: &str = include_str!("../../portal-reference/data/procedure_catalogue.json");
const QUERIES: &str = include_str!("../tests/relevance.csv");
const VI: &str = include_str!("../../../public/locales/vi/search.json");
const EN: &str = include_str!("../../../public/locales/en/search.json");

const NAMES: usize = 50_000;

fn main() {
    let table = Table::read(CATALOGUE, ABOUT).expect("the catalogue is right");
    let mut synonyms = Synonyms::read(VI).expect("Vietnamese words");
    synonyms.extend(Synonyms::read(EN).expect("English words"));
    let query: Vec<String> = std::env::args().skip(1).collect();
    let index = Index::new(table.contents());
    if !query.is_empty() {
        show(&index, &query.join(" "), &synonyms);
        return;
    }
    let written = index.write();
    println!(
        "{} procedures, {} bytes",
        index.procedures().len(),
        written.len()
    );
    let began = Instant::now();
    Index::read(&written).expect("it is our own");
    println!("read in {:?}", began.elapsed());

    let many = Index::new(many(table.contents()));
    let written = many.write();
    let began = Instant::now();
    Index::read(&written).expect("it is our own");
    println!("{NAMES} read in {:?}", began.elapsed());
    let mut times: Vec<_> = QUERIES
        .lines()
        .skip(1)
        .map(|line| {
            let query = line.split(',').next().unwrap_or_default();
            let began = Instant::now();
            let hits = many.search(query, &synonyms, &Filter::default());
            (began.elapsed(), hits.len(), query)
        })
        .collect();
    times.sort();
    let at = |share: usize| times[times.len() * share / 100];
    println!("a query: median {:?}, p95 {:?}", at(50).0, at(95).0);
    println!("the slowest: {:?}", times.last());
}

/// The catalogue over and over, each time with a word more, so that words become many too.
fn many(once: Contents) -> Contents {
    let mut procedures = Vec::new();
    for at in 0..NAMES {
        let mut one = once.procedures[at % once.procedures.len()].clone();
        let round = at / once.procedures.len();
        if round > 0 {
            one.code = format!("{}-{round}", one.code);
            let name = format!("{} v{round}", one.name.pick(&["vi"]).text);
            one.name = procedure::Text::new("vi", &name);
        }
        procedures.push(one);
    }
    Contents { procedures, ..once }
}

fn show(index: &Index, query: &str, synonyms: &Synonyms) {
    for hit in index
        .search(query, synonyms, &Filter::default())
        .iter()
        .take(12)
    {
        let one = &index.procedures()[hit.procedure];
        println!(
            "{:>6} {} {}",
            hit.score,
            one.code,
            one.name.pick(&["vi"]).text
        );
    }
}
