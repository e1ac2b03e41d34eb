//! What is wrong with an index in a cluster, in Vietnamese.

use crate::error::ClusterFault;
use crate::voice::vietnamese::system::quoted;

pub fn fault(index: &str, fault: &ClusterFault) -> String {
    let by_cluster = |said: &str| quoted("cụm máy", said);
    let by_system = |said: &str| quoted("hệ thống", said);
    match fault {
        ClusterFault::Without => format!("{index}: chương trình này được dựng không kèm phần dùng cụm máy"),
        ClusterFault::Address => {
            format!("{index} không phải địa chỉ của một chỉ mục: hãy viết https://MÁY:CỔNG/TÊN, tên chỉ gồm chữ thường")
        }
        ClusterFault::Insecure => format!(
            "{index}: ai nghe trên đường truyền cũng đọc được hết: hãy dùng https, hoặc cho phép bằng `--insecure-http`"
        ),
        ClusterFault::Credentials => {
            format!("{index}: thông tin đăng nhập phải là một dòng NGƯỜI_DÙNG:MẬT_KHẨU hoặc ApiKey KHÓA")
        }
        ClusterFault::Unreachable(said) => format!("không máy nào của {index} trả lời ({})", by_system(said)),
        ClusterFault::Slow(seconds) => format!("{index} không trả lời trong {seconds} giây"),
        ClusterFault::Certificate(said) => {
            format!("{index} không chứng minh được mình là ai ({})", by_system(said))
        }
        ClusterFault::Unauthorized => format!("{index} không nhận người dùng hoặc mật khẩu này"),
        ClusterFault::Forbidden(said) => {
            format!("người dùng này không được làm việc ấy trên {index} ({})", by_cluster(said))
        }
        ClusterFault::Odd(said) => format!("{index} không trả lời như OpenSearch ({})", by_cluster(said)),
        ClusterFault::Foreign(name) => {
            format!("{index}: chỉ mục {name} ở đó không do `tracuu` lập nên không bị đụng đến")
        }
        ClusterFault::Shards { failed, total } => {
            format!("{failed} trong {total} mảnh của {index} không trả lời: kết quả sẽ thiếu phần ở các mảnh ấy")
        }
        ClusterFault::Blocked(said) => format!("{index} không nhận ghi ({})", by_cluster(said)),
        ClusterFault::Overloaded(said) => format!("{index} quá tải quá lâu ({})", by_cluster(said)),
        ClusterFault::Refused(said) => format!("{index} không làm được việc ấy ({})", by_cluster(said)),
        ClusterFault::Passage { doc, said } => {
            format!("{index} không nhận một đoạn của {doc} ({})", by_cluster(said))
        }
        ClusterFault::Replaced => format!("{index} vừa được ghi lại trong lúc đọc: hãy hỏi lại"),
        ClusterFault::LockLost => {
            format!("mất liên lạc với {index} quá lâu, có thể tiến trình khác đang ghi: hãy chạy lại")
        }
    }
}
