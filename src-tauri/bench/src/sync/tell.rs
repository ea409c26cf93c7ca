//! What was measured of many PCs, beside its floor and its peers.

use super::Carried;
use super::peers::Peer;
use crate::figure::{Figure, Report};
use crate::timing::Series;

/// Memory of a store's page cache and of the program around it is not counted: MB.
const CACHE: f64 = 33.6;

pub(super) fn tell(carried: &Carried, peers: &[Peer], count: f64, report: &mut Report) {
    let rate = |seconds: &Series| seconds.map(|seconds| count / seconds);
    let of = |figure: f64| {
        let mut series = Series::default();
        series.note(figure);
        series
    };
    report.add(Figure::new(
        "push: everything acknowledged, on the disk",
        "customers/s",
        &rate(&carried.push),
    ));
    report.add(Figure::new(
        "pull: everything in the tables and found",
        "customers/s",
        &rate(&carried.pull),
    ));
    for (name, floor, least) in [
        (
            "bare insert of the rows, 5,000 durably at once",
            &carried.floor,
            Some(0.7),
        ),
        (
            "bare insert of the rows, all at once",
            &carried.floor_at_once,
            None,
        ),
    ] {
        let figure =
            Figure::new("pull", "customers/s", &rate(&carried.pull)).against(name, &rate(floor));
        report.add(match least {
            Some(least) => figure.ratio_at_least(least),
            None => figure,
        });
    }
    for edits in [
        Figure::new("1,000 edits given", "s", &carried.edits_push),
        Figure::new("1,000 edits taken", "s", &carried.edits_pull),
    ] {
        report.add(edits.p50_at_most(0.1));
    }
    for (name, bytes) in [("given", &carried.bytes_up), ("taken", &carried.bytes_down)] {
        let each = bytes.map(|bytes| bytes / count);
        report.add(
            Figure::new(format!("on the wire for a customer {name}"), "B", &each)
                .p50_at_most(130.0),
        );
    }
    for (name, peak) in [("the hub", carried.hub_peak), ("a PC", carried.pc_peak)] {
        if let Some(peak) = peak {
            let beyond = of(peak - CACHE);
            report.add(
                Figure::new(format!("memory of {name} beyond the cache"), "MB", &beyond)
                    .p50_at_most(100.0),
            );
        }
    }
    let echo = Figure::new("logged here, on the board there", "ms", &carried.echo);
    report.add(echo.p95_at_most(300.0, 1_000.0, &carried.echo));
    for peer in peers {
        let name = &peer.peer;
        let push = Figure::new("push", "customers/s", &rate(&carried.push));
        let push = push.against(format!("{name}: push"), &of(count / peer.push_s));
        report.add(if name.starts_with("Anki") {
            push.ratio_at_least(1.5)
        } else if name.contains("batches") {
            push
        } else {
            push.ratio_at_least(8.0)
        });
        let pull = Figure::new("pull", "customers/s", &rate(&carried.pull));
        report.add(pull.against(format!("{name}: pull"), &of(count / peer.pull_s)));
        for (ours, theirs, what) in [
            (&carried.edits_push, peer.edits_push_s, "edits given"),
            (&carried.edits_pull, peer.edits_pull_s, "edits taken"),
        ] {
            report
                .add(Figure::new(what, "s", ours).against(format!("{name}: {what}"), &of(theirs)));
        }
        let wire = Figure::new("wire", "B", &carried.bytes_up.map(|bytes| bytes / count));
        report.add(wire.against(format!("{name}: given"), &of(peer.bytes_up / count)));
        let ours = carried.hub_peak.unwrap_or_default();
        let memory = Figure::new("memory of the hub", "MB", &of(ours));
        report.add(memory.against(
            format!("{name}: its server"),
            &of(peer.server_peak_bytes / 1e6),
        ));
        let ours = carried.pc_peak.unwrap_or_default();
        let memory = Figure::new("memory of a PC", "MB", &of(ours));
        report.add(memory.against(
            format!("{name}: its client"),
            &of(peer.client_peak_bytes / 1e6),
        ));
    }
}
