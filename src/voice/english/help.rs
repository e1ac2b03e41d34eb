//! What help says, in English.

mod examples;

use crate::voice::topic::Topic;

pub fn help(topic: Topic) -> &'static str {
    match topic {
        Topic::About => "Full-text search for Vietnamese documents, with diacritics or without",
        Topic::Wants => examples::WANTS,
        Topic::Examples => examples::PROGRAM,
        Topic::UsageTitle => "Usage",
        Topic::ArgumentsTitle => "Arguments",
        Topic::OptionsTitle => "Options",
        Topic::EverywhereTitle => "Options of every verb",
        Topic::VerbsTitle => "Commands",
        Topic::ReadingTitle => "How files are read",
        Topic::AnyOptions => "[OPTIONS]",
        Topic::AnyVerb => "COMMAND",
        Topic::DefaultTitle => "default",
        Topic::NameSection => "NAME",
        Topic::SynopsisSection => "SYNOPSIS",
        Topic::DescriptionSection => "DESCRIPTION",
        Topic::MoreSection => "MORE",
        Topic::Index => {
            "Folder of the index, or a name of one in tracuu.toml [default: index, here or in a folder above] [env: TRACUU_INDEX]"
        }
        Topic::Ca => "Certificates in PEM that a cluster is trusted by [default: those of the system] [env: TRACUU_CA]",
        Topic::InsecureHttp => "Ask clusters beyond this machine without encryption",
        Topic::Partial => {
            "Where shards of a cluster do not answer, answer from those that do, with a notice of how many are missing"
        }
        Topic::Json => "Print JSON and nothing else on standard output",
        Topic::Format => "Print as `csv` for spreadsheets, a row for each result, or as `json`",
        Topic::Color => "When to use colors: auto, always or never; auto also heeds NO_COLOR",
        Topic::Lang => "Language: vi, en or auto, which follows TRACUU_LANG, the system, the query and the index",
        Topic::Help => "Print help; --help tells more than -h",
        Topic::Version => "Print the version",
        Topic::Count => "N",
        Topic::Mebibytes => "MIB",
        Topic::Folder => "DIR",
        Topic::File | Topic::Files => "FILE",
        Topic::Path => "PATH",
        Topic::Place => "PLACE",
        Topic::Query => "QUERY",
        Topic::Glob => "GLOB",
        Topic::NumberValue => "NUMBER",
        Topic::NameValue => "NAME",
        Topic::When => "WHEN",
        Topic::Day => "DAY",
        Topic::Order => "ORDER",
        Topic::Mode => "WHEN",
        Topic::Language => "LANGUAGE",
        Topic::KindValue => "KIND",
        Topic::TypeValue => "TYPE",
        Topic::IssuerValue => "ISSUER",
        Topic::OfficeValue => "OFFICE",
        Topic::StepValue => "STEP",
        Topic::FormatValue => "FORMAT",
        Topic::EncodingValue => "NAME",
        Topic::TextValue => "TEXT",
        Topic::FormValue => "FORM",
        Topic::ShellValue => "SHELL",
        Topic::VerbValue => "VERB",
        Topic::DocumentValue => "DOC[:LINE]",
        Topic::IndexAbout => "Bring the index up to date with files and folders",
        Topic::SearchAbout => "Find passages",
        Topic::NumberAbout => "Find the documents behind a number and every passage that names them",
        Topic::PeopleAbout => "List the people, or find one with every passage in order of time",
        Topic::TimelineAbout => "List events and times in order",
        Topic::ShowAbout => "Show a document, or the surroundings of a line",
        Topic::ExtractAbout => "Find every document number, date, person and event in files, without an index",
        Topic::EvalAbout => "Measure the ranking with queries whose answers are known",
        Topic::InspectAbout => "Show what a stage of the program makes of an input",
        Topic::StatusAbout => "Tell what is indexed, how old it is, and what has changed since",
        Topic::McpAbout => "Let an assistant look things up, over standard input and output (Model Context Protocol)",
        Topic::CheckAbout => "Check whether the index knows the document numbers, people and days of a draft",
        Topic::ServeAbout => "Serve pages and an API that others open in a browser or call",
        Topic::CompletionsAbout => "Print a script that completes commands in a shell",
        Topic::ManAbout => "Print the manual page",
        Topic::HelpAbout => "Tell about a verb",
        Topic::IndexExamples => examples::INDEX,
        Topic::SearchExamples => examples::SEARCH,
        Topic::SearchLanguage => examples::LANGUAGE,
        Topic::NumberExamples => examples::NUMBER,
        Topic::PeopleExamples => examples::PEOPLE,
        Topic::TimelineExamples => examples::TIMELINE,
        Topic::ShowExamples => examples::SHOW,
        Topic::ExtractExamples => examples::EXTRACT,
        Topic::EvalExamples => examples::EVAL,
        Topic::InspectExamples => examples::INSPECT,
        Topic::StatusExamples => examples::STATUS,
        Topic::McpExamples => examples::MCP,
        Topic::CheckExamples => examples::CHECK,
        Topic::ServeExamples => examples::SERVE,
        Topic::CompletionsExamples => examples::COMPLETIONS,
        Topic::ManExamples => examples::MAN,
        Topic::IndexPaths => "Files and folders [default: all that are indexed, or corpus]",
        Topic::IndexRebuild => "Start over instead of reading only what has changed",
        Topic::IndexForget => {
            "Take what was indexed from here out of the index, whether it is there or not: a path, a name in the \
             index, or the end of either; may be given again"
        }
        Topic::IndexMove => {
            "Tell where a folder that was indexed lies now: its name, or where it lay, and its new place"
        }
        Topic::IndexExclude => {
            "Pass over what fits in this run: `*.bak`, `nháp/`, `/2020/*.txt`; `.tracuuignore` in a folder does so always"
        }
        Topic::IndexWait => "Wait while another process writes to the index",
        Topic::IndexWatch => "Stay and index whatever changes, until Ctrl-C",
        Topic::IndexThreads => "How many threads work, up to 512 [default: as many as the machine has]",
        Topic::ReadEncoding => {
            "Encoding of texts that are not plainly Unicode; without it the one that makes most Vietnamese"
        }
        Topic::ReadOcr => "Recognize scanned pages of PDF; needs tesseract with Vietnamese, and pdftoppm",
        Topic::ReadFileSize => "Size of a file at most, also of what is unpacked of it (256)",
        Topic::ReadArchiveSize => "Size of an archive at most, with all that is unpacked of it (1,024)",
        Topic::ReadLineSize => "Size of a line of JSON Lines at most (64)",
        Topic::ReadSeconds => "Time for a .doc, .xls, .ppt, .pdf or a scanned page at most, in seconds (60)",
        Topic::ReadMemory => "Memory for a .doc, .xls, .ppt, .pdf or a scanned page at most, 128 or more (2,048)",
        Topic::ReadScans => "Scanned pages of a document that are recognized at most (500)",
        Topic::SearchQuery => "What to look for",
        Topic::SearchLimit => "How many hits to print, up to 10,000",
        Topic::SearchOffset => "How many of the best hits to leave out",
        Topic::SearchIn => "Only documents whose path or id matches, as typing in:GLOB; may be given again",
        Topic::SearchNumber => "Only passages that name this document, as typing number:NUMBER; may be given again",
        Topic::SearchPerson => "Only passages that name this person, as typing person:NAME; may be given again",
        Topic::SearchInForce => {
            "Only documents that are in force on this day or period, today if none is given, as far as the index tells, as \
             typing in-force:DAY; of which nothing is told stay"
        }
        Topic::SearchDate => "Only passages that name a time which overlaps this day or period, as typing date:WHEN",
        Topic::SearchFrom => "Only passages that name this day or a later time",
        Topic::SearchTo => "Only passages that name this day or an earlier time",
        Topic::SearchSort => {
            "In which order: relevance (the best first), or date (by the times that the passages name)"
        }
        Topic::SearchExact => "Diacritics as typed, nothing folded",
        Topic::SearchPerDocument => "The best passage of each document, with how many more it has",
        Topic::SearchExplain => "What each score is made of",
        Topic::SearchBatch => {
            "Answer each line of a file (- for standard input): JSON {\"id\", \"query\"} or plain text"
        }
        Topic::NumberNumber => "The number, in any spelling; its digits alone will do",
        Topic::NumberList => "List all numbers that the index knows",
        Topic::NumberType => "Only documents of this type: its abbreviation or its words",
        Topic::NumberIssuer => "Only documents of this issuer: its symbol or part of its name",
        Topic::NumberFrom => "Only documents issued on this day or later",
        Topic::NumberTo => "Only documents issued on this day or earlier",
        Topic::NumberOn => "Whether it is in force on this day, instead of today",
        Topic::NumberGraph => "Print what documents do to each other as a graph in DOT",
        Topic::NumberLimit => {
            "How many passages to print for each document (20), or how many numbers of the list (all)"
        }
        Topic::PeopleName => {
            "A name, with or without diacritics; a given name behind a title will do, a family name lists who bears it"
        }
        Topic::PeopleRole => "Only people with an office that holds these words",
        Topic::PeopleFrom => {
            "Only people named beside this day or a later time; with --role, those who held the office then"
        }
        Topic::PeopleTo => {
            "Only people named beside this day or an earlier time; with --role, those who held the office then"
        }
        Topic::PeopleSort => "In which order: mentions (those named most often first), or name (by given name)",
        Topic::PeopleLimit => "How many people to print, or how many passages of one person",
        Topic::TimelineQuery => "Only passages that hold all words of this query, in the times that it names",
        Topic::TimelineFrom => "Only this day or later",
        Topic::TimelineTo => "Only this day or earlier",
        Topic::TimelineType => "Only events of this type: congress, conference, founding, election, issuance, ...",
        Topic::TimelineBy => "What a bar stands for: year, month or decade",
        Topic::TimelineLimit => "How many events and times to print",
        Topic::ShowDocument => {
            "A document: its path, its name in the index, or the end of either, or FILE/ID where its id stands in \
             several files; with :LINE the surroundings of that line"
        }
        Topic::ShowContext => "How many lines to show on each side of the line",
        Topic::ExtractFiles => "Files or folders; - is standard input",
        Topic::ExtractKind => {
            "Only mentions of these kinds: number, date, person, event, abbreviation, relation, validity; may be given again"
        }
        Topic::EvalQueries => {
            "JSON Lines files of queries, or folders of `queries.jsonl` and the `index` that answers them"
        }
        Topic::EvalFold => "Take the diacritics off the queries first",
        Topic::EvalWeights => "Compare with other weights of ranking: a JSON file of those that change",
        Topic::InspectDocument => "How a file was read, and its text",
        Topic::InspectPassages => "A file as it is cut into passages",
        Topic::InspectMentions => "The people, events and offices found in a file, and why",
        Topic::InspectTokens => "A text as it is cut into tokens",
        Topic::InspectQuery => "A query as it is understood, and the terms it looks up in the index",
        Topic::InspectAbbreviations => "The short forms that the documents define, most often defined first",
        Topic::InspectIndex => "What the index is made of",
        Topic::InspectDocumentExamples => examples::INSPECT_DOCUMENT,
        Topic::InspectAbbreviationsExamples => examples::INSPECT_ABBREVIATIONS,
        Topic::InspectMentionsExamples => examples::INSPECT_MENTIONS,
        Topic::InspectFile => "The file",
        Topic::InspectText => "The text",
        Topic::InspectTyped => "The query",
        Topic::InspectForm => "A short or a long form; all that the documents define if none is given",
        Topic::InspectWhy => "Tell the rules that decided, also on what was found to be nothing of the kind",
        Topic::AddressValue => "ADDR:PORT",
        Topic::HostValue => "NAME",
        Topic::UrlValue => "URL",
        Topic::RootValue => "ROOT",
        Topic::MillisValue => "MS",
        Topic::ServeListen => "Address and port to listen at; other computers reach it only where it is not 127.0.0.1",
        Topic::ServeTokenFile => {
            "Ask whoever comes for the token in this file: browsers as a password, programs as `Authorization: Bearer`"
        }
        Topic::ServeOpen => "Answer whoever reaches the address, without a token",
        Topic::ServeAllowHost => "A name by which the server is reached, besides its addresses; may be given again",
        Topic::ServePublicUrl => "How the server is reached behind a proxy, as https://tracuu.example.vn",
        Topic::ServeOnly => "Serve what belongs to this root alone, by its name or place; may be given again",
        Topic::ServeFiles => "Hand out the files that documents were read from, where they have not changed since",
        Topic::ServeWorkers => "How many threads answer [default: as many as the machine has]",
        Topic::ServeMaxWait => "How long a request waits for its turn before it is told to come again, in milliseconds",
        Topic::ServeAccessLog => "Note each request as a line of JSON in this file (- for standard output)",
        Topic::ServeLogQueries => "Note what was looked for, too",
        Topic::ServeMcp => "Answer assistants, too, at /mcp (Model Context Protocol over HTTP)",
        Topic::ServeWatch => "Keep the index up to date with its files meanwhile",
        Topic::StatusCheck => "Verify the checksums of the index",
        Topic::StatusFields => "Tell what each field takes on disk",
        Topic::StatusTemplate => "Print the index template of an archive in a cluster, as JSON; no cluster is asked",
        Topic::StatusSettings => "Tell what holds where nothing is typed, and where it comes from [env: TRACUU_CONFIG]",
        Topic::CompletionsShell => "The shell: bash, elvish, fish, powershell or zsh",
        Topic::ManVerb => "The verb to tell about [default: the program]",
        Topic::HelpVerb => "The verb",
    }
}
