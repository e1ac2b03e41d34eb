//! What stands behind the options in help, in English: how queries are written, and what to type for what.

pub const WANTS: &str = "\
What do you want to do?
  look something up                     tracuu search do van thang
  find a document by its number         tracuu number 142/kh-ldld
  read on where a hit stands            tracuu show cao-bang-1955-1975.txt:12
  know who a person is                  tracuu people 'Đỗ Văn Thắng'
  see what happened when                tracuu timeline công đoàn 1960
  make documents searchable             tracuu index ~/archive";

pub const PROGRAM: &str = "\
Exit codes: 0 found or done, 1 nothing found, 2 error.
COLUMNS sets the width of lines, also where they go to a file.
`tracuu help VERB` tells more about each verb, `tracuu help search` how queries are written.";

pub const INDEX: &str = "\
Only new, changed and vanished files are touched, and only those under the paths given.
Each path has a name, its last folder: documents are known as NAME/path wherever it lies.
A path that was given and is not there, or is empty now, stays in the index and is told: --forget takes it out.
Files of one content are indexed once and shown under all their paths.
A file that cannot be read is told and left out; everything else is indexed.
With --encoding text files are read again even if they have not changed.

Examples:
  tracuu index                        all that was indexed before; at first the folder corpus/
  tracuu index corpus ~/archive       two folders, one index
  tracuu index corpus/tin-ngan.jsonl  one document a line: {\"id\", \"text\", \"title\", \"date\"}
  tracuu index --watch papers/        stay, and follow every change
  tracuu index --move papers /srv/papers    papers/ was moved: nothing is read again
  tracuu index --forget ~/archive/1975      out of the index, and left out from now on
  tracuu index --encoding vni old/    texts of an encoding that was not recognized
  tracuu index --ocr scans/           PDF of scanned pages, if tesseract and pdftoppm are installed
  tracuu --index /tmp/law index law/  another index";

pub const SEARCH: &str = "\
Examples:
  tracuu search do van thang              with or without diacritics
  tracuu search '\"đại hội lần thứ hai\"'   these words side by side
  tracuu search bầu thư ký -chủ           without a word
  tracuu search bầu in:cao-bang-*.txt     in some documents only

`tracuu help search` tells how queries are written.";

pub const LANGUAGE: &str = "\
How queries are written:
  bầu thư ký              passages with any of these words; the more, the rarer and the closer \
     together, the higher
  do van thang            diacritics may be left out
  \"đại hội lần thứ hai\"   these words side by side
  -chủ  -\"chủ tịch\"       without this word, without these words
  142/kh-ldld             a document number, typed as it comes to hand; number:06-CT/TU demands it
  17-2-1979, 2/1979       a time: passages whose times fit most closely; date:2021 demands it
  1950..1960, trước 1945  a period, an open period
  người:\"Đỗ Văn Thắng\"    only passages that name this person, by short names too; person: is the same
  in:cao-bang-*.txt       only documents whose name matches; trong: is the same
  in-force:1/7/2021       only documents that are in force then, as far as the
                          index tells; in-force:today; hiệu lực: is the same
  -in:nhap                what a filter lets through can be left out, too

No query is a syntax error: what does not parse is searched as text, and a notice says so.
The shell needs quotes around quotes: tracuu search '\"đại hội lần thứ hai\"'
If there is no index yet, none is named and there is a folder corpus/, it is indexed first.

Examples:
  tracuu search 142/kh-ldld                 a document by its number
  tracuu search ngày 17-2-1979              a day
  tracuu search --person 'Đỗ Văn Thắng'     a person
  tracuu search bầu --from 1950 --to 1960   what names a time between
  tracuu search 12/2015/QĐ-UB còn hiệu lực không    answered first
  tracuu search 'văn bản nào thay thế 12/2015/QĐ-UB'
  tracuu search --in-force thi đua          only what is in force today
  tracuu search --in-force 2015 thi đua     by 2015
  tracuu search --exact bán                 bán, and neither bạn nor ban
  tracuu search --per-document thi đua      each document once
  tracuu search --sort date thi đua         in order of time
  tracuu search -- --bầu                    words that look like options
  tracuu search --json --batch queries.jsonl

Exit codes: 0 found, 1 nothing found, 2 error.";

pub const NUMBER: &str = "\
Examples:
  tracuu number 142/kh-ldld             the paper itself and every passage that cites it
  tracuu number chi thi 06 tinh uy      typed as it comes to hand
  tracuu number 142                     every document of that number
  tracuu number --list --type KH        the register of all plans
  tracuu number --list --issuer LĐLĐ --from 2021 --to 4/2021
  tracuu --json number --list | jq -r '.numbers[].canonical'

Exit codes: 0 found, 1 nothing found, 2 error.";

pub const PEOPLE: &str = "\
Examples:
  tracuu people                          everybody, those named most often first
  tracuu people do van thang             one person: spellings, offices, passages in order of time
  tracuu people ông Sơn                  by the given name alone
  tracuu people --role 'thư ký' --to 1960
  tracuu --json people --sort name | jq -r '.people[].name'

Exit codes: 0 found, 1 nothing found, 2 error.";

pub const TIMELINE: &str = "\
Examples:
  tracuu timeline                          everything that is dated
  tracuu timeline công đoàn tỉnh --from 1947 --to 1960
  tracuu timeline công đoàn 1960           what of it is told of 1960
  tracuu timeline --type congress          congresses only; 'đại hội' is the same
  tracuu timeline --from 2021 --by month   a bar for each month
  tracuu --json timeline --type election | jq '.moments[].people'

Exit codes: 0 found, 1 nothing found, 2 error.";

pub const SHOW: &str = "\
Examples:
  tracuu show corpus/cao-bang-1955-1975.txt
  tracuu show cao-bang-1955-1975.txt:12
  tracuu show phong-trao:7 --context 2     any part of the name that only one document has";

pub const EXTRACT: &str = "\
Examples:
  tracuu extract corpus/ke-hoach-142-bo-luat-lao-dong.txt
  tracuu extract --json --kind number corpus | jq -r .value.canonical | sort | uniq -c
  echo 'theo Chỉ thị 06 - CT/TU' | tracuu extract -

Exit codes: 0 found, 1 nothing found, 2 a file could not be read.";

pub const EVAL: &str = "\
A line of the file is {\"query\", \"kind\", \"relevant\"}. What is relevant is a document's id, or \
{\"id\", \"grade\"}, or {\"file\", \"line\", \"grade\"}: a line of a file named without its folder, \
line 0 for any. Documents count once, at their best passage. So a line may be

  {\"query\": \"bầu thư ký\", \"kind\": \"events\", \"relevant\": [{\"file\": \"ke-hoach.txt\", \"line\": 12, \"grade\": 1}]}

Of several sets each is a row. With --weights each row has the difference that other weights make \
and between what it lies in 95 of 100 draws of the queries. They are better if the mean over the \
sets rises, no set falls by more than 0.003, and the difference of one set lies above 0 for sure.

Examples:
  tracuu eval tests/queries.jsonl
  tracuu eval tests/queries.jsonl --fold --json
  tracuu eval sets/law sets/people --weights new.json      where new.json is {\"k1\": 0.7}";

pub const INSPECT: &str = "\
Examples:
  tracuu inspect document bao-cao.doc
  tracuu inspect passages corpus/cao-bang-1955-1975.txt
  tracuu inspect mentions --why bai-viet.txt
  tracuu inspect tokens 'Kế hoạch số 142/KH-LĐLĐ'
  tracuu inspect query do van thang -chủ
  tracuu inspect abbreviations UBKT";

pub const INSPECT_DOCUMENT: &str = "\
Tells the format, the encoding and why it was taken, fonts of old encodings, pages and headings, \
then the text with the numbers of its lines. An archive or a mail tells each document in it.

Examples:
  tracuu inspect document bao-cao.doc
  tracuu inspect document --encoding vni cong-van.txt    if another encoding was taken
  tracuu inspect document --ocr quyet-dinh.pdf           letters of scanned pages
  tracuu --json inspect document a.txt | jq .encoding";

pub const INSPECT_MENTIONS: &str = "\
Tells where each stands, as line:column with columns from 0, its words, kind and what it was judged to be. \
With --why it tells the rules that decided, each by the name of its function in src/mention, and what was \
found to be none; rules in order, the first that speaks decides.

Examples:
  tracuu inspect mentions corpus/cao-bang-1946-1954.txt
  tracuu inspect mentions --why bai-viet.txt
  tracuu --json inspect mentions --why bai-viet.txt | jq .rules";

pub const INSPECT_ABBREVIATIONS: &str = "\
Examples:
  tracuu inspect abbreviations
  tracuu inspect abbreviations cđcs
  tracuu inspect abbreviations Công đoàn cơ sở";

pub const STATUS: &str = "\
New are files below the paths that were given and that are not in the index. What is empty or cannot be \
read is no text: it is tried again when it has changed or is named. What has changed is told by size and \
time, then by content.

Examples:
  tracuu status
  tracuu status --check   compare every file of the index with its checksum
  tracuu status --fields  what each field of the index takes on disk";

pub const COMPLETIONS: &str = "\
Example:
  mkdir -p ~/.local/share/bash-completion/completions
  tracuu completions bash > ~/.local/share/bash-completion/completions/tracuu";

pub const MAN: &str = "\
Examples:
  tracuu man | man -l -
  tracuu man search > tracuu-search.1";

pub const SERVE: &str = "\
Nothing that comes over HTTP writes. If there is no index yet, none is named and there is a folder corpus/, it is
indexed first. What `index` does meanwhile is seen within a second.

Examples:
  tracuu serve                                     then http://127.0.0.1:7878 in a browser
  tracuu serve --watch                             and follow every change of the files
  tracuu serve --listen 0.0.0.0:7878 --token-file token   the whole office, with a password
  tracuu serve --only cong-van                     what belongs to one root alone
  tracuu serve --public-url https://tracuu.example.vn     behind a proxy that speaks HTTPS
  tracuu serve --mcp                               and answer assistants at http://127.0.0.1:7878/mcp
  curl 'http://127.0.0.1:7878/api/v1/search?q=do+van+thang'

Ctrl-C ends it when what has begun is answered, a second Ctrl-C at once.";

pub const CHECK: &str = "\
Of each document number and person: found, ambiguous (several may be meant), cited only (others cite it, the index does
not hold it) or unknown, with where; days that do not exist are told too.

Examples:
  tracuu check bao-cao.docx
  tracuu check - < cong-van.txt
  tracuu --json check bao-cao.docx | jq '.citations[] | select(.status != \"found\")'

Exit codes: 0 all of it is known, 1 something is to be looked at, 2 error.";

pub const MCP: &str = "\
The program of the assistant starts it and talks with it; what it may do is look things up. Enter the command with the
whole path of the index, for it is started in another folder.

Example, in the settings of the assistant:
  \"mcpServers\": {\"tracuu\": {\"command\": \"tracuu\", \"args\": [\"--index\", \"/srv/index\", \"mcp\"]}}

It ends when its input ends. Assistants of several machines ask one server: `tracuu serve --mcp`.";
