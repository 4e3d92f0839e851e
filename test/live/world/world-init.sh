#!/bin/bash
# The first process of a world of its own: in fresh namespaces it lays the tools over /usr, takes the machine's names
# away, and runs what it is given. Nothing that is mounted, named or routed here is seen outside, and all of it ends with
# this process.
#   LIVE_FOLDER: folder of the run. LIVE_TOOLS: tree of unpacked packages. LIVE_GROUPS: folders of its control group.
set -eu

for group in $LIVE_GROUPS; do echo $$ > "$group/cgroup.procs"; done
mount --make-rprivate /
mount --types overlay overlay --options "ro,lowerdir=$LIVE_TOOLS/usr:/usr" /usr
mount --types tmpfs tmpfs /run
for name in hosts resolv.conf; do
  touch "$LIVE_FOLDER/$name"
  mount --bind "$LIVE_FOLDER/$name" "/etc/$name"
done
ip link set lo up

trap 'kill -TERM "$program" 2> /dev/null || exit 143' TERM INT HUP
"$@" &
program=$!
code=0
wait "$program" || code=$?
while kill -0 "$program" 2> /dev/null; do wait "$program" || code=$?; done # a signal ends a wait too early

# Whoever wants to look at it later leaves this file. A shell takes in what its children leave behind.
while [ -e "$LIVE_FOLDER/keep" ]; do
  sleep 3600 &
  program=$!
  wait "$program" || exit 0
done
exit "$code"
