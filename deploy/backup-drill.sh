#!/usr/bin/env bash
# A backup that was never restored is a hope. Run it by a timer: it backs up the database of DATABASE_URL, brings the
# archive back into a database of its own on the same server, lets `restore` compare every table and `doctor` look at
# the result, and removes that database again. Ends with 0 only if all of it came back.
set -euo pipefail

squaremile=${SQUAREMILE:-squaremile}
: "${DATABASE_URL:?Say which database: DATABASE_URL}"
work=$(mktemp -d)
base=${DATABASE_URL%%\?*}
query=${DATABASE_URL#"$base"}
drill="${base%/*}/squaremile_drill_$$$query"
maintenance="${base%/*}/postgres$query"

finish() {
  psql "$maintenance" -qc "DROP DATABASE IF EXISTS squaremile_drill_$$ WITH (FORCE)" || true
  rm -rf "$work"
}
trap finish EXIT

"$squaremile" backup "$work/drill.tar"
mkdir "$work/home"
SQUAREMILE_HOME="$work/home" MEDIA_DIR=var/files DATABASE_URL="$drill" "$squaremile" restore "$work/drill.tar"
# The doctor also looks at files that belong to the real home: only what it says of the database counts here.
DATABASE_URL="$drill" DATABASE_APP_URL="" "$squaremile" doctor
echo "The drill succeeded: $(date -u +%Y-%m-%dT%H:%M:%SZ)"
