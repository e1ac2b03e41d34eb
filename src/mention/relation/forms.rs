//! A line of a table to its forms: `a/b` is either, `[a b]` may be left out.

/// The forms of a line of a table, each as its words.
pub(super) fn forms(line: &str) -> Vec<Vec<&str>> {
    let mut forms: Vec<Vec<&str>> = vec![Vec::new()];
    let mut rest = line;
    while !rest.is_empty() {
        let (group, optional, behind) = match rest.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            Some((inner, behind)) => (inner, true, behind),
            None => {
                let end = rest.find(' ').unwrap_or(rest.len());
                (&rest[..end], false, &rest[end..])
            }
        };
        rest = behind.trim_start();
        let mut longer = if optional { forms.clone() } else { Vec::new() };
        let mut with = forms;
        for word in group.split(' ') {
            with = with
                .iter()
                .flat_map(|form| word.split('/').map(|word| form.iter().copied().chain([word]).collect()))
                .collect();
        }
        longer.extend(with);
        forms = longer;
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_all_their_forms() {
        let told: Vec<String> = forms("bị/được bãi [thi hành] bỏ").iter().map(|form| form.join(" ")).collect();
        assert_eq!(told, ["bị bãi bỏ", "được bãi bỏ", "bị bãi thi hành bỏ", "được bãi thi hành bỏ"]);
    }
}
