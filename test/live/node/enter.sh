#!/bin/bash
# Runs a program in a node: enter.sh <control group>... -- <process of the node> <program> <argument>...
set -eu
while [ "$1" != -- ]; do
  echo $$ > "$1/cgroup.procs"
  shift
done
target=$2
shift 2
exec nsenter --target "$target" --mount --net --uts --ipc --pid --cgroup --wd=/ -- "$@"
