#!/bin/sh
# Assembles and links the programs, and writes each as hexadecimal text to NAME/NAME.hex, or to a folder that is named.
# A section .at.ADDRESS is put at that address; other sections follow each other from 0x100000 on.
# Needs ia64-linux-gnu-as and ia64-linux-gnu-ld (Debian: apt-get install binutils-ia64-linux-gnu).
set -eu
to=${1:+$(cd "$1" && pwd)}
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in */; do
  name=${folder%/}
  ia64-linux-gnu-as -xexplicit -I . -o "$work/$name.o" "$name/$name.s"
  places=$(ia64-linux-gnu-objdump -h "$work/$name.o" | sed -n 's/.* \.at\.\([0-9a-f]*\) .*/--section-start=.at.\1=0x\1/p')
  ia64-linux-gnu-ld -N --no-warn-rwx-segments -z max-page-size=0x100 -Ttext 0x100000 $places -o "$work/$name.elf" "$work/$name.o"
  od -An -v -tx1 "$work/$name.elf" | tr -d ' ' > "${to:-$name}/$name.hex"
done
