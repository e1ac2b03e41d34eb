//! An archive to tools of assistants over HTTP: each request is answered by itself, and nothing is kept of whoever asks.

use std::sync::Arc;

use axum::Router;
use rmcp::transport::streamable_http_server::session::never::NeverSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};

use super::handler::Handler;
use super::refused::Asker;
use crate::archive::Archive;
use crate::voice::Language;

/// What answers assistants in one language, at whatever path it is put. Whoever serves it looks at hosts, origins and
/// tokens, at how much is sent and how long an answer takes; what travels with a request stays until its work is done.
pub fn over_http(archive: Archive, language: Language) -> Router {
    let handler = Handler::new(archive, language, Asker::Elsewhere);
    let config = StreamableHttpServerConfig::default()
        .disable_allowed_hosts()
        .disable_allowed_origins()
        .with_legacy_session_mode(false)
        .with_json_response(true);
    let sessions = Arc::new(NeverSessionManager::default());
    Router::new().fallback_service(StreamableHttpService::new(move || Ok(handler.clone()), sessions, config))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use axum::body::{Body, to_bytes};
    use axum::http::{HeaderMap, Request};
    use serde_json::{Value, json};
    use tokio::runtime::Builder;
    use tower::ServiceExt;

    use super::*;
    use crate::ingest::Job;

    /// Status, head and body of what is answered.
    fn ask(service: &Router, headers: &[(&str, &str)], body: &Value) -> (u16, HeaderMap, Value) {
        let mut request = Request::builder().method("POST").uri("/mcp").header("content-type", "application/json");
        request = request.header("host", "localhost").header("accept", "application/json, text/event-stream");
        request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let request = request.body(Body::from(body.to_string())).expect("a request");
        let runtime = Builder::new_current_thread().enable_all().build().expect("threads");
        runtime.block_on(async {
            let (parts, body) = service.clone().oneshot(request).await.expect("answered").into_parts();
            let body = to_bytes(body, usize::MAX).await.expect("read");
            (parts.status.as_u16(), parts.headers, serde_json::from_slice(&body).unwrap_or_default())
        })
    }

    fn called(id: u64, method: &str, parameters: Value) -> Value {
        json!({"jsonrpc": "2.0", "id": id, "method": method, "params": parameters})
    }

    /// Over one paper, in a folder that lasts as long.
    fn site() -> (tempfile::TempDir, Router) {
        let folder = tempfile::tempdir().expect("made");
        let papers = folder.path().join("papers");
        std::fs::create_dir(&papers).expect("made");
        std::fs::write(papers.join("a.txt"), "Đồng chí Lò Thị Mai dự họp.").expect("written");
        let archive = Archive::at(folder.path().join("index"));
        archive.update(&Job { paths: vec![papers], ..Job::default() }, &()).expect("indexed");
        (folder, over_http(archive, Language::English))
    }

    #[test]
    fn each_version_of_the_protocol_is_answered_without_a_session() {
        let (_folder, service) = site();
        let call = json!({"name": "search_passages", "arguments": {"query": "lo thi mai"}});
        let text = |answer: &Value| answer["result"]["structuredContent"]["hits"][0]["text"].clone();
        for version in ["2025-03-26", "2025-06-18", "2025-11-25"] {
            let client = json!({"name": "test", "version": "1"});
            let hello = json!({"protocolVersion": version, "capabilities": {}, "clientInfo": client});
            let (status, head, answer) = ask(&service, &[], &called(1, "initialize", hello));
            assert_eq!((status, &answer["result"]["protocolVersion"]), (200, &json!(version)), "{answer}");
            assert!(head.get("mcp-session-id").is_none(), "{version}");
            let ready = json!({"jsonrpc": "2.0", "method": "notifications/initialized"});
            assert_eq!(ask(&service, &[("mcp-protocol-version", version)], &ready).0, 202, "{version}");
            let (status, _, answer) =
                ask(&service, &[("mcp-protocol-version", version)], &called(2, "tools/call", call.clone()));
            assert_eq!((status, text(&answer)), (200, json!("Đồng chí Lò Thị Mai dự họp.")), "{version}: {answer}");
        }
        let version = "2026-07-28";
        let meta = json!({
            "io.modelcontextprotocol/protocolVersion": version,
            "io.modelcontextprotocol/clientInfo": {"name": "test", "version": "1"},
            "io.modelcontextprotocol/clientCapabilities": {},
        });
        let head = |method: &'static str| [("mcp-protocol-version", version), ("mcp-method", method)];
        let discover = called(1, "server/discover", json!({"_meta": meta}));
        let (status, _, answer) = ask(&service, &head("server/discover"), &discover);
        assert_eq!(status, 200, "{answer}");
        assert!(answer.to_string().contains(version), "{answer}");
        let mut call = call;
        call["_meta"] = meta;
        let named = [head("tools/call").as_slice(), &[("mcp-name", "search_passages")]].concat();
        let (status, _, answer) = ask(&service, &named, &called(2, "tools/call", call));
        assert_eq!((status, text(&answer)), (200, json!("Đồng chí Lò Thị Mai dự họp.")), "{answer}");
    }

    #[test]
    fn nothing_is_told_of_the_machine() {
        let place = Path::new("/no/such/folder");
        let service = over_http(Archive::at(place), Language::English);
        let call = json!({"name": "search_passages", "arguments": {"query": "a"}});
        let (status, _, answer) = ask(&service, &[], &called(1, "tools/call", call));
        assert_eq!((status, &answer["result"]["isError"]), (200, &json!(true)), "{answer}");
        assert!(!answer.to_string().contains("/no/such"), "{answer}");
        let (_, _, answer) = ask(&service, &[], &called(1, "resources/read", json!({"uri": "tracuu://status"})));
        assert!(answer["error"].is_object() && !answer.to_string().contains("/no/such"), "{answer}");
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let (_folder, service) = site();
        for body in [json!([]), json!({}), json!("a"), json!({"jsonrpc": "1.0", "id": 1, "method": "tools/list"})] {
            let (status, _, answer) = ask(&service, &[], &body);
            assert!((400..500).contains(&status), "{body}: {status} {answer}");
        }
        let unknown = ask(&service, &[], &called(1, "tools/call", json!({"name": "delete_all"})));
        assert!(unknown.2["error"]["message"].as_str().is_some_and(|said| said.contains("search_passages")));
        let odd = ask(&service, &[("mcp-protocol-version", "1999-01-01")], &called(1, "tools/list", json!({})));
        assert_eq!(odd.0, 400);
    }
}
