//! Requests to a whole server, without a connection.

mod api;
mod assistants;
mod check;
mod crawl;
mod follow;
mod gates;
mod only;
mod pages;
mod slow;

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

use super::app::{Access, App, Options, Times};
use super::metrics::Metrics;
use super::route::counted;
use super::router::router;
use crate::archive::Archive;
use crate::ingest::Job;

/// A paper with a head, people and times.
const PLAN: &str = "LIÊN ĐOÀN LAO ĐỘNG TỈNH CAO BẰNG\nSố: 142/KH-LĐLĐ\nCao Bằng, ngày 23 tháng 4 năm 2021\n\nKẾ HOẠCH\nTriển khai Bộ luật Lao động\n\nĐồng chí Đỗ Văn Thắng, Chủ tịch Liên đoàn Lao động tỉnh, chủ trì.\n";

/// A paper that cites it.
const NEWS: &str = "Tin tháng tư\n\nNgày 28/4/2021, ông Đỗ Văn Thắng và bà Lò Thị Mai triển khai Kế hoạch số 142/KH-LĐLĐ.\n\nĐại hội lần thứ hai họp từ ngày 24 đến 28/3/1960, bầu bà Lò Thị Mai làm Thư ký.\n";

/// A server over a few documents.
struct Site {
    folder: TempDir,
    app: Arc<App>,
    router: Router,
    runtime: Runtime,
}

/// How a server runs that is tested.
fn options() -> Options {
    Options {
        listen: SocketAddr::from(([127, 0, 0, 1], 0)),
        access: Access::Open,
        hosts: Vec::new(),
        public_url: None,
        workers: 1,
        max_wait: Duration::from_millis(200),
        log: None,
        serves_files: false,
        is_part: false,
        assistants: None,
        times: Times::default(),
    }
}

/// What was answered.
struct Answered {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answered {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {}", self.body))
    }
}

impl Site {
    /// Over the two papers.
    fn new() -> Self {
        Self::of(&[("ke-hoach-142.txt", PLAN), ("tin.txt", NEWS)])
    }

    fn of(files: &[(&str, &str)]) -> Self {
        Self::with(files, |_| ())
    }

    /// Over these files, with options as `set` leaves them.
    fn with(files: &[(&str, &str)], set: impl FnOnce(&mut Options)) -> Self {
        Self::over(&[("papers", files)], &[], set)
    }

    /// Over roots with these files, or some of them alone, with options as `set` leaves them.
    fn over(roots: &[(&str, &[(&str, &str)])], only: &[&str], set: impl FnOnce(&mut Options)) -> Self {
        let folder = tempfile::tempdir().expect("made");
        for (root, files) in roots {
            fs::create_dir(folder.path().join(root)).expect("made");
            for (name, text) in *files {
                fs::write(folder.path().join(root).join(name), text).expect("written");
            }
        }
        let archive = Archive::at(folder.path().join("index"));
        let paths = roots.iter().map(|(root, _)| folder.path().join(root)).collect();
        archive.update(&Job { paths, ..Job::default() }, &()).expect("indexed");
        let only: Vec<PathBuf> = only.iter().map(PathBuf::from).collect();
        let archive = if only.is_empty() { archive } else { archive.only(&only).expect("there are such roots") };
        let mut options = options();
        options.is_part = !only.is_empty();
        set(&mut options);
        let app = Arc::new(App::new(archive, options, Metrics::new(counted())));
        super::follow::open(&app).expect("opened");
        let runtime = Builder::new_current_thread().enable_all().build().expect("started");
        Self { folder, router: router(Arc::clone(&app)), app, runtime }
    }

    /// Writes a file and indexes all that has changed.
    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join("papers").join(name), text).expect("written");
        Archive::at(self.index()).update(&Job::default(), &()).expect("indexed");
    }

    fn index(&self) -> PathBuf {
        self.folder.path().join("index")
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn get(&self, path: &str) -> Answered {
        self.ask("GET", path, &[], "")
    }

    fn post(&self, path: &str, kind: &str, body: &str) -> Answered {
        self.ask("POST", path, &[("content-type", kind)], body)
    }

    /// Sends a request; with a host of its own unless one is among the headers.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answered {
        let mut request = Request::builder().method(method).uri(path);
        if !headers.iter().any(|(name, _)| *name == "host") {
            request = request.header("host", "localhost:7878");
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).expect("a request");
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("answered");
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await.expect("read");
            let body = String::from_utf8(body.to_vec()).expect("UTF-8");
            Answered { status: parts.status.as_u16(), headers: parts.headers, body }
        })
    }
}
