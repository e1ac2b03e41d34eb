//! What stands behind the options in help, in Vietnamese: how queries are written, and what to type for what.

pub const WANTS: &str = "\
Muốn làm gì?
  tìm một điều trong văn bản            tracuu search do van thang
  tra một văn bản theo số hiệu          tracuu number 142/kh-ldld
  đọc tiếp chỗ có kết quả               tracuu show cao-bang-1955-1975.txt:12
  biết một người là ai                  tracuu people 'Đỗ Văn Thắng'
  xem việc gì xảy ra khi nào            tracuu timeline công đoàn 1960
  đưa tài liệu của mình vào để tìm      tracuu index ~/luu-tru";

pub const PROGRAM: &str = "\
Mã thoát: 0 là tìm thấy hoặc xong việc, 1 là không thấy gì, 2 là có lỗi.
Biến COLUMNS đặt độ rộng của dòng, cả khi in vào tệp.
Gõ `tracuu help LỆNH` để xem kỹ từng lệnh, `tracuu help search` để xem cách gõ câu tìm.";

pub const INDEX: &str = "\
Chỉ đụng đến tệp mới, tệp đã sửa, tệp đã xóa, và chỉ trong các đường dẫn đã nêu.
Mỗi đường dẫn có tên là thư mục cuối của nó: văn bản được gọi là TÊN/đường-dẫn dù nó nằm ở đâu.
Đường dẫn đã nêu mà nay không còn, hoặc trống, thì vẫn giữ trong chỉ mục và được báo: muốn gỡ thì dùng --forget.
Các tệp cùng nội dung chỉ được lập chỉ mục một lần, và hiện đủ các đường dẫn.
Tệp không đọc được thì được báo rồi bỏ qua; mọi tệp khác vẫn được lập chỉ mục.
Có --encoding thì tệp chữ được đọc lại dù không thay đổi.

Ví dụ:
  tracuu index                        mọi thứ đã lập chỉ mục; lần đầu là thư mục corpus/
  tracuu index corpus ~/luu-tru       hai thư mục, một chỉ mục
  tracuu index corpus/tin-ngan.jsonl  mỗi dòng một văn bản: {\"id\", \"text\", \"title\", \"date\"}
  tracuu index --watch cong-van/      chạy mãi và theo mọi thay đổi
  tracuu index --move cong-van /srv/cong-van    thư mục đã chuyển chỗ: không phải đọc lại
  tracuu index --forget ~/luu-tru/1975          gỡ khỏi chỉ mục, từ nay không lập nữa
  tracuu index --encoding vni cu/     văn bản dùng bảng mã chưa nhận ra
  tracuu index --ocr ban-quet/        PDF là bản quét, nếu đã cài tesseract và pdftoppm
  tracuu --index /tmp/luat index luat/    một chỉ mục khác";

pub const SEARCH: &str = "\
Ví dụ:
  tracuu search do van thang              có dấu hay không dấu đều được
  tracuu search '\"đại hội lần thứ hai\"'   đúng cụm chữ này
  tracuu search bầu thư ký -chủ           loại một chữ
  tracuu search bầu trong:cao-bang-*.txt  chỉ trong một số văn bản

Gõ `tracuu help search` để xem cách gõ câu tìm.";

pub const LANGUAGE: &str = "\
Cách gõ câu tìm:
  bầu thư ký              đoạn có một trong các chữ này; càng đủ chữ, chữ càng hiếm, càng liền \
     nhau thì càng xếp trên
  do van thang            không cần gõ dấu
  \"đại hội lần thứ hai\"   đúng cụm chữ đi liền nhau
  -chủ  -\"chủ tịch\"       loại đoạn có chữ này, cụm này
  142/kh-ldld             số hiệu, gõ thế nào cũng được; số:06-CT/TU là bắt buộc phải có
  17-2-1979, 2/1979       thời gian: càng khớp càng xếp trên; ngày:2021 là bắt buộc phải có
  1950..1960, trước 1945  một khoảng thời gian, khoảng để ngỏ một đầu
  người:\"Đỗ Văn Thắng\"    chỉ đoạn nhắc người này, kể cả khi gọi tắt; person: cũng vậy
  trong:cao-bang-*.txt    chỉ trong văn bản có tên khớp mẫu; in: cũng vậy
  hiệu lực:1/7/2021       chỉ văn bản mà đến ngày ấy chưa bị thay thế, bãi bỏ,
                          theo các văn bản trong chỉ mục; hiệu lực:nay
  -trong:nhap             loại những gì bộ lọc cho qua

Không câu nào bị báo lỗi: chỗ không hiểu được thì tìm như chữ thường, kèm lời nhắc.
Cửa sổ lệnh bỏ mất dấu ngoặc kép, nên bọc thêm dấu nháy: tracuu search '\"đại hội lần thứ hai\"'
Nếu chưa có chỉ mục, không nêu chỉ mục nào mà có thư mục corpus/ thì lập chỉ mục cho nó trước.

Ví dụ:
  tracuu search 142/kh-ldld                 một văn bản theo số hiệu
  tracuu search ngày 17-2-1979              một ngày
  tracuu search --person 'Đỗ Văn Thắng'     một người
  tracuu search bầu --from 1950 --to 1960   đoạn nhắc thời gian trong khoảng
  tracuu search 12/2015/QĐ-UB còn hiệu lực không    trả lời trước
  tracuu search 'văn bản nào thay thế 12/2015/QĐ-UB'
  tracuu search --in-force thi đua          bỏ văn bản nay đã bị thay thế, bãi bỏ
  tracuu search --in-force 2015 thi đua     vào năm 2015
  tracuu search --exact bán                 bán, không lẫn với bạn hay ban
  tracuu search --per-document thi đua      mỗi văn bản một lần
  tracuu search --sort ngày thi đua         xếp theo thời gian
  tracuu search -- --bầu                    chữ trông giống tùy chọn
  tracuu search --json --batch cau-hoi.jsonl

Mã thoát: 0 là tìm thấy, 1 là không thấy gì, 2 là có lỗi.";

pub const NUMBER: &str = "\
Ví dụ:
  tracuu number 142/kh-ldld             chính văn bản ấy và mọi đoạn nhắc đến
  tracuu number chi thi 06 tinh uy      gõ thế nào cũng được
  tracuu number 142                     mọi văn bản mang số này
  tracuu number --list --type KH        sổ mọi kế hoạch
  tracuu number --list --issuer LĐLĐ --from 2021 --to 4/2021
  tracuu --json number --list | jq -r '.numbers[].canonical'

Mã thoát: 0 là tìm thấy, 1 là không thấy gì, 2 là có lỗi.";

pub const PEOPLE: &str = "\
Ví dụ:
  tracuu people                          mọi người, hay được nhắc nhất xếp trước
  tracuu people do van thang             một người: cách viết tên, chức vụ, các đoạn theo thời gian
  tracuu people ông Sơn                  chỉ gõ tên gọi
  tracuu people --role 'thư ký' --to 1960
  tracuu --json people --sort tên | jq -r '.people[].name'

Mã thoát: 0 là tìm thấy, 1 là không thấy gì, 2 là có lỗi.";

pub const TIMELINE: &str = "\
Ví dụ:
  tracuu timeline                          mọi điều có nêu thời gian
  tracuu timeline công đoàn tỉnh --from 1947 --to 1960
  tracuu timeline công đoàn 1960           những gì nói về năm 1960
  tracuu timeline --type 'đại hội'         chỉ các đại hội; congress cũng vậy
  tracuu timeline --from 2021 --by tháng   mỗi tháng một vạch
  tracuu --json timeline --type bầu-cử | jq '.moments[].people'

Mã thoát: 0 là tìm thấy, 1 là không thấy gì, 2 là có lỗi.";

pub const SHOW: &str = "\
Ví dụ:
  tracuu show corpus/cao-bang-1955-1975.txt
  tracuu show cao-bang-1955-1975.txt:12
  tracuu show phong-trao:7 --context 2     một phần bất kỳ của tên mà chỉ một văn bản có";

pub const EXTRACT: &str = "\
Ví dụ:
  tracuu extract corpus/ke-hoach-142-bo-luat-lao-dong.txt
  tracuu extract --json --kind số-hiệu corpus | jq -r .value.canonical | sort | uniq -c
  echo 'theo Chỉ thị 06 - CT/TU' | tracuu extract -

Mã thoát: 0 là tìm thấy, 1 là không thấy gì, 2 là có tệp không đọc được.";

pub const EVAL: &str = "\
Mỗi dòng của tệp là {\"query\", \"kind\", \"relevant\"}. Đáp án ghi trong relevant là id của văn bản, \
hoặc {\"id\", \"grade\"}, hoặc {\"file\", \"line\", \"grade\"}: một dòng của tệp, tên tệp không kèm thư mục, \
dòng 0 là dòng nào cũng được. Mỗi văn bản tính một lần, theo đoạn sát nhất. Ví dụ một dòng:

  {\"query\": \"bầu thư ký\", \"kind\": \"events\", \"relevant\": [{\"file\": \"ke-hoach.txt\", \"line\": 12, \"grade\": 1}]}

Có nhiều bộ thì mỗi bộ một hàng. Có --weights thì mỗi hàng cho biết chênh lệch do trọng số khác và \
chênh lệch ấy nằm trong khoảng nào ở 95 trên 100 lần rút câu hỏi. Trọng số mới là tốt hơn khi bình \
quân các bộ tăng, không bộ nào giảm quá 0,003, và có bộ chắc chắn tăng.

Ví dụ:
  tracuu eval tests/queries.jsonl
  tracuu eval tests/queries.jsonl --fold --json
  tracuu eval sets/luat sets/nguoi --weights moi.json      với moi.json là {\"k1\": 0.7}";

pub const INSPECT: &str = "\
Ví dụ:
  tracuu inspect document bao-cao.doc
  tracuu inspect passages corpus/cao-bang-1955-1975.txt
  tracuu inspect mentions --why bai-viet.txt
  tracuu inspect tokens 'Kế hoạch số 142/KH-LĐLĐ'
  tracuu inspect query do van thang -chủ
  tracuu inspect abbreviations UBKT";

pub const INSPECT_DOCUMENT: &str = "\
Cho biết định dạng, bảng mã và vì sao chọn bảng mã ấy, phông chữ cũ, trang và đề mục, rồi đến nội dung \
kèm số dòng. Tệp nén hay thư thì nêu từng văn bản bên trong.

Ví dụ:
  tracuu inspect document bao-cao.doc
  tracuu inspect document --encoding vni cong-van.txt    nếu đã chọn nhầm bảng mã
  tracuu inspect document --ocr quyet-dinh.pdf           chữ trên trang quét
  tracuu --json inspect document a.txt | jq .encoding";

pub const INSPECT_MENTIONS: &str = "\
Ghi vị trí dạng dòng:cột (cột tính từ 0), các chữ, loại và kết luận. Thêm --why thì ghi cả quy tắc đã quyết \
định, gọi theo tên hàm trong src/mention, và cả những chỗ bị loại; các quy tắc xét lần lượt, quy tắc đầu tiên \
lên tiếng thì quyết định.

Ví dụ:
  tracuu inspect mentions corpus/cao-bang-1946-1954.txt
  tracuu inspect mentions --why bai-viet.txt
  tracuu --json inspect mentions --why bai-viet.txt | jq .rules";

pub const INSPECT_ABBREVIATIONS: &str = "\
Ví dụ:
  tracuu inspect abbreviations
  tracuu inspect abbreviations cđcs
  tracuu inspect abbreviations Công đoàn cơ sở";

pub const STATUS: &str = "\
Mới là tệp nằm trong các đường dẫn đã nêu mà chưa có trong chỉ mục. Tệp trống hoặc không đọc được thì \
ghi là không chữ: được thử lại khi nó thay đổi hoặc được nêu tên. Thay đổi được nhận ra theo kích thước \
và giờ, rồi theo nội dung.

Ví dụ:
  tracuu status
  tracuu status --check   so từng tệp của chỉ mục với tổng kiểm
  tracuu status --fields  dung lượng từng trường trên đĩa";

pub const COMPLETIONS: &str = "\
Ví dụ:
  mkdir -p ~/.local/share/bash-completion/completions
  tracuu completions bash > ~/.local/share/bash-completion/completions/tracuu";

pub const MAN: &str = "\
Ví dụ:
  tracuu man | man -l -
  tracuu man search > tracuu-search.1";

pub const SERVE: &str = "\
Trang web và API chỉ đọc, không sửa tài liệu hay chỉ mục. Chưa có chỉ mục, không nêu chỉ mục nào mà có thư mục corpus/ thì thư mục ấy \
được lập chỉ mục trước. `index` chạy cùng lúc thì kết quả mới có sau một giây.

Ví dụ:
  tracuu serve                                     rồi mở http://127.0.0.1:7878 bằng trình duyệt
  tracuu serve --watch                             và theo mọi thay đổi của các tệp
  tracuu serve --listen 0.0.0.0:7878 --token-file token   cho cả cơ quan, có mật khẩu
  tracuu serve --only cong-van                     chỉ phần thuộc một gốc
  tracuu serve --public-url https://tracuu.example.vn     đứng sau proxy dùng HTTPS
  tracuu serve --mcp                               và trả lời trợ lý tại http://127.0.0.1:7878/mcp
  curl 'http://127.0.0.1:7878/api/v1/search?q=do+van+thang'

Ctrl-C thì trả lời xong những gì đã bắt đầu rồi dừng, Ctrl-C lần nữa thì dừng ngay.";

pub const CHECK: &str = "\
Mỗi số hiệu và tên người: có trong chỉ mục, chưa rõ (nhiều văn bản hay nhiều người cùng hợp), chỉ được nhắc đến (văn bản khác nhắc, chỉ mục không \
có) hay không có, kèm chỗ; ngày không có trong lịch cũng được báo.

Ví dụ:
  tracuu check bao-cao.docx
  tracuu check - < cong-van.txt
  tracuu --json check bao-cao.docx | jq '.citations[] | select(.status != \"found\")'

Mã thoát: 0 đều biết, 1 có chỗ cần xem lại, 2 lỗi.";

pub const MCP: &str = "\
Chương trình của trợ lý tự gọi lệnh này và chỉ tra cứu được, không ghi gì. Hãy nêu đường dẫn đầy đủ của chỉ mục, \
vì lệnh được gọi từ thư mục khác.

Ví dụ, trong phần cài đặt của trợ lý:
  \"mcpServers\": {\"tracuu\": {\"command\": \"tracuu\", \"args\": [\"--index\", \"/srv/index\", \"mcp\"]}}

Đầu vào hết thì lệnh dừng. Trợ lý của nhiều máy hỏi chung một máy chủ: `tracuu serve --mcp`.";
