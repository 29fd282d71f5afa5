#!/bin/sh
# restore.sh FILE: a file of backup.sh into the empty database at DATABASE_URL; all of it or nothing.
set -eu

file=${1:?restore.sh FILE}
: "${DATABASE_URL:?an empty database}"

there=$(psql --no-psqlrc --quiet --tuples-only --no-align --command \
  "select count(*) from pg_class where relkind = 'r' and relnamespace::regnamespace::text in ('public', 'drizzle')" "$DATABASE_URL")
if [ "$there" != 0 ]; then
  echo "that database has $there tables already; make an empty one" >&2
  exit 1
fi

pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$DATABASE_URL" "$file"
psql --no-psqlrc --quiet --tuples-only --no-align --command \
  "select format('restored: %s points, %s appointments, %s tickets', (select count(*) from points), (select count(*) from appointments), (select count(*) from tickets))" "$DATABASE_URL"
