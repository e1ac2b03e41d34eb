//! What assistants are told, in both languages.

use super::super::Sample;
use crate::mention::date::TimeFault;
use crate::query::ValueFault;
use crate::voice::tools::{Misuse, Prompt, Tool};

pub(in super::super) fn samples() -> Vec<Sample> {
    let mut all = Vec::new();
    for tool in Tool::ALL {
        all.push(Sample::of(&tool, "Tool", &|language| language.tool_about(tool).to_owned()));
    }
    for prompt in Prompt::ALL {
        all.push(Sample::of(&prompt, "Prompt", &|language| {
            format!("{}\n{}", language.prompt_about(prompt), language.prompt(prompt, "…"))
        }));
    }
    let (known, doc) = ("…".to_owned(), "a.txt".to_owned());
    for misuse in [
        Misuse::NoTool { known: known.clone() },
        Misuse::Arguments { said: known.clone() },
        Misuse::NoQuery,
        Misuse::TooLong { name: "text", most: 20_000 },
        Misuse::Count { name: "limit", least: 1, most: 20 },
        Misuse::Odd { name: "number", typed: "xyz".to_owned(), fault: ValueFault::NoNumber },
        Misuse::Time { name: "from", typed: "31/2/2020".to_owned(), fault: TimeFault::NoDay },
        Misuse::Open { name: "from", typed: "..1960".to_owned() },
        Misuse::Open { name: "to", typed: "1950..".to_owned() },
        Misuse::Reversed,
        Misuse::Numbers { most: 20 },
        Misuse::Type { known: known.clone() },
        Misuse::NoDocument { name: doc.clone() },
        Misuse::WithoutText { file: doc.clone() },
        Misuse::Several { ids: doc.clone() },
        Misuse::NoLine { doc: doc.clone(), last: 12 },
        Misuse::NoResource { uri: known.clone() },
        Misuse::NoIndex,
        Misuse::NoPrompt { known },
        Misuse::NoArgument { name: "ten" },
    ] {
        all.push(Sample::of(&misuse, "Misuse", &|language| language.misuse(&misuse)));
    }
    all
}
