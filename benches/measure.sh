#!/usr/bin/env bash
# Measures tracuu beside a bare index, SQLite FTS5 and ripgrep, and prints the table of docs/speed.md:
#   benches/measure.sh --source law.jsonl --passages 2000000
# The text and the indexes are made in a folder of TMPDIR, unless --folder names one.
# Figures are added to benches/records/figures.jsonl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

arguments=("$@")
[[ " $* " == *" --folder "* ]] || arguments+=(--folder "${TMPDIR:-/tmp}/tracuu-measure")
exec cargo bench --locked --bench measure -- --records benches/records/figures.jsonl "${arguments[@]}"
