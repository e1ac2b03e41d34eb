//! The state of a server to figures that Prometheus reads, behind those of what it has served.

use super::app::{App, MAX_CONNECTIONS};

/// All figures as text.
pub fn text(app: &App) -> String {
    let used = App::permits(app.options.workers).saturating_sub(app.permits.available_permits());
    let mut gauges = vec![
        ("connections", MAX_CONNECTIONS.saturating_sub(app.room.available_permits()) as u64),
        ("working", used as u64),
        ("index_stale", u64::from(app.is_stale())),
        ("up_seconds", app.started.elapsed().as_secs()),
    ];
    if let Some(edition) = app.edition() {
        gauges.extend([("documents", edition.documents), ("passages", edition.passages)]);
    }
    let gauge = |(name, value): (&str, u64)| format!("# TYPE tracuu_{name} gauge\ntracuu_{name} {value}\n");
    app.metrics.text() + &gauges.into_iter().map(gauge).collect::<String>()
}
