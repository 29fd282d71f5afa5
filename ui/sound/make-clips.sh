#!/usr/bin/env bash
# Makes the spoken clips: one Ogg Opus file per language and a table that says where each clip begins and how long it lasts.
# Only run to change the clips; the result is committed. Needs espeak-ng, sox and ffmpeg (Debian: apt-get install espeak-ng sox ffmpeg).
# Arabic is not made: espeak-ng says the written-only endings of its numerals ("thalathat"), which nobody says.
set -euo pipefail
cd "$(dirname "$0")/clips"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
letters='A B C D E F G H J K L M N P R S T U V W X Y Z'
gap=0.12 # silence between clips, so that a decoder's smear never reaches the next one

say() { # voice, speed, words, clip
  espeak-ng -v "$1" -s "$2" -p 42 -w "$work/raw.wav" "$3"
  sox -q "$work/raw.wav" -r 22050 -c 1 "$work/$4.wav" \
    silence 1 0.005 0.2% fade q 0.004 reverse silence 1 0.005 0.2% fade q 0.012 reverse norm -2 pad 0 "$gap"
}

make_language() { # language, voice, speed, number word, counter word
  local order=() at=0 name seconds
  rm -f "$work"/*.wav
  say "$2" "$3" "$4" number; order+=(number)
  for name in $letters; do say "$2" "$3" "$name" "$name"; order+=("$name"); done
  for name in {0..9}; do say "$2" "$3" "$name" "$name"; order+=("$name"); done
  for name in {1..99}; do say "$2" "$3" "$5 $name" "counter-$name"; order+=("counter-$name"); done

  {
    echo "/** Where each clip of $1.ogg begins and how long it lasts, in seconds; written by make-clips.sh. */"
    echo "export const $1Clips: Record<string, readonly [startsAt: number, seconds: number]> = {"
    for name in "${order[@]}"; do
      seconds=$(soxi -D "$work/$name.wav")
      LC_ALL=C awk -v n="$name" -v a="$at" -v s="$seconds" -v g="$gap" 'BEGIN { printf "  \047%s\047: [%.4f, %.4f],\n", n, a, s - g }'
      at=$(LC_ALL=C awk -v a="$at" -v s="$seconds" 'BEGIN { printf "%.6f", a + s }')
    done
    echo '}'
  } >"$1.ts"
  sox -q $(printf "$work/%s.wav " "${order[@]}") "$work/all.wav"
  ffmpeg -v error -y -i "$work/all.wav" -c:a libopus -b:a 16k -application voip -map_metadata -1 -bitexact "$1.ogg"
}

make_language nl nl 140 nummer balie
make_language en en-gb 145 number counter
make_language fr fr-fr 145 numéro guichet
make_language de de 145 Nummer Schalter
make_language pt pt 140 senha balcão
(cd ../../.. && bunx biome check --write ui/sound/clips)
