#!/bin/bash
# The first process of a node, in namespaces of its own: gives the node its own /sys, /proc, /run and folders of state,
# and takes in what its programs leave behind. With it ends every process of the node, containers included.
#   node-init.sh <name> <folder> <processors> <controller>...   (no controller: the machine has cgroup v2)
set -eu
name=$1 folder=$2 processors=$3
shift 3

hostname "$name"
mount --make-rprivate /
umount --lazy --recursive /sys
mount --types sysfs sysfs /sys
if [ $# -eq 0 ]; then
  mount --types cgroup2 cgroup2 /sys/fs/cgroup
  # Only the leaves may hold processes where controllers are handed down.
  echo $$ > /sys/fs/cgroup/programs/cgroup.procs
  for controller in cpu cpuset memory pids io; do echo "+$controller" > /sys/fs/cgroup/cgroup.subtree_control; done
else
  mount --types tmpfs tmpfs /sys/fs/cgroup
  for controller in "$@"; do
    mkdir "/sys/fs/cgroup/$controller"
    mount --types cgroup --options "$controller" cgroup "/sys/fs/cgroup/$controller"
  done
  mkdir /sys/fs/cgroup/systemd
  mount --types cgroup --options none,name=systemd cgroup /sys/fs/cgroup/systemd
fi
mount --types proc proc /proc
mount --types tmpfs tmpfs /run
mkdir /run/lock

# A kubelet counts processors here: it finds as many as its node shall have, whichever the machine has. Containers are given
# processors by their numbers, so those that are too many have the numbers of those that there are: cpu00 beside cpu0.
real=$(getconf _NPROCESSORS_ONLN)
if [ "$processors" -gt "$real" ]; then
  zeros=
  for ((each = 0; each < processors; each++)); do
    if [ "$each" -gt 0 ] && [ $((each % real)) -eq 0 ]; then zeros+=0; fi
    topology="/run/processors/cpu$zeros$((each % real))/topology"
    mkdir -p "$topology"
    echo 0 > "$topology/physical_package_id"
    echo "$each" > "$topology/core_id"
  done
  mkdir /run/no-nodes
  mount --bind /run/no-nodes /sys/devices/system/node
  mount --bind /run/processors /sys/devices/system/cpu
fi

for path in /var/lib/kubelet /var/lib/containerd /var/lib/cni /var/log /etc/cni/net.d; do
  mkdir -p "$folder/disk$path"
done
# The machine may lack these folders: they are made on a layer of the node's own.
for path in /var/lib /etc; do
  mkdir -p "$folder/layers$path" "$folder/work$path"
  mount --types overlay overlay --options "lowerdir=$path,upperdir=$folder/layers$path,workdir=$folder/work$path" "$path"
done
for name in hosts resolv.conf; do mount --bind "$folder/../../$name" "/etc/$name"; done
mkdir -p /var/lib/kubelet /var/lib/containerd /var/lib/cni /etc/cni/net.d
for path in /var/lib/kubelet /var/lib/containerd /var/lib/cni /var/log /etc/cni/net.d; do
  mount --bind "$folder/disk$path" "$path"
done

# A kubelet writes these, which are the machine's: it is given copies.
mkdir /run/sysctl
for path in vm/overcommit_memory vm/panic_on_oom kernel/panic kernel/panic_on_oops kernel/keys/root_maxkeys kernel/keys/root_maxbytes; do
  copy="/run/sysctl/${path//\//.}"
  cat "/proc/sys/$path" > "$copy"
  mount --bind "$copy" "/proc/sys/$path"
done
mount --make-rshared /
touch "$folder/ready"

trap 'exit 0' TERM
while :; do
  sleep 3600 &
  wait $!
done
