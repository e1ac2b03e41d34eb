//! What help says, in Vietnamese.

mod examples;

use crate::voice::topic::Topic;

pub fn help(topic: Topic) -> &'static str {
    match topic {
        Topic::About => "Tìm kiếm toàn văn cho văn bản tiếng Việt, gõ có dấu hay không dấu đều được",
        Topic::Wants => examples::WANTS,
        Topic::Examples => examples::PROGRAM,
        Topic::UsageTitle => "Cách dùng",
        Topic::ArgumentsTitle => "Tham số",
        Topic::OptionsTitle => "Tùy chọn",
        Topic::EverywhereTitle => "Tùy chọn của mọi lệnh",
        Topic::VerbsTitle => "Các lệnh",
        Topic::ReadingTitle => "Cách đọc tệp",
        Topic::AnyOptions => "[TÙY_CHỌN]",
        Topic::AnyVerb => "LỆNH",
        Topic::DefaultTitle => "mặc định",
        Topic::NameSection => "TÊN",
        Topic::SynopsisSection => "CÁCH DÙNG",
        Topic::DescriptionSection => "MÔ TẢ",
        Topic::MoreSection => "XEM THÊM",
        Topic::Index => {
            "Thư mục chứa chỉ mục, hoặc tên đặt trong tracuu.toml [mặc định: index, ở đây hoặc ở thư mục bên trên] [biến: TRACUU_INDEX]"
        }
        Topic::Ca => "Chứng thư dạng PEM để tin một cụm máy [mặc định: của hệ thống] [biến: TRACUU_CA]",
        Topic::InsecureHttp => "Cho phép hỏi cụm máy ở máy khác mà không mã hóa đường truyền",
        Topic::Partial => {
            "Khi có mảnh của cụm máy không trả lời thì trả lời từ các mảnh còn lại, kèm lời nhắc thiếu bao nhiêu mảnh"
        }
        Topic::Json => "Chỉ in JSON, không in gì khác",
        Topic::Format => "In ra dạng `csv` cho bảng tính, mỗi kết quả một hàng, hoặc `json`",
        Topic::Color => {
            "Khi nào dùng màu: tự-động (auto), luôn-luôn (always) hay không (never); tự động thì theo cả \
             NO_COLOR"
        }
        Topic::Lang => "Ngôn ngữ: vi, en hoặc tự-động (theo TRACUU_LANG, hệ thống, câu tìm và chỉ mục)",
        Topic::Help => "Xem cách dùng; --help nói kỹ hơn -h",
        Topic::Version => "Xem phiên bản",
        Topic::Count => "SỐ",
        Topic::Mebibytes => "MIB",
        Topic::Folder => "THƯ_MỤC",
        Topic::File => "TỆP",
        Topic::Files => "TỆP",
        Topic::Path => "ĐƯỜNG_DẪN",
        Topic::Place => "CHỖ_MỚI",
        Topic::Query => "CÂU_TÌM",
        Topic::Glob => "MẪU",
        Topic::NumberValue => "SỐ_HIỆU",
        Topic::NameValue => "TÊN",
        Topic::When => "THỜI_GIAN",
        Topic::Day => "NGÀY",
        Topic::Order => "THỨ_TỰ",
        Topic::Mode => "LÚC",
        Topic::Language => "NGÔN_NGỮ",
        Topic::KindValue => "LOẠI",
        Topic::TypeValue => "LOẠI",
        Topic::IssuerValue => "CƠ_QUAN",
        Topic::OfficeValue => "CHỨC_VỤ",
        Topic::StepValue => "BƯỚC",
        Topic::FormatValue => "DẠNG",
        Topic::EncodingValue => "BẢNG_MÃ",
        Topic::TextValue => "CHỮ",
        Topic::FormValue => "DẠNG",
        Topic::ShellValue => "SHELL",
        Topic::VerbValue => "LỆNH",
        Topic::DocumentValue => "VĂN_BẢN[:DÒNG]",
        Topic::IndexAbout => "Lập hoặc cập nhật chỉ mục theo tệp và thư mục",
        Topic::SearchAbout => "Tìm các đoạn văn",
        Topic::NumberAbout => "Tra số hiệu: văn bản mang số ấy và mọi đoạn nhắc đến",
        Topic::PeopleAbout => "Danh bạ những người được nhắc đến, hoặc mọi đoạn nói về một người",
        Topic::TimelineAbout => "Các sự kiện và mốc thời gian theo thứ tự",
        Topic::ShowAbout => "Xem một văn bản, hoặc phần quanh một dòng",
        Topic::ExtractAbout => "Liệt kê số hiệu, ngày tháng, tên người, sự kiện trong tệp, không cần chỉ mục",
        Topic::EvalAbout => "Chấm chất lượng xếp hạng bằng các câu hỏi đã biết đáp án",
        Topic::InspectAbout => "Xem từng bước xử lý của chương trình",
        Topic::StatusAbout => "Chỉ mục có gì, lập từ bao giờ, tệp nào đã thay đổi",
        Topic::McpAbout => "Cho trợ lý AI tra cứu qua đầu vào và đầu ra chuẩn (“Model Context Protocol”)",
        Topic::CheckAbout => "Soát bản thảo: đối chiếu số hiệu, tên người, ngày tháng với chỉ mục",
        Topic::ServeAbout => "Phục vụ trang web cho trình duyệt và API cho chương trình khác",
        Topic::CompletionsAbout => "In tập lệnh gợi ý cho shell",
        Topic::ManAbout => "In trang hướng dẫn",
        Topic::HelpAbout => "Xem cách dùng một lệnh",
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
        Topic::IndexPaths => "Tệp và thư mục [mặc định: mọi thứ đã lập chỉ mục, lần đầu là corpus]",
        Topic::IndexRebuild => "Làm lại từ đầu, không chỉ đọc những gì đã thay đổi",
        Topic::IndexForget => {
            "Gỡ khỏi chỉ mục những gì lập từ đây, dù nó còn ở đó hay không: đường dẫn, tên trong chỉ mục, \
             hoặc phần cuối của một trong hai; dùng được nhiều lần"
        }
        Topic::IndexMove => "Báo thư mục đã lập chỉ mục nay nằm ở đâu: tên hoặc chỗ cũ, rồi chỗ mới",
        Topic::IndexExclude => {
            "Lần này bỏ qua những gì khớp: `*.bak`, `nháp/`, `/2020/*.txt`; tệp `.tracuuignore` trong thư mục thì lần nào cũng bỏ"
        }
        Topic::IndexWait => "Chờ khi tiến trình khác đang ghi vào chỉ mục",
        Topic::IndexWatch => "Chạy mãi và theo mọi thay đổi, đến khi nhấn Ctrl-C",
        Topic::IndexThreads => "Dùng bao nhiêu luồng xử lý, nhiều nhất 512 [mặc định: bằng số nhân của máy]",
        Topic::ReadEncoding => {
            "Bảng mã của những tệp không rõ là Unicode; không nêu thì chọn bảng mã cho nhiều tiếng Việt nhất"
        }
        Topic::ReadOcr => "Nhận dạng trang quét trong PDF; cần có tesseract với tiếng Việt, và pdftoppm",
        Topic::ReadFileSize => "Kích thước lớn nhất của một tệp, cả của phần giải nén từ đó (256)",
        Topic::ReadArchiveSize => "Kích thước lớn nhất của một tệp nén, gồm mọi thứ giải nén ra (1.024)",
        Topic::ReadLineSize => "Kích thước lớn nhất của một dòng JSON Lines (64)",
        Topic::ReadSeconds => {
            "Thời gian nhiều nhất cho một tệp .doc, .xls, .ppt, .pdf hay một trang quét, tính bằng giây (60)"
        }
        Topic::ReadMemory => {
            "Bộ nhớ nhiều nhất cho một tệp .doc, .xls, .ppt, .pdf hay một trang quét, từ 128 trở lên (2.048)"
        }
        Topic::ReadScans => "Số trang quét nhiều nhất được nhận dạng trong một văn bản (500)",
        Topic::SearchQuery => "Những gì cần tìm",
        Topic::SearchLimit => "In bao nhiêu kết quả, nhiều nhất 10.000",
        Topic::SearchOffset => "Bỏ qua bao nhiêu kết quả đầu",
        Topic::SearchIn => "Chỉ tìm trong văn bản có đường dẫn hoặc id khớp mẫu, như gõ trong:MẪU; dùng được nhiều lần",
        Topic::SearchNumber => "Chỉ các đoạn có nhắc văn bản này, như gõ số:SỐ_HIỆU; dùng được nhiều lần",
        Topic::SearchPerson => "Chỉ các đoạn có nhắc người này, như gõ người:TÊN; dùng được nhiều lần",
        Topic::SearchInForce => {
            "Chỉ văn bản mà theo các văn bản trong chỉ mục còn hiệu lực vào ngày hay khoảng này, không nêu thì hôm nay, như gõ \
             hiệu lực:NGÀY; văn bản không được nói đến thì giữ lại"
        }
        Topic::SearchDate => "Chỉ các đoạn có nhắc thời gian trùng vào ngày hay khoảng này, như gõ ngày:THỜI_GIAN",
        Topic::SearchFrom => "Chỉ các đoạn có nhắc ngày này hoặc sau đó",
        Topic::SearchTo => "Chỉ các đoạn có nhắc ngày này hoặc trước đó",
        Topic::SearchSort => {
            "Xếp theo: sát-nhất (relevance), hoặc thời-gian (date), tức là theo thời gian nêu trong đoạn"
        }
        Topic::SearchExact => "Chỉ tìm chữ đúng dấu như đã gõ",
        Topic::SearchPerDocument => "Mỗi văn bản chỉ lấy đoạn sát nhất, kèm số đoạn còn lại",
        Topic::SearchExplain => "Cho biết điểm gồm những phần nào",
        Topic::SearchBatch => {
            "Trả lời từng dòng của một tệp (- là đầu vào chuẩn): JSON {\"id\", \"query\"} hoặc chữ \
             thường"
        }
        Topic::NumberNumber => "Số hiệu, viết cách nào cũng được; chỉ gõ phần số cũng được",
        Topic::NumberList => "Liệt kê mọi số hiệu có trong chỉ mục",
        Topic::NumberType => "Chỉ văn bản loại này: chữ viết tắt hoặc tên loại",
        Topic::NumberIssuer => "Chỉ văn bản của cơ quan này: ký hiệu hoặc một phần của tên",
        Topic::NumberFrom => "Chỉ văn bản ban hành từ ngày này",
        Topic::NumberTo => "Chỉ văn bản ban hành đến ngày này",
        Topic::NumberOn => "Hiệu lực vào ngày này, thay vì hôm nay",
        Topic::NumberGraph => "In quan hệ giữa các văn bản thành đồ thị",
        Topic::NumberLimit => "In bao nhiêu đoạn cho mỗi văn bản (20), hoặc bao nhiêu số hiệu trong sổ (tất cả)",
        Topic::PeopleName => {
            "Tên người, có dấu hay không dấu; chỉ gõ tên sau chữ ông, bà, đồng chí cũng được, chỉ gõ họ thì \
             liệt kê những người mang họ ấy"
        }
        Topic::PeopleRole => "Chỉ những người có chức vụ chứa các chữ này",
        Topic::PeopleFrom => {
            "Chỉ những người được nhắc cạnh ngày này hoặc sau đó; có --role thì là người giữ chức vụ lúc ấy"
        }
        Topic::PeopleTo => {
            "Chỉ những người được nhắc cạnh ngày này hoặc trước đó; có --role thì là người giữ chức vụ lúc ấy"
        }
        Topic::PeopleSort => "Xếp theo: hay-gặp (mentions), hoặc tên (name)",
        Topic::PeopleLimit => "In bao nhiêu người, hoặc bao nhiêu đoạn về một người",
        Topic::TimelineQuery => "Chỉ các đoạn có đủ mọi chữ này và nằm trong thời gian đã gõ",
        Topic::TimelineFrom => "Chỉ từ ngày này",
        Topic::TimelineTo => "Chỉ đến ngày này",
        Topic::TimelineType => "Chỉ sự kiện loại này: đại-hội, hội-nghị, thành-lập, bầu-cử, ban-hành, ...",
        Topic::TimelineBy => "Mỗi vạch là một: năm (year), tháng (month) hay thập-niên (decade)",
        Topic::TimelineLimit => "In bao nhiêu sự kiện và mốc thời gian",
        Topic::ShowDocument => {
            "Văn bản: đường dẫn, tên trong chỉ mục, hoặc phần cuối của một trong hai, hoặc TỆP/ID khi id đứng \
             ở nhiều tệp; thêm :DÒNG để xem phần quanh dòng ấy"
        }
        Topic::ShowContext => "Xem bao nhiêu dòng ở mỗi phía",
        Topic::ExtractFiles => "Tệp hoặc thư mục; - là đầu vào chuẩn",
        Topic::ExtractKind => {
            "Chỉ những loại này: số-hiệu, thời-gian, người, sự-kiện, viết-tắt, quan-hệ, hiệu-lực; dùng được nhiều lần"
        }
        Topic::EvalQueries => "Tệp JSON Lines gồm các câu hỏi, hoặc thư mục có `queries.jsonl` và `index` để trả lời",
        Topic::EvalFold => "Bỏ hết dấu của câu hỏi trước khi tìm",
        Topic::EvalWeights => "So với các trọng số khác: tệp JSON ghi những trọng số thay đổi",
        Topic::InspectDocument => "Tệp được đọc thế nào, và nội dung của nó",
        Topic::InspectPassages => "Tệp được chia thành các đoạn thế nào",
        Topic::InspectMentions => "Người, sự kiện, chức vụ tìm thấy trong tệp, và vì sao",
        Topic::InspectTokens => "Một câu được tách thành các chữ thế nào",
        Topic::InspectQuery => "Câu tìm được hiểu thế nào, và tra những gì trong chỉ mục",
        Topic::InspectAbbreviations => "Các chữ viết tắt mà văn bản định nghĩa, hay gặp nhất xếp trước",
        Topic::InspectIndex => "Chỉ mục gồm những gì",
        Topic::InspectDocumentExamples => examples::INSPECT_DOCUMENT,
        Topic::InspectAbbreviationsExamples => examples::INSPECT_ABBREVIATIONS,
        Topic::InspectMentionsExamples => examples::INSPECT_MENTIONS,
        Topic::InspectFile => "Tệp",
        Topic::InspectText => "Câu",
        Topic::InspectTyped => "Câu tìm",
        Topic::InspectForm => "Dạng viết tắt hoặc dạng đầy đủ; không nêu thì liệt kê tất cả",
        Topic::InspectWhy => "Cho biết quy tắc nào đã quyết định, kể cả với những chỗ bị loại",
        Topic::AddressValue => "ĐỊA_CHỈ:CỔNG",
        Topic::HostValue => "TÊN",
        Topic::UrlValue => "URL",
        Topic::RootValue => "GỐC",
        Topic::MillisValue => "MS",
        Topic::ServeListen => "Địa chỉ và cổng nhận yêu cầu; máy khác chỉ vào được khi không phải 127.0.0.1",
        Topic::ServeTokenFile => {
            "Ai vào cũng phải đưa mã trong tệp này: trình duyệt hỏi như mật khẩu, chương trình gửi `Authorization: Bearer`"
        }
        Topic::ServeOpen => "Trả lời bất cứ ai tới được địa chỉ này, không cần mã",
        Topic::ServeAllowHost => "Tên của máy chủ, ngoài các địa chỉ số; dùng được nhiều lần",
        Topic::ServePublicUrl => "Địa chỉ của máy chủ khi đứng sau proxy, như https://tracuu.example.vn",
        Topic::ServeOnly => "Chỉ phục vụ phần thuộc gốc này, theo tên hay đường dẫn; dùng được nhiều lần",
        Topic::ServeFiles => "Cho tải tệp gốc của văn bản, nếu tệp chưa thay đổi",
        Topic::ServeWorkers => "Số luồng trả lời [mặc định: bằng số luồng của máy]",
        Topic::ServeMaxWait => "Một yêu cầu chờ đến lượt lâu nhất bao nhiêu ms, quá thì được báo thử lại sau",
        Topic::ServeAccessLog => "Ghi mỗi yêu cầu một dòng JSON vào tệp này (- là đầu ra chuẩn)",
        Topic::ServeLogQueries => "Ghi cả câu tìm",
        Topic::ServeMcp => "Trả lời cả trợ lý, tại /mcp",
        Topic::ServeWatch => "Vừa phục vụ vừa cập nhật chỉ mục theo các tệp",
        Topic::StatusCheck => "Kiểm tra tổng kiểm của chỉ mục",
        Topic::StatusFields => "Cho biết dung lượng từng trường trên đĩa",
        Topic::StatusTemplate => "In mẫu của chỉ mục trong cụm máy, dạng JSON; không hỏi cụm nào",
        Topic::StatusSettings => "Cho biết giá trị nào đang dùng, lấy từ đâu [biến: TRACUU_CONFIG]",
        Topic::CompletionsShell => "Shell: bash, elvish, fish, powershell hoặc zsh",
        Topic::ManVerb => "Lệnh cần xem [mặc định: cả chương trình]",
        Topic::HelpVerb => "Lệnh",
    }
}
