#!/bin/sh
# Assembles and links the programs, and writes each as hexadecimal text to NAME/NAME.hex, or to a folder that is named.
# Needs ia64-linux-gnu-as and ia64-linux-gnu-ld (Debian: apt-get install binutils-ia64-linux-gnu).
set -eu
to=${1:+$(cd "$1" && pwd)}
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for folder in */; do
  name=${folder%/}
  ia64-linux-gnu-as -xexplicit -I . -o "$work/$name.o" "$name/$name.s"
  ia64-linux-gnu-ld -N --no-warn-rwx-segments -Ttext 0x100000 -o "$work/$name.elf" "$work/$name.o"
  od -An -v -tx1 "$work/$name.elf" | tr -d ' ' > "${to:-$name}/$name.hex"
done
