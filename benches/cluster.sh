#!/usr/bin/env bash
# The figures of an archive in a cluster of three nodes on this machine, beside the same archive in a folder:
#   benches/cluster.sh --source law.jsonl --queries questions.jsonl [--queries more.jsonl] [--documents 20000]
#       [--asked 300] [--kills 20] [--killed 20000] [--dev]
# SOURCE has an object a line with `title` and `text`, QUERIES one with `query`. It tells, before and after a tenth of
# the documents was deleted and a tenth changed, and while a node is down: for how many queries the first hit is the same,
# how far the first ten are, how long an answer takes; then trips a query; then how many runs of --killed documents were
# right of which a node was killed (-9) at some moment, and the program. --dev measures a build without optimization.
# It needs Java 17, Maven and curl, and reads and writes nothing but a folder of TMPDIR and target/nodes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

documents=20000 asked=300 kills=20 killed='' profile=(--release) source='' queries=''
while [ $# -gt 0 ]; do
    case $1 in
    --source) source=$(realpath "$2"); shift 2 ;;
    --queries) queries=${queries:+$queries:}$(realpath "$2"); shift 2 ;;
    --documents) documents=$2; shift 2 ;;
    --asked) asked=$2; shift 2 ;;
    --kills) kills=$2; shift 2 ;;
    --killed) killed=$2; shift 2 ;;
    --dev) profile=(); shift ;;
    *) printf 'unknown: %s\n' "$1" >&2; exit 2 ;;
    esac
done
if [ -z "$source" ] || [ -z "$queries" ]; then
    sed -n '2,9p' "${BASH_SOURCE[0]}" >&2
    exit 2
fi
cargo test --locked "${profile[@]}" --features cluster --test cluster --no-run
place=$(mktemp -d)
trap 'tests/cluster/nodes "$place" stop; rm -rf "$place"' EXIT
mkdir -p target/nodes
export JARS=$PWD/target/nodes/jars TRACUU_NODES=$place
tests/cluster/nodes "$place" start
TRACUU_TABLE_DOCUMENTS=$source TRACUU_TABLE_QUERIES=$queries TRACUU_TABLE_COUNT=$documents TRACUU_TABLE_ASKED=$asked \
    TRACUU_TABLE_KILLS=$kills TRACUU_TABLE_KILLED=${killed:-$documents} \
    cargo test --locked "${profile[@]}" --features cluster --test cluster -- --nocapture the_table
