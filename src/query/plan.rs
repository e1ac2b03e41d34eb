//! A reading to what the engine runs and to the terms whose evidence ranks what it finds.

use rustc_hash::FxHashMap;
use tantivy::query::{
    BooleanQuery, BoostQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::phrase::{Allowed, PhraseTest};
use super::reading::{Group, Reading, Word};
use super::weights::Weights;
use crate::analysis::fuller_spellings;
use crate::error::Result;
use crate::index::{Fields, Reader};

/// More spellings than this of a half typed word are not followed: the most frequent are.
const MAX_SPELLINGS: usize = 8;

/// A word typed without marks is taken as half typed if it stands so in fewer than this share of
/// the passages that hold its letters.
const HALF_TYPED_SHARE: f32 = 0.02;

/// What a planned term looks for, with the number of the word or pair it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// A word in exact form.
    Exact(usize),
    /// A fuller spelling of a half typed word.
    Fuller(usize),
    /// A word in folded form.
    Folded(usize),
    /// A pair of neighboring words.
    Pair(usize),
    /// A whole symbol.
    Symbol(usize),
    /// A word in the title or a heading.
    Context(usize),
}

/// A term whose occurrences are counted when passages are ranked.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// What it looks for.
    pub kind: TermKind,
    /// The term of the index.
    pub term: Term,
    /// In how many passages it stands.
    pub passages: u64,
}

/// How a word of the query counts.
#[derive(Clone, Copy, Debug)]
pub struct PlannedWord {
    /// Its rarity: the inverse document frequency of BM25.
    pub idf: f32,
    /// Whether it says nothing by itself.
    pub stop: bool,
    /// What an occurrence with other diacritics counts, from 0 to 1.
    pub loose: f32,
}

/// A query ready to run.
pub struct Plan {
    /// Finds and scores candidates.
    pub query: Box<dyn Query>,
    /// Finds those too that only share letters with the words; for where the first finds too few.
    pub wider: Option<Box<dyn Query>>,
    /// What the candidates are ranked by.
    pub evidence: Vec<Evidence>,
    /// The words, in order, each once.
    pub words: Vec<PlannedWord>,
    /// The rarity of each pair of neighbors.
    pub pairs: Vec<f32>,
    /// Words that say something and have none of that kind between them, by number.
    pub neighbors: Vec<(usize, usize)>,
    /// The rarity of each whole symbol.
    pub symbols: Vec<f32>,
    /// What the text of a hit must pass besides.
    pub phrases: PhraseTest,
}

/// How diacritics are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matching {
    /// Those typed are preferred, others are found too.
    #[default]
    Folded,
    /// As typed and not otherwise.
    Exact,
}

/// Plans a reading for an index; `None` if nothing is looked for.
///
/// # Errors
/// [`Error::Damaged`](crate::error::Error::Damaged) if the index cannot be read.
pub fn plan(reading: &Reading, reader: &Reader, matching: Matching, weights: &Weights) -> Result<Option<Plan>> {
    let planner = Planner { searcher: reader.searcher(), fields: reader.fields(), matching, weights };
    planner.plan(reading).map_err(|error| reader.engine(error))
}

type Clauses = Vec<(Occur, Box<dyn Query>)>;

struct Planner<'a> {
    searcher: &'a Searcher,
    fields: &'a Fields,
    matching: Matching,
    weights: &'a Weights,
}

impl Planner<'_> {
    fn plan(&self, reading: &Reading) -> tantivy::Result<Option<Plan>> {
        let searched = reading.says_something();
        if !searched && (reading.places.is_empty() || reading.words().next().is_some()) {
            return Ok(None);
        }
        let mut gathered = Gathered::default();
        self.gather_words(reading, &mut gathered)?;
        self.gather_pairs(reading, &mut gathered)?;
        let mut phrases = PhraseTest::default();
        let required = self.required(reading, &mut phrases)?;
        // a phrase scores itself; its words are counted again when candidates are ranked
        let only_phrases = reading.groups.iter().all(|group| group.phrase);
        let (narrow, wide) = if only_phrases && !required.is_empty() {
            (Clauses::new(), Clauses::new())
        } else {
            (self.candidates(&gathered, false), self.candidates(&gathered, true))
        };
        let wider = (narrow.len() < wide.len()).then(|| combine(&required, wide, only_phrases));
        let query = combine(&required, narrow, only_phrases);
        Ok(Some(Plan {
            query,
            wider,
            evidence: gathered.evidence,
            words: gathered.words,
            pairs: gathered.pairs,
            neighbors: gathered.neighbors,
            symbols: gathered.symbols,
            phrases,
        }))
    }

    fn gather_words(&self, reading: &Reading, gathered: &mut Gathered) -> tantivy::Result<()> {
        let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
        for word in reading.words() {
            // a word typed twice counts once, and says something if it does so anywhere
            if let Some(&at) = seen.get(&*word.exact) {
                gathered.words[at].stop &= word.stop;
                continue;
            }
            let at = gathered.words.len();
            seen.insert(&word.exact, at);
            let planned = self.gather_word(reading, word, at, gathered)?;
            gathered.words.push(planned);
        }
        for group in reading.groups.iter().filter(|group| !group.phrase) {
            let telling: Vec<usize> =
                group.words.iter().filter(|word| !word.stop).map(|word| seen[&*word.exact]).collect();
            gathered.neighbors.extend(telling.windows(2).filter(|two| two[0] != two[1]).map(|two| (two[0], two[1])));
        }
        gathered.neighbors.sort_unstable();
        gathered.neighbors.dedup();
        for symbol in reading.groups.iter().flat_map(|group| &group.symbols) {
            let at = gathered.symbols.len();
            let passages = self.add(gathered, TermKind::Symbol(at), self.fields.folded, symbol)?;
            gathered.symbols.push(self.idf(passages));
        }
        Ok(())
    }

    fn gather_word(
        &self,
        reading: &Reading,
        word: &Word,
        at: usize,
        gathered: &mut Gathered,
    ) -> tantivy::Result<PlannedWord> {
        let Fields { exact, folded, context, .. } = *self.fields;
        let any = self.add(gathered, TermKind::Folded(at), folded, &word.folded)?;
        if self.matching == Matching::Exact {
            let passages = self.add(gathered, TermKind::Exact(at), exact, &word.exact)?;
            return Ok(PlannedWord { idf: self.idf(passages), stop: word.stop, loose: 0.0 });
        }
        self.add(gathered, TermKind::Context(at), context, &word.folded)?;
        if !reading.marked {
            return Ok(PlannedWord { idf: self.idf(any), stop: word.stop, loose: 1.0 });
        }
        let typed = self.add(gathered, TermKind::Exact(at), exact, &word.exact)?;
        let half_typed = self.half_typed(word)?;
        let fuller = if half_typed { self.gather_fuller(word, at, gathered)? } else { 0 };
        let passages = match typed + fuller {
            0 => any,
            found => found,
        };
        let loose = match (word.marked(), half_typed && fuller > 0) {
            (true, _) => self.weights.contradicted,
            (false, true) => 1.0,
            (false, false) => self.weights.unmarked,
        };
        Ok(PlannedWord { idf: self.idf(passages), stop: word.stop, loose })
    }

    /// The fuller spellings of a half typed word.
    fn gather_fuller(&self, word: &Word, at: usize, gathered: &mut Gathered) -> tantivy::Result<u64> {
        let mut sum = 0;
        for (spelling, passages) in self.fuller(word)? {
            sum += passages;
            let term = Term::from_field_text(self.fields.exact, &spelling);
            gathered.evidence.push(Evidence { kind: TermKind::Fuller(at), term, passages });
        }
        Ok(sum.min(self.searcher.num_docs()))
    }

    fn gather_pairs(&self, reading: &Reading, gathered: &mut Gathered) -> tantivy::Result<()> {
        if self.matching == Matching::Exact {
            return Ok(());
        }
        let mut seen = FxHashMap::default();
        for pair in reading.groups.iter().flat_map(|group| group.words.windows(2)) {
            let text = format!("{} {}", pair[0].folded, pair[1].folded);
            if (pair[0].stop && pair[1].stop) || seen.insert(text.clone(), ()).is_some() {
                continue;
            }
            let at = gathered.pairs.len();
            let passages = self.add(gathered, TermKind::Pair(at), self.fields.pairs, &text)?;
            gathered.pairs.push(self.idf(passages));
        }
        Ok(())
    }

    /// Adds a term to the evidence if the index has it, and returns in how many passages.
    fn add(&self, gathered: &mut Gathered, kind: TermKind, field: Field, text: &str) -> tantivy::Result<u64> {
        let term = Term::from_field_text(field, text);
        let passages = self.searcher.doc_freq(&term)?;
        if passages > 0 {
            gathered.evidence.push(Evidence { kind, term, passages });
        }
        Ok(passages)
    }

    fn idf(&self, passages: u64) -> f32 {
        let all = self.passages();
        let found = passages.min(all) as f32;
        (1.0 + (all as f32 - found + 0.5) / (found + 0.5)).ln()
    }

    /// As the engine counts them: those deleted and not yet merged away are among them.
    fn passages(&self) -> u64 {
        self.searcher.segment_readers().iter().map(|segment| u64::from(segment.max_doc())).sum()
    }

    /// The terms that find candidates. Stop words find none; letters alone and headings only in the
    /// wide form.
    fn candidates(&self, gathered: &Gathered, wide: bool) -> Clauses {
        let mut clauses: Clauses = Vec::new();
        for evidence in &gathered.evidence {
            let counted = |word: usize| !gathered.words[word].stop;
            let exact = |word| gathered.evidence.iter().any(|e| e.kind == TermKind::Exact(word));
            let weight = match evidence.kind {
                TermKind::Exact(word) | TermKind::Fuller(word) if counted(word) => 1.0,
                TermKind::Folded(word) if counted(word) => match gathered.words[word].loose {
                    1.0 => 1.0,
                    loose if wide || !exact(word) => loose,
                    _ => continue,
                },
                TermKind::Context(word) if counted(word) && wide => self.weights.context,
                TermKind::Pair(_) => self.weights.candidate_pair,
                TermKind::Symbol(_) => self.weights.symbol,
                _ => continue,
            };
            if weight <= 0.0 {
                continue;
            }
            let query = term_query(evidence.term.clone());
            clauses.push((Occur::Should, Box::new(BoostQuery::new(query, weight))));
        }
        clauses
    }

    /// What every hit must hold, must not hold, and where it must stand.
    fn required(&self, reading: &Reading, test: &mut PhraseTest) -> tantivy::Result<Clauses> {
        let mut clauses = Vec::new();
        for group in reading.groups.iter().filter(|group| group.phrase) {
            let phrase = self.allowed(reading, group)?;
            clauses.push((Occur::Must, self.phrase(&phrase)));
            test.add(phrase);
        }
        for group in &reading.excluded {
            clauses.push((Occur::MustNot, self.phrase(&self.allowed(reading, group)?)));
        }
        if !reading.places.is_empty() {
            clauses.push((Occur::Must, self.places(reading)?));
        }
        Ok(clauses)
    }

    /// Passages that hold these letters side by side and each word somewhere as it may be spelled:
    /// whether those spelled so are those side by side, the [`PhraseTest`] sees in the text.
    fn phrase(&self, phrase: &[Allowed]) -> Box<dyn Query> {
        let mut clauses: Clauses = Vec::new();
        let folded = |word: &Allowed| Term::from_field_text(self.fields.folded, &word.folded);
        match phrase {
            [word] => clauses.push((Occur::Must, term_query(folded(word)))),
            words => {
                // two words are a pair; for more, the pairs leave few passages whose positions are read
                for two in words.windows(2) {
                    let pair = format!("{} {}", two[0].folded, two[1].folded);
                    clauses.push((Occur::Must, term_query(Term::from_field_text(self.fields.pairs, &pair))));
                }
                if words.len() > 2 {
                    clauses.push((Occur::Must, Box::new(PhraseQuery::new(words.iter().map(folded).collect()))));
                }
            }
        }
        for spellings in phrase.iter().filter_map(|word| word.spellings.as_ref()) {
            let terms = spellings.iter().map(|spelling| Term::from_field_text(self.fields.exact, spelling));
            let any: Clauses = terms.map(|term| (Occur::Should, term_query(term))).collect();
            clauses.push((Occur::Must, Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::new(any)), 0.0))));
        }
        Box::new(BooleanQuery::new(clauses))
    }

    /// How each word of a phrase may be spelled.
    fn allowed(&self, reading: &Reading, group: &Group) -> tantivy::Result<Vec<Allowed>> {
        let marked = reading.marked || group.words.iter().any(Word::marked);
        let spellings = |word: &Word| -> tantivy::Result<Option<Vec<String>>> {
            if self.matching == Matching::Folded {
                if !marked {
                    return Ok(None);
                }
                if self.half_typed(word)? {
                    let fuller = || -> tantivy::Result<Vec<String>> {
                        let mut found = vec![word.exact.clone()];
                        found.extend(self.fuller(word)?.into_iter().map(|(spelling, _)| spelling));
                        Ok(found)
                    };
                    return word.marked().then(fuller).transpose();
                }
            }
            Ok(Some(vec![word.exact.clone()]))
        };
        let allowed = |word: &Word| Ok(Allowed { folded: word.folded.clone(), spellings: spellings(word)? });
        group.words.iter().map(allowed).collect()
    }

    /// Whether a word is seldom written as it was typed, beside others of its letters.
    fn half_typed(&self, word: &Word) -> tantivy::Result<bool> {
        let typed = self.searcher.doc_freq(&Term::from_field_text(self.fields.exact, &word.exact))?;
        let any = self.searcher.doc_freq(&Term::from_field_text(self.fields.folded, &word.folded))?;
        Ok((typed as f32) < HALF_TYPED_SHARE * any as f32)
    }

    /// The most frequent fuller spellings of a word, each with in how many passages it stands.
    fn fuller(&self, word: &Word) -> tantivy::Result<Vec<(String, u64)>> {
        let mut found = Vec::new();
        for spelling in fuller_spellings(&word.exact) {
            let passages = self.searcher.doc_freq(&Term::from_field_text(self.fields.exact, &spelling))?;
            if passages > 0 {
                found.push((spelling, passages));
            }
        }
        found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        found.truncate(MAX_SPELLINGS);
        Ok(found)
    }

    /// The documents and files that a pattern names.
    fn places(&self, reading: &Reading) -> tantivy::Result<Box<dyn Query>> {
        let mut terms = Vec::new();
        for field in [self.fields.doc, self.fields.file] {
            for segment in self.searcher.segment_readers() {
                let index = segment.inverted_index(field)?;
                let mut names = index.terms().stream()?;
                while names.advance() {
                    let name = String::from_utf8_lossy(names.key());
                    if reading.places.iter().any(|place| place.is_match(&*name)) {
                        terms.push(Term::from_field_text(field, &name));
                    }
                }
            }
        }
        Ok(Box::new(ConstScoreQuery::new(Box::new(TermSetQuery::new(terms)), 0.0)))
    }
}

fn term_query(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

/// What must hold together with any of what finds candidates, or alone where nothing else is asked.
fn combine(required: &Clauses, candidates: Clauses, alone: bool) -> Box<dyn Query> {
    if required.is_empty() && !candidates.is_empty() {
        // alone, so that the engine can leave out what cannot be among the best
        return Box::new(BooleanQuery::new(candidates));
    }
    let mut all: Clauses = required.iter().map(|(occur, query)| (*occur, query.box_clone())).collect();
    let finds = all.iter().any(|(occur, _)| *occur == Occur::Must);
    match (candidates.is_empty(), alone) {
        (false, _) => all.push((Occur::Must, Box::new(BooleanQuery::new(candidates)))),
        (true, true) if finds => {}
        // none of the words stands anywhere
        (true, _) => all.push((Occur::Must, Box::new(EmptyQuery))),
    }
    Box::new(BooleanQuery::new(all))
}

/// What was gathered of a reading's terms.
#[derive(Default)]
struct Gathered {
    evidence: Vec<Evidence>,
    words: Vec<PlannedWord>,
    pairs: Vec<f32>,
    neighbors: Vec<(usize, usize)>,
    symbols: Vec<f32>,
}
