#!/usr/bin/env bash
# Measures how soon `tracuu serve` answers a log of queries:
#   benches/load.sh                                              over what benches/measure.sh has left in its folder
#   benches/load.sh --index DIR --log queries.txt                over your own
#   benches/load.sh --seconds 60 overload                        one step, of beside, api, pages, open, overload
# The log of the first is made by the step `log` of benches/measure.sh, which does it after its texts.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=${TMPDIR:-/tmp}/tracuu-measure
arguments=("$@")
[[ " $* " == *" --index "* ]] || arguments+=(--index "$folder/index")
[[ " $* " == *" --log "* ]] || arguments+=(--log "$folder/log.txt")
exec cargo bench --locked --bench load -- "${arguments[@]}"
