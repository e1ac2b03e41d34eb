//! Some roots of an archive alone, served over a cluster: as over a folder, nothing of the others is told.

use std::fs;
use std::net::TcpListener;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

use crate::nodes::{Nodes, Place};

const OPEN: [(&str, &str); 2] = [
    (
        "cong-bo.txt",
        "SỞ XÂY DỰNG\nSố: 31/KH-SXD\nCao Bằng, ngày 2 tháng 3 năm 2018\n\nKẾ HOẠCH\nSửa cầu\n\nÔng Lục Văn Điểu, Giám đốc Sở, giao việc sửa cầu.\n",
    ),
    ("z-chung.txt", "Bà Hứa Thị Ngoan nhận bàn giao kho sách ngày 8/8/2021 theo Công văn số 66/CV-SXD.\n"),
];

const CLOSED: [(&str, &str); 2] = [
    (
        "noi-bo.txt",
        "BAN KIỂM TRA\nSố: 888/QĐ-BKT\nCao Bằng, ngày 4 tháng 5 năm 2017\n\nQUYẾT ĐỊNH\nVề việc riêng\n\nÔng Mạc Quang Tiệp, Trưởng ban, giao ông Lục Văn Điểu xem Kế hoạch số 31/KH-SXD.\n",
    ),
    // the same as one that is open, whose path comes later
    ("a-chung.txt", "Bà Hứa Thị Ngoan nhận bàn giao kho sách ngày 8/8/2021 theo Công văn số 66/CV-SXD.\n"),
];

const PATHS: [&str; 16] = [
    "search?q=giao+viec",
    "search?q=luc+van+dieu&explain=true",
    "search?q=mac+quang+tiep",
    "search?q=888/qd-bkt",
    "search?q=hua+thi+ngoan",
    "search?q=s%E1%BB%ADa+c%E1%BA%A7u+in:noi-bo.txt",
    "search?q=ng%C3%A0y:4/5/2017",
    "documents/kin/noi-bo.txt",
    "documents/chung",
    "numbers",
    "numbers/888",
    "numbers/31",
    "people",
    "people/tiep",
    "people/dieu",
    "timeline",
];

/// A server of one root, which ends with it.
struct Served {
    child: Child,
    host: String,
}

impl Served {
    fn of(place: &Place) -> Self {
        let host = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let child = place.spawn(&["serve", "--listen", &host, "--only", "mo"]);
        let served = Self { child, host };
        for _ in 0..600 {
            if served.get("status").is_some() {
                return served;
            }
            sleep(Duration::from_millis(50));
        }
        panic!("it does not answer");
    }

    /// What it answers, without what no two answers share.
    fn get(&self, path: &str) -> Option<Value> {
        let address = format!("http://{}/api/v1/{path}", self.host);
        let output = Command::new("curl").args(["-s", "-m", "20", &address]).output().unwrap();
        let mut value: Value = serde_json::from_slice(&output.stdout).ok()?;
        if let Some(fields) = value.as_object_mut() {
            fields.retain(|name, _| !matches!(&**name, "took_ms" | "age_seconds" | "generation"));
            for hit in fields.get_mut("hits").and_then(Value::as_array_mut).into_iter().flatten() {
                // what the engine finds by is counted there over all roots; ranks are not
                for part in ["score", "explain"] {
                    hit.as_object_mut().unwrap().remove(part);
                }
            }
        }
        Some(value)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn one_root_is_served_as_if_there_were_no_other() {
    let Some(nodes) = Nodes::given() else { return };
    let mut near = Place::at("");
    near.index = near.path("index").to_str().unwrap().to_owned();
    let places = [near, Place::at(nodes.fresh())];
    for place in &places {
        for (root, papers) in [("mo", OPEN), ("kin", CLOSED)] {
            fs::create_dir_all(place.path(root)).unwrap();
            papers.iter().for_each(|(name, text)| fs::write(place.path(&format!("{root}/{name}")), text).unwrap());
        }
        place.done(&["index", "kin", "mo"]);
    }
    let [near, far] = [0, 1].map(|at| Served::of(&places[at]));
    for path in PATHS {
        let [near, far] = [&near, &far].map(|served| served.get(path).unwrap());
        assert_eq!(near, far, "{path}");
        let told = far.to_string();
        // what was asked is said again
        let is_asked = path.contains("tiep") || path.contains("888") || path.contains("noi-bo");
        assert!(
            is_asked || !(told.contains("Tiệp") || told.contains("888") || told.contains("kin/")),
            "{path}: {told}"
        );
    }
    let [mut near, mut far] = [&near, &far].map(|served| served.get("status").unwrap());
    for status in [&mut near, &mut far] {
        status.as_object_mut().unwrap().remove("bytes");
    }
    assert_eq!(near, far);
    assert_eq!((&far["documents"], &far["files"]), (&2.into(), &2.into()), "{far}");
}
