//! What a text tells of a document once, to all places where it names the document: the province of its issuer.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::after;
use super::mention::NumberMention;
use super::words::Room;
use crate::analysis::fold;

/// What is told of a number: the province and the day beside it, or that there are two of the number.
#[derive(Clone)]
enum Told {
    Once(String, Option<Date>),
    OfTwo,
}

/// Gives the references without a province that of the one document of their number whose province is told, unless
/// their day of issue is another, or they name another issuer: `UBND huyện Mai Sơn`.
pub(super) fn share_provinces(text: &str, room: &mut Room, mentions: &mut [NumberMention]) {
    let mut told: FxHashMap<String, Told> = FxHashMap::default();
    for mention in mentions.iter() {
        let Some(province) = &mention.province else { continue };
        let this = Told::Once(province.clone(), mention.issued);
        told.entry(mention.number.canonical())
            .and_modify(|known| {
                let Told::Once(other, issued) = known else { return };
                if other != province || differ(*issued, mention.issued) {
                    *known = Told::OfTwo;
                } else {
                    *issued = issued.or(mention.issued);
                }
            })
            .or_insert(this);
    }
    if told.is_empty() {
        return;
    }
    for mention in mentions.iter_mut().filter(|mention| mention.province.is_none()) {
        if let Some(Told::Once(province, issued)) = told.get(&mention.number.canonical())
            && !differ(*issued, mention.issued)
            && !names_issuer(text, mention, room)
        {
            mention.province = Some(province.clone());
        }
    }
}

/// Whether a reference names who issued the document: of a body of a province that need not be said again, its type
/// tells nothing.
fn names_issuer(text: &str, mention: &NumberMention, room: &mut Room) -> bool {
    const BODIES: [&str; 8] = [
        "ubnd",
        "hdnd",
        "uy ban nhan dan",
        "hoi dong nhan dan",
        "chu tich ubnd",
        "chu tich uy ban nhan dan",
        "tinh",
        "thanh pho",
    ];
    let Some(issuer) = after::read(text, mention.range.end, room).issuer else { return false };
    let folded = fold(&issuer);
    let body = folded.strip_suffix(" tinh").or(folded.strip_suffix(" thanh pho")).unwrap_or(&folded);
    !BODIES.contains(&body)
}

/// Whether two days of issue are told that are not one.
fn differ(one: Option<Date>, other: Option<Date>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

#[cfg(test)]
mod tests {
    use crate::mention::number::find;

    #[test]
    fn a_number_has_one_province_in_a_text() {
        let provinces = |text: &str| -> Vec<String> {
            find(text).into_iter().map(|mention| mention.province.unwrap_or_default()).collect()
        };
        let check = |text: &str, expected: &[&str]| assert_eq!(provinces(text), expected, "{text}");
        check(
            "Sửa Quyết định số 5/2016/QĐ-UBND của UBND tỉnh Cao Bằng. Quyết định số 05/2016/QĐ-UBND hết hiệu lực.",
            &["Cao Bằng", "Cao Bằng"],
        );
        check(
            "Theo Quyết định số 5/2016/QĐ-UBND, thay Quyết định số 5/2016/QĐ-UBND ngày 2/3/2016 của UBND tỉnh Cao Bằng.",
            &["Cao Bằng", "Cao Bằng"],
        );
        // another day, another province, another number
        check(
            "Quyết định số 5/QĐ-UBND ngày 2/3/2016 của UBND tỉnh Cao Bằng; Quyết định số 5/QĐ-UBND ngày 4/5/2018.",
            &["Cao Bằng", ""],
        );
        check(
            "Quyết định số 5/QĐ-UBND của UBND tỉnh Cao Bằng, Quyết định số 5/QĐ-UBND của UBND tỉnh Sơn La, \
             Quyết định số 5/QĐ-UBND.",
            &["Cao Bằng", "Sơn La", ""],
        );
        check("Quyết định số 5/QĐ-UBND của UBND tỉnh Cao Bằng, Quyết định số 6/QĐ-UBND.", &["Cao Bằng", ""]);
    }

    #[test]
    fn who_names_another_issuer_is_of_no_province() {
        let check = |issuer: &str, expected: &str| {
            let text = format!(
                "Theo Quyết định số 5/QĐ-UBND của UBND tỉnh Cao Bằng. Quyết định số 5/QĐ-UBND của {issuer} quy định thêm."
            );
            let provinces: Vec<String> =
                find(&text).into_iter().map(|mention| mention.province.unwrap_or_default()).collect();
            assert_eq!(provinces, ["Cao Bằng", expected], "{issuer}");
        };
        check("UBND huyện Mai Sơn", "");
        check("Ủy ban nhân dân xã Tân Lập", "");
        check("UBND thị xã Sơn Tây", "");
        check("Chủ tịch UBND huyện Mai Sơn", "");
        check("UBND tỉnh", "Cao Bằng");
        check("Ủy ban nhân dân tỉnh", "Cao Bằng");
        check("UBND tỉnh Cao Bằng", "Cao Bằng");
    }
}
