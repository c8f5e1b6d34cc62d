#!/usr/bin/env bash
# What the audio challenge says, spoken anew: needs Debian's libttspico-utils (non-free section: Apache 2.0, but its voices
# come without sources) and sox. Writes each symbol as 8-bit µ-law (ITU-T G.711) at 16 kHz, without silence around.
set -eu
out=$(cd "$(dirname "$0")/.." && pwd)/src/main/resources/captcha/voices
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { # language voice symbol words
  mkdir -p "$out/$1"
  pico2wave -l "$2" -w "$scratch/said.wav" "<speed level=\"88\">$4</speed>"
  sox "$scratch/said.wav" -r 16000 -e mu-law -b 8 -c 1 -t raw "$out/$1/$3.ulaw" \
    silence 1 0.01 0.03% reverse silence 1 0.01 0.03% reverse highpass 90 norm -3
}

en() { say en en-GB "$1" "$2"; }
en 3 "number three."; en 4 "number four."; en 6 "number six."; en 7 "number seven."; en 9 "number nine."
en A "A, as in Alfa."; en C "C, as in Charlie."; en E "E, as in Echo."; en F "F, as in Foxtrot."
en H "H, as in Hotel."; en J "J, as in Juliet."; en K "K, as in Kilo."; en M "M, as in Mike."
en N "N, as in November."; en P "P, as in Papa."; en R "R, as in Romeo."; en T "T, as in Tango."
en V "V, as in Victor."; en W "W, as in Whisky."; en X "X, as in X-ray."; en Y "Y, as in Yankee."

fr() { say fr fr-FR "$1" "$2"; }
fr 3 "chiffre trois."; fr 4 "chiffre quatre."; fr 6 "chiffre six."; fr 7 "chiffre sept."; fr 9 "chiffre neuf."
fr A "A, comme Anatole."; fr C "C, comme Célestin."; fr E "E, comme Eugène."; fr F "F, comme François."
fr H "H, comme Henri."; fr J "J, comme Joseph."; fr K "K, comme Kléber."; fr M "M, comme Marcel."
fr N "N, comme Nicolas."; fr P "P, comme Pierre."; fr R "R, comme Raoul."; fr T "T, comme Thérèse."
fr V "V, comme Victor."; fr W "W, comme William."; fr X "X, comme Xavier."; fr Y "Y, comme Yvonne."
