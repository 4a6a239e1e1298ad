#include "tests/support/slurm_cluster.h"

#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/catch.h"

namespace careerfacts::test {

std::string SlurmCluster::missing() {
  if (::geteuid() != 0) return "a Slurm cluster can be started by root only";
  if (shell("PATH=$PATH:/usr/sbin; command -v slurmctld slurmd munged sbatch squeue").status != 0)
    return "Slurm is not installed here (package slurm-wlm)";
  return "";
}

SlurmCluster::SlurmCluster() {
  ::chmod(folder_.path().c_str(), 0755);
  for (const char* name : {"state", "spool"}) folder_.make_folder(name);
  const std::string host = shell("hostname -s | tr -d '\\n'").out;
  const std::string port = std::to_string(20'000 + 2 * (::getpid() % 5'000));
  const std::string& at = folder_.path();
  folder_.write("slurm.conf",
                "ClusterName=test\nSlurmctldHost=" + host + "(127.0.0.1)\nSlurmctldPort=" + port +
                    "\nSlurmdPort=" + std::to_string(std::stoi(port) + 1) +
                    "\nAuthType=auth/munge\nCredType=cred/munge\nAuthInfo=socket=" + at +
                    "/munge.socket\nSlurmUser=root\nSlurmdUser=root\nStateSaveLocation=" + at +
                    "/state\nSlurmdSpoolDir=" + at + "/spool\nSlurmctldPidFile=" + at +
                    "/slurmctld.pid\nSlurmdPidFile=" + at + "/slurmd.pid\nSlurmctldLogFile=" + at +
                    "/slurmctld.log\nSlurmdLogFile=" + at +
                    "/slurmd.log\nProctrackType=proctrack/linuxproc\nTaskPlugin=task/none\n"
                    "SelectType=select/cons_tres\nReturnToService=2\n"
                    "SchedulerParameters=batch_sched_delay=0,sched_interval=1,bf_interval=1\nNodeName=" +
                    host +
                    " NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN\n"
                    "PartitionName=all Nodes=ALL Default=YES State=UP\n");
  const Result started = shell(
      "export PATH=$PATH:/usr/sbin; head -c 128 /dev/urandom > munge.key && chmod 600 munge.key && "
      "munged --force --key-file=$PWD/munge.key --socket=$PWD/munge.socket --pid-file=$PWD/munge.pid "
      "--log-file=$PWD/munge.log --seed-file=$PWD/munge.seed && slurmctld -c && slurmd -N " +
          host +
          " && for i in $(seq 100); do sinfo -h -o %t 2>/dev/null | grep -q idle && exit 0; sleep 0.1; done;"
          "tail -n 5 *.log >&2; exit 1",
      {.folder = at, .environment = environment()});
  INFO(started.out << started.err);
  REQUIRE(started.status == 0);
}

SlurmCluster::~SlurmCluster() {
  shell(
      "for name in slurmd slurmctld munge; do [ -s $name.pid ] && kill $(cat $name.pid) 2>/dev/null; done;"
      "for i in $(seq 50); do [ -e slurmctld.pid ] || exit 0; sleep 0.1; done",
      {.folder = folder_.path()});
}

}  // namespace careerfacts::test
