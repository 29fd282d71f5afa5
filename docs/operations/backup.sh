#!/bin/sh
# backup.sh FOLDER [KEEP]: one file of the database at DATABASE_URL, read back before it counts; the newest KEEP (14) stay.
set -eu
umask 077

folder=${1:?backup.sh FOLDER [KEEP]}
keep=${2:-14}
: "${DATABASE_URL:?the database to keep}"

mkdir -p "$folder"
file=$folder/beurt-$(date -u +%Y%m%dT%H%M%SZ).dump
trap 'rm -f "$file.part"' EXIT

pg_dump --format=custom --no-owner --no-privileges --file="$file.part" "$DATABASE_URL"

# A backup that cannot be read is none.
contents=$(pg_restore --list "$file.part")
for table in points appointments tickets history outbox staff; do
  case $contents in
    *" TABLE DATA public $table "*) ;;
    *)
      echo "there is no table $table in the backup" >&2
      exit 1
      ;;
  esac
done
mv "$file.part" "$file"

find "$folder" -name 'beurt-*.dump' | sort -r | tail -n "+$((keep + 1))" | while read -r old; do rm -f "$old"; done
echo "$file"
