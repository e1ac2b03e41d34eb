//! What a text tells of a document once, to all places where it names the document: the province of its issuer.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::after;
use super::mention::{NumberMention, Role};
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
    let head = mentions.iter().find(|mention| mention.role == Role::Head).and_then(|head| head.province.clone());
    for mention in mentions.iter_mut().filter(|mention| mention.province.is_none()) {
        let Some(Told::Once(province, issued)) = told.get(&mention.number.canonical()) else { continue };
        if differ(*issued, mention.issued) {
            continue;
        }
        mention.province = match issuer(text, mention, room) {
            Issuer::Untold => Some(province.clone()),
            // `của UBND tỉnh` in a paper of a province is said of its own
            Issuer::Body => head.clone().or_else(|| Some(province.clone())),
            Issuer::Other => None,
        };
    }
}

/// Who a reference says that issued the document.
enum Issuer {
    Untold,
    /// A body by its type, of a province that need not be said again.
    Body,
    Other,
}

fn issuer(text: &str, mention: &NumberMention, room: &mut Room) -> Issuer {
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
    let Some(issuer) = after::read(text, mention.range.end, room).issuer else { return Issuer::Untold };
    let folded = fold(&issuer);
    let body = folded.strip_suffix(" tinh").or(folded.strip_suffix(" thanh pho")).unwrap_or(&folded);
    if BODIES.contains(&body) { Issuer::Body } else { Issuer::Other }
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
    fn a_number_that_stands_twice_is_of_the_province_beside_it() {
        let check = |text: &str| {
            let found = find(text).into_iter().map(|mention| mention.province.unwrap_or_default());
            assert_eq!(found.collect::<Vec<_>>(), ["Cao Bằng", "Lạng Sơn"], "{text}");
        };
        check("Quyết định số 5/2016/QĐ-UBND của tỉnh Cao Bằng, Quyết định số 5/2016/QĐ-UBND của Lạng Sơn.");
        check("Quyết định số 5/2016/QĐ-UBND (Cao Bằng), Quyết định số 5/2016/QĐ-UBND ngày 2/3/2016 của tỉnh Lạng Sơn.");
        check("UBND tỉnh Cao Bằng ban hành Quyết định số 5/2016/QĐ-UBND.\nTại Lạng Sơn, Quyết định số 5/2016/QĐ-UBND.");
        check("Tỉnh Cao Bằng: Quyết định số 5/2016/QĐ-UBND.\nTỉnh Lạng Sơn: Quyết định số 5/2016/QĐ-UBND.");
        check("1. Tỉnh Cao Bằng\n- Quyết định số 5/2016/QĐ-UBND\n2. Tỉnh Lạng Sơn\n- Quyết định số 5/2016/QĐ-UBND");
        check("| Cao Bằng | Quyết định số 5/2016/QĐ-UBND |\n| UBND tỉnh Lạng Sơn | Quyết định số 5/2016/QĐ-UBND |");
        let own = "UBND TỈNH CAO BẰNG\nSố: 7/2021/QĐ-UBND\n\nBãi bỏ Quyết định số 5/2016/QĐ-UBND của UBND tỉnh; \
                   Quyết định số 5/2016/QĐ-UBND của UBND tỉnh Lạng Sơn không thuộc danh mục.";
        check(
            own.split_once("\n\n").map_or("", |(_, body)| body).replace("UBND tỉnh;", "UBND tỉnh Cao Bằng;").as_str(),
        );
        let provinces: Vec<_> = find(own).into_iter().filter_map(|mention| mention.province).collect();
        assert_eq!(provinces, ["Cao Bằng", "Cao Bằng", "Lạng Sơn"]);
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
