//! Unicode text in which letters of an old encoding stand as Latin-1 -> the same with those lines read.
//!
//! A line is touched only if it is hardly Vietnamese as it stands and plainly so when read; a line
//! with a Vietnamese letter that no single byte is shown as is never touched.

use rustc_hash::FxHashSet;

use super::decode::read;
use super::encoding::Legacy;
use super::evidence::Evidence;
use super::look_alikes;
use super::spelled;
use super::table::is_letter_beyond_bytes;
use crate::corpus::judge::{Verdict, judge};
use crate::corpus::oddity::Oddity;

/// Enough of a line to judge by, in bytes.
const SAMPLE_BYTES: usize = 4096;

/// From here on a line is Vietnamese as it stands, in percent of its marked words.
const IS_VIETNAMESE: usize = 80;
/// So much of a line must read as Vietnamese to decide alone, and if its neighbors have decided.
const SURE_PERCENT: usize = 75;
const LIKELY_PERCENT: usize = 60;

/// What the reading of a line that decides alone must reach, and gain on the line as it stands.
const SURE_WORDS: usize = 3;
const SURE_SCORE: i64 = 10;
const SURE_GAIN: i64 = 24;
/// What lines that are too short for that must gain together, and each if others have decided.
const JOINT_GAIN: i64 = 48;
const LIKELY_GAIN: i64 = 7;
/// So many of the lines, in percent, make the whole text one of an old encoding.
const WHOLE_PERCENT: usize = 80;
/// How far the best encoding must be before the next.
const MIN_LEAD: i64 = 3;

/// So many words of a title at least must be of an old encoding.
const TITLE_WORDS: usize = 2;

/// Signs of an old encoding in a line of Unicode before it is looked at word by word.
const FEW_SIGNS: usize = 3;

/// A line that may be of an old encoding.
struct Suspect {
    start: usize,
    end: usize,
    /// The stretch of the text without any line that is Unicode for certain.
    block: usize,
    as_is: Verdict,
    /// The best reading; `None` if the line is Vietnamese as it stands.
    best: Option<Reading>,
}

struct Reading {
    legacy: Legacy,
    verdict: Verdict,
    lead: i64,
}

/// Reads the lines that are of an old encoding for certain; with notices about those and about lines
/// that only look so.
pub(crate) fn repair(text: String) -> (String, Vec<Oddity>) {
    let (text, notice) = spelled::undone(text);
    if notice.is_some() || text.is_ascii() {
        return (text, notice.into_iter().collect());
    }
    let mut suspects = Vec::new();
    let (mut start, mut block, mut mixed) = (0, 0, 0);
    let has_few_signs = count_signs(text.as_bytes()) < FEW_SIGNS;
    for end in memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).chain([text.len()]) {
        let line = &text[start..end];
        match nature(line) {
            Nature::Bytes => suspects.extend(suspect(line, start, block)),
            Nature::Unicode => {
                block += 1;
                let is_mixed = || count_signs(line.as_bytes()) >= FEW_SIGNS && is_mixed(line);
                mixed += usize::from(!has_few_signs && is_mixed());
            }
            Nature::Ascii => {}
        }
        start = end;
    }
    let evidence = evidence(&text, &suspects);
    let known = known(&suspects, &evidence);
    let decisions = decide(&text, &suspects, &known);
    let left = mixed
        + suspects.iter().zip(&decisions).filter(|(s, decision)| decision.is_none() && s.seems_old(&evidence)).count();
    let notices = notices(&known, &decisions, left);
    let text = match whole(&decisions) {
        Some(legacy) if block == 0 => reread(legacy, &text),
        _ if decisions.iter().any(Option::is_some) => read_lines(&text, &suspects, &decisions),
        _ => text,
    };
    (text, notices)
}

/// Reads a title that is of an old encoding: it is short, and all of it must read well.
pub(crate) fn repair_title(title: String) -> String {
    if !matches!(nature(&title), Nature::Bytes) {
        return title;
    }
    let suspect = suspect(&title, 0, 0);
    let legacy = suspect.as_ref().and_then(|suspect| {
        let best = suspect.clear()?;
        let is_whole = best.verdict.marked >= TITLE_WORDS && best.verdict.percent() == 100;
        (is_whole && suspect.gain() >= SURE_GAIN / 2).then_some(best.legacy)
    });
    legacy.map_or(title.clone(), |legacy| read(legacy, &title))
}

/// The encoding of a text that is in no other, abbreviations and broken words among it.
fn whole(decisions: &[Option<Legacy>]) -> Option<Legacy> {
    let first = decisions.iter().flatten().next()?;
    let agreed = decisions.iter().filter(|decision| **decision == Some(*first)).count();
    let is_only = decisions.iter().flatten().count() == agreed;
    (is_only && agreed * 100 >= decisions.len() * WHOLE_PERCENT).then_some(*first)
}

/// What a line is made of.
enum Nature {
    Ascii,
    /// Every letter may stand for a byte.
    Bytes,
    /// It has Vietnamese letters that no byte is shown as.
    Unicode,
}

fn nature(line: &str) -> Nature {
    if line.is_ascii() {
        return Nature::Ascii;
    }
    // Vietnamese has such a letter among the first few.
    if !line.chars().any(is_letter_beyond_bytes) {
        return Nature::Bytes;
    }
    Nature::Unicode
}

/// Counts what may be signs of an old encoding, without a jump in the loop: nearly all lines have none.
fn count_signs(bytes: &[u8]) -> usize {
    const STEP: usize = u8::MAX as usize;
    let behind = bytes.get(1..).unwrap_or_default();
    let steps = bytes.chunks(STEP).zip(behind.chunks(STEP));
    let signs = |(before, lead): (&[u8], &[u8])| -> u8 {
        before.iter().zip(lead).map(|(&before, &lead)| u8::from(may_be_sign(before, lead))).sum()
    };
    steps.map(|step| usize::from(signs(step))).sum()
}

/// A letter before a sign of Latin-1 (`c¬`), or a or e before a marked vowel (`aù`), by the first bytes.
fn may_be_sign(before: u8, lead: u8) -> bool {
    let small = before | 0x20;
    (lead == 0xC2) & small.is_ascii_lowercase() | (lead == 0xC3) & ((small == b'a') | (small == b'e'))
}

fn suspect(line: &str, start: usize, block: usize) -> Option<Suspect> {
    let sample = sample(line);
    let as_is = judge(sample);
    let best = || {
        let mut tried = Legacy::ALL.map(|legacy| (legacy, judge(&read(legacy, sample))));
        tried.sort_by_key(|(_, verdict)| std::cmp::Reverse(verdict.score));
        let [(legacy, verdict), (_, next), ..] = tried;
        Reading { legacy, verdict, lead: verdict.score - next.score }
    };
    let best = (as_is.percent() < IS_VIETNAMESE).then(best);
    (as_is.marked > 0).then(|| Suspect { start, end: start + line.len(), block, as_is, best })
}

impl Suspect {
    fn gain(&self) -> i64 {
        self.best.as_ref().map_or(0, |best| best.verdict.score - self.as_is.score)
    }

    /// The best reading, if it is good and clearly the best.
    fn clear(&self) -> Option<&Reading> {
        self.best
            .as_ref()
            .filter(|best| best.verdict.percent() >= SURE_PERCENT && best.verdict.score > 0 && best.lead >= MIN_LEAD)
    }

    fn is_sure(&self) -> bool {
        self.clear().is_some_and(|best| {
            best.verdict.marked >= SURE_WORDS && best.verdict.score >= SURE_SCORE && self.gain() >= SURE_GAIN
        })
    }

    /// Whether a line that is left deserves a notice.
    fn seems_old(&self, evidence: &[(Legacy, Evidence)]) -> bool {
        let is_evident = |legacy: Legacy| evidence.iter().any(|(of, evidence)| *of == legacy && evidence.is_some());
        let is_clear = |best: &Reading| best.verdict.marked >= SURE_WORDS && is_evident(best.legacy);
        self.clear().is_some_and(is_clear) && self.gain() >= SURE_GAIN / 2
    }
}

/// What the lines show that may be of each encoding.
fn evidence(text: &str, suspects: &[Suspect]) -> Vec<(Legacy, Evidence)> {
    let of = |legacy: Legacy| {
        let mut evidence = Evidence::default();
        for suspect in suspects.iter().filter(|suspect| suspect.clear().is_some_and(|best| best.legacy == legacy)) {
            evidence.add(legacy, sample(&text[suspect.start..suspect.end]));
        }
        (legacy, evidence)
    };
    Legacy::ALL.into_iter().map(of).collect()
}

/// The encodings that stand in the text for certain.
fn known(suspects: &[Suspect], evidence: &[(Legacy, Evidence)]) -> Vec<Legacy> {
    let doubtful = suspects.iter().filter(|suspect| suspect.best.is_some()).count();
    let is_known = |legacy: &Legacy| {
        let clear = || suspects.iter().filter(|suspect| suspect.clear().is_some_and(|best| best.legacy == *legacy));
        let joint_gain: i64 = clear().map(Suspect::gain).sum();
        clear().any(Suspect::is_sure) || (clear().count() * 10 >= doubtful * 7 && joint_gain >= JOINT_GAIN)
    };
    let is_evident = |(legacy, evidence): &(Legacy, Evidence)| evidence.suffices(*legacy).then_some(*legacy);
    evidence.iter().filter_map(is_evident).filter(is_known).collect()
}

/// For each line the encoding that it is read in.
fn decide(text: &str, suspects: &[Suspect], known: &[Legacy]) -> Vec<Option<Legacy>> {
    let best_of = |suspect: &Suspect| {
        let sample = sample(&text[suspect.start..suspect.end]);
        let readings = known.iter().rev().map(|&legacy| (legacy, judge(&read(legacy, sample))));
        readings.max_by_key(|(_, verdict)| verdict.score)
    };
    let decide_alone = |suspect: &Suspect| {
        suspect.best.as_ref().and_then(|_| best_of(suspect)).filter(|(_, verdict)| {
            verdict.percent() >= LIKELY_PERCENT && verdict.score - suspect.as_is.score >= LIKELY_GAIN
        })
    };
    let mut decisions: Vec<_> = suspects.iter().map(|s| decide_alone(s).map(|(legacy, _)| legacy)).collect();
    let old_blocks: FxHashSet<usize> =
        suspects.iter().zip(&decisions).filter(|(_, decision)| decision.is_some()).map(|(s, _)| s.block).collect();
    for (suspect, decision) in suspects.iter().zip(&mut decisions) {
        // A short line may be Vietnamese either way; then its neighbors decide.
        if decision.is_none() && old_blocks.contains(&suspect.block) {
            let reading = best_of(suspect)
                .filter(|(_, verdict)| verdict.percent() >= SURE_PERCENT && verdict.score > suspect.as_is.score);
            *decision = reading.map(|(legacy, _)| legacy);
        }
    }
    decisions
}

fn read_lines(text: &str, suspects: &[Suspect], decisions: &[Option<Legacy>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (suspect, decision) in suspects.iter().zip(decisions) {
        if let Some(legacy) = *decision {
            out.push_str(&text[done..suspect.start]);
            out.push_str(&reread(legacy, &text[suspect.start..suspect.end]));
            done = suspect.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// Reads text of an encoding that it is in for certain.
fn reread(legacy: Legacy, text: &str) -> String {
    read(legacy, &look_alikes::undone(legacy, text))
}

fn notices(known: &[Legacy], decisions: &[Option<Legacy>], left: usize) -> Vec<Oddity> {
    let counts =
        known.iter().map(|legacy| (legacy, decisions.iter().filter(|decision| **decision == Some(*legacy)).count()));
    let mut notices: Vec<Oddity> = counts
        .filter(|(_, count)| *count > 0)
        .map(|(legacy, lines)| Oddity::OldLines { lines, encoding: legacy.name().to_owned() })
        .collect();
    if left > 0 {
        notices.push(Oddity::LeftLines(left));
    }
    notices
}

/// Whether words of an old encoding stand among words of Unicode.
fn is_mixed(line: &str) -> bool {
    [Legacy::Tcvn3, Legacy::Vni].into_iter().any(|legacy| {
        let mut sum = Verdict::default();
        for word in sample(line).split_whitespace() {
            let is_bytes = !word.is_ascii() && !word.chars().any(is_letter_beyond_bytes);
            if is_bytes && judge(word).percent() == 0 {
                let verdict = judge(&read(legacy, word));
                sum.marked += verdict.marked;
                sum.syllables += verdict.syllables;
                sum.score += verdict.score;
            }
        }
        sum.marked >= SURE_WORDS && sum.percent() >= SURE_PERCENT && sum.score >= SURE_SCORE
    })
}

fn sample(line: &str) -> &str {
    let mut end = line.len().min(SAMPLE_BYTES);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    &line[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, notices: &[&str]) {
        let (got, got_notices) = repair(text.to_owned());
        assert_eq!(got, expected, "{text}");
        let told: Vec<String> = got_notices.iter().map(Oddity::to_string).collect();
        assert_eq!(told, notices, "{text}");
    }

    #[test]
    fn lines_of_an_old_encoding_are_read() {
        check(
            "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do\nCông an tỉnh Cao Bằng\nCông an là bạn\n",
            "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do\nCông an tỉnh Cao Bằng\nCông an là bạn\n",
            &["2 lines in tcvn3 shown as Latin-1, now decoded"],
        );
        check(
            "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            &["1 line in tcvn3 shown as Latin-1, now decoded"],
        );
        check(
            "Lieân ñoaøn Lao ñoäng tænh Cao Baèng",
            "Liên đoàn Lao động tỉnh Cao Bằng",
            &["1 line in vni shown as Latin-1, now decoded"],
        );
        check(
            "Nhµ n-íc ta ®-îc nh©n d©n c¶ n-íc ñng hé - ng-êi T©y-B¾c",
            "Nhà nước ta được nhân dân cả nước ủng hộ - người Tây-Bắc",
            &["1 line in tcvn3 shown as Latin-1, now decoded"],
        );
        // Cells of a table, each too short alone.
        check(
            "Sè\nHä vµ tªn\nN¨m\nGhi chó\nL§L§ tØnh\nTiÕng ViÖt\n",
            "Số\nHọ và tên\nNăm\nGhi chú\nLĐLĐ tỉnh\nTiếng Việt\n",
            &["6 lines in tcvn3 shown as Latin-1, now decoded"],
        );
    }

    #[test]
    fn a_text_of_one_encoding_is_read_as_a_whole() {
        check(
            "Liªn ®oµn Lao ®éng\ntØnh Cao B»ng\nN¨m häc\nSè ng\u{AD}êi\nL§L§\n",
            "Liên đoàn Lao động\ntỉnh Cao Bằng\nNăm học\nSố người\nLĐLĐ\n",
            &["4 lines in tcvn3 shown as Latin-1, now decoded"],
        );
        check(
            "Liªn ®oµn Lao ®éng tØnh Cao B»ng\nL§L§\nHội nghị\n",
            "Liên đoàn Lao động tỉnh Cao Bằng\nL§L§\nHội nghị\n",
            &["1 line in tcvn3 shown as Latin-1, now decoded"],
        );
    }

    #[test]
    fn unicode_is_never_touched() {
        for text in [
            "",
            "plain",
            "Cộng hòa xã hội",
            "Hoà thuận là hoà hợp; cá, cà, có, cô",
            "Công văn số 12 do ông Lô ký",
            "Un été à la plage, déjà vu: garçon, où êtes-vous né à côté?",
            "Die Straße über die Brücke führt zu den Häusern; schöne Grüße",
            "El niño español comió piñas; mañana también",
            "São Paulo não está à venda, coração",
            "§ 5 Abs. 2 BGB – 20 °C, 5 m², ½ «quoted» © 2021",
            "naïve café",
            "Arrêtés N°12, N°13, N°14 et N°15 du 5 mai 1931",
            "Choisir « Editer », puis « Effacer » ou « Quitter ».\n§1 §2 §3 §4",
            "N°12 N°13 N°14 N°15 N°16 t° = 5, t° = 6",
            "Nguyên tên là Lê Công Hoà",
            "Ngay tư\u{300} nhu\u{31B}\u{303}ng nga\u{300}y",
        ] {
            check(text, text, &[]);
        }
    }

    #[test]
    fn what_is_not_certain_is_left_with_a_notice() {
        let text = "Họ tên: NguyÔn V¨n Th¾ng, quª qu¸n: tØnh Cao B»ng\n";
        check(text, text, &["1 line with letters that look like an old encoding, left as they are"]);
        check("vµ cña", "vµ cña", &[]);
        check(
            "qu¸n bón ch¶",
            "qu¸n bón ch¶",
            &["1 line with letters that look like an old encoding, left as they are"],
        );
    }
}
