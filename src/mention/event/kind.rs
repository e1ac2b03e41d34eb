//! What kind of thing happened, and its name in JSON.

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EventKind {
    /// Đại hội.
    Congress,
    /// Hội nghị, hội thảo, diễn đàn.
    Conference,
    /// Cuộc họp, buổi làm việc, tiếp xúc cử tri.
    Meeting,
    /// Thành lập, ra đời, tái lập.
    Founding,
    /// Đổi tên.
    Renaming,
    /// Hợp nhất, sáp nhập.
    Merger,
    /// Chia tách.
    Separation,
    /// Giải thể, giải tán.
    Dissolution,
    /// Được bầu, bầu cử.
    Election,
    /// Bổ nhiệm, chỉ định, điều động.
    Appointment,
    /// Ban hành, thông qua, công bố; a document cited with its day.
    Issuance,
    /// Ký kết.
    Signing,
    /// Có hiệu lực.
    EntryIntoForce,
    /// Kiểm tra, thanh tra, giám sát.
    Inspection,
    /// Tặng thưởng, khen thưởng, trao giải.
    Award,
    /// Phong trào, cuộc vận động, chương trình.
    Campaign,
    /// Chiến tranh, khởi nghĩa, giải phóng, đảo chính.
    War,
    /// Lễ kỷ niệm, khánh thành, khởi công.
    Ceremony,
    /// Hội thi, hội thao, hội diễn.
    Competition,
    /// Thăm, tặng quà.
    Visit,
    /// Khởi tố, bắt giữ, xét xử.
    Trial,
    /// Bão, lũ, tai nạn.
    Disaster,
    /// Sinh.
    Birth,
    /// Từ trần, hy sinh.
    Death,
    /// Thôi chức, từ chức, cách chức, nghỉ hưu.
    Dismissal,
    /// Vào Đảng, nhập ngũ, xuất gia; a country joins an alliance.
    Joining,
    /// Nhập học, tốt nghiệp, thi đỗ, bảo vệ luận án.
    Study,
    /// Thăng quân hàm, phong hàm, thụ phong.
    Promotion,
    /// Kết hôn.
    Marriage,
    /// Xuất bản, ra mắt sách, sáng tác.
    Publication,
    /// Di tản, đầu hàng, trở về, tuyên bố.
    Other,
}

const NAMES: [(EventKind, &str); 31] = [
    (EventKind::Congress, "congress"),
    (EventKind::Conference, "conference"),
    (EventKind::Meeting, "meeting"),
    (EventKind::Founding, "founding"),
    (EventKind::Renaming, "renaming"),
    (EventKind::Merger, "merger"),
    (EventKind::Separation, "separation"),
    (EventKind::Dissolution, "dissolution"),
    (EventKind::Election, "election"),
    (EventKind::Appointment, "appointment"),
    (EventKind::Issuance, "issuance"),
    (EventKind::Signing, "signing"),
    (EventKind::EntryIntoForce, "entry-into-force"),
    (EventKind::Inspection, "inspection"),
    (EventKind::Award, "award"),
    (EventKind::Campaign, "campaign"),
    (EventKind::War, "war"),
    (EventKind::Ceremony, "ceremony"),
    (EventKind::Competition, "competition"),
    (EventKind::Visit, "visit"),
    (EventKind::Trial, "trial"),
    (EventKind::Disaster, "disaster"),
    (EventKind::Birth, "birth"),
    (EventKind::Death, "death"),
    (EventKind::Dismissal, "dismissal"),
    (EventKind::Joining, "joining"),
    (EventKind::Study, "study"),
    (EventKind::Promotion, "promotion"),
    (EventKind::Marriage, "marriage"),
    (EventKind::Publication, "publication"),
    (EventKind::Other, "other"),
];

impl EventKind {
    /// The name in JSON.
    pub fn as_str(self) -> &'static str {
        NAMES[self as usize].1
    }

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
    }

    /// All names, in a fixed order.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name)| *name)
    }

    /// Whether it may fill years: then a period is its time.
    pub(super) fn lasts(self) -> bool {
        matches!(self, EventKind::Campaign | EventKind::War)
    }

    /// Whether a period may be told as its time: `thời gian 1949 - 1954 ông được cử làm …`.
    pub(super) fn may_last(self) -> bool {
        use EventKind::*;
        matches!(self, Appointment | Election | Study | Joining | Trial | Other)
    }

    /// Whether it happens to somebody, who is the subject of its verb.
    pub(super) fn is_of_somebody(self) -> bool {
        use EventKind::*;
        matches!(
            self,
            Birth
                | Death
                | Dismissal
                | Joining
                | Study
                | Promotion
                | Marriage
                | Publication
                | Other
                | Appointment
                | Election
                | Award
                | Trial
        )
    }

    /// Whether it is told with what it is a part of: who is elected takes an office.
    pub(super) fn is_part_of(self, other: Self) -> bool {
        self == EventKind::Appointment && matches!(other, EventKind::Election | EventKind::Promotion)
    }

    /// Whether it is a gathering, at which other things happen.
    pub(super) fn gathers(self) -> bool {
        matches!(self, EventKind::Congress | EventKind::Conference | EventKind::Meeting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_own_name() {
        for (at, (kind, name)) in NAMES.iter().enumerate() {
            assert_eq!((*kind as usize, kind.as_str(), EventKind::named(name)), (at, *name, Some(*kind)));
        }
    }
}
