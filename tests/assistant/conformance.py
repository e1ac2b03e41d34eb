"""Runs the scenarios of the protocol's conformance suite that apply to a server that only reads.

Called with the address of a server, a folder for the results, and the command of the suite. What a scenario wants of
tools that are there for the suite alone cannot be tried, and is told; whatever else fails ends with exit code 1.
"""

import json
import pathlib
import shutil
import subprocess
import sys

SCENARIOS = [
    "server-initialize",
    "server-stateless",
    "ping",
    "tools-list",
    "resources-list",
    "sep-2164-resource-not-found",
    "prompts-list",
    "dns-rebinding-protection",
    "caching",
    "http-header-validation",
]

# each wants a tool, resource or prompt of the suite's own server, or a session
LEFT_OUT = "tools-call-*, json-schema-2020-12, resources-templates-read, prompts-get-*, sessions, sampling, elicitation, tasks"


def main(address: str, folder: str, *suite: str) -> int:
    failed = 0
    for scenario in SCENARIOS:
        place = pathlib.Path(folder) / scenario
        shutil.rmtree(place, ignore_errors=True)
        asked = ["server", "--url", f"{address}/mcp", "--scenario", scenario, "-o", str(place)]
        run = subprocess.run([*suite, *asked], capture_output=True, text=True, timeout=120, check=False)
        results = list(place.rglob("checks.json"))
        if not results:
            print(f"FAILED: {scenario} has no result: {run.stdout[-500:]}{run.stderr[-500:]}")
            failed += 1
            continue
        checks = json.loads(results[0].read_text(encoding="utf-8"))
        passed = sum(check["status"] == "SUCCESS" for check in checks)
        wrong = [check for check in checks if check["status"] in ("FAILURE", "WARNING")]
        untried = [check for check in wrong if check.get("errorMessage", "").startswith("Not testable")]
        for check in untried:
            print(f"LEFT OUT: {scenario}: {check['id']}: {check['errorMessage']}", file=sys.stderr)
        for check in wrong:
            if check not in untried:
                print(f"FAILED: {scenario}: {check['id']}: {check.get('errorMessage', check['description'])}")
                failed += 1
        if not passed:
            print(f"FAILED: {scenario}: nothing was checked")
            failed += 1
        print(f"{scenario}: {passed} checks hold")
    print(f"LEFT OUT: {LEFT_OUT}: they ask for the suite's own tools, or for what a server that only reads has not", file=sys.stderr)
    return 1 if failed else 0


sys.exit(main(*sys.argv[1:]))
