/** Commands in programs that are composed of names, fields, lists, functions and patterns. */
import { foundCases, quietCases } from '../support/cases.ts';

const commit = 'mender-commit';
const restart = 'systemctl-control';

foundCases('names of Python', 'tests/a.py', [
  { text: 'M = "/usr/bin/mender"\nsubprocess.run([«M, "commit»"])\n', rules: commit },
  { text: 'M = "/usr/bin/mender"\nsubprocess.run(f"«{M} commit»", shell=True)\n', rules: commit },
  { text: 'M = "/usr/bin/mender"\nsubprocess.run(«M + " commit»", shell=True)\n', rules: commit },
  { text: 'S = "«mender-client»"\nsubprocess.check_call(["systemctl", "restart", S])\n', rules: restart },
  { text: 'def a():\n  run(CMD)\nCMD = "«mender commit»"\n', rules: commit },
  { text: 'a = "«mender commit»"\nb = a\ndef c():\n  run(b)\n', rules: commit },
  { text: 'M = os.environ.get("MENDER", "mender")\nrun([«M, "commit»"])\n', rules: commit },
  { text: 'M = find() or "mender"\nrun([«M, "commit»"])\n', rules: commit },
  { text: 'if (cmd := "«mender commit»"):\n  run(cmd)\n', rules: commit },
  { text: 'def a():\n  cmd = "mender "\n  cmd += "commit"\n  run(«cmd»)\n', rules: commit },
  { text: 'def a():\n  cmd = ["mender"]\n  cmd.append("commit")\n  run(«cmd»)\n', rules: commit },
  { text: 'def a():\n  cmd = ["mender"]\n  cmd.extend(["commit"])\n  run(«cmd»)\n', rules: commit },
  { text: 'def a():\n  cmd = ""\n  if x:\n    cmd = "«mender commit»"\n  run(cmd)\n', rules: commit },
  { text: 'def a(cmd="«mender commit»"):\n  run(cmd)\n', rules: commit },
]);

foundCases('fields of Python', 'a.py', [
  {
    text: 'class A:\n  S = "«mender-client»"\n  def a(self):\n    run(["systemctl", "stop", self.S])\n',
    rules: restart,
  },
  {
    text: 'class A:\n  def __init__(self):\n    self.s = "«mender-client»"\n  def a(self):\n    run(f"systemctl stop {self.s}")\n',
    rules: restart,
  },
  {
    text: 'class A:\n  S = "«mender-client»"\nclass B(A):\n  def a(self):\n    run(["systemctl", "stop", self.S])\n',
    rules: restart,
  },
  { text: 'class A(Enum):\n  S = "«mender-client»"\nrun(["systemctl", "stop", A.S])\n', rules: restart },
  { text: 'D = {"s": "«mender-client»"}\nrun(["systemctl", "stop", D["s"]])\n', rules: restart },
]);

foundCases('lists of Python', 'a.py', [
  { text: 'for s in ["«mender-client»", "mender-connect"]:\n  run(["systemctl", "restart", s])\n', rules: restart },
  { text: 'S = ("a", "«mender-client»")\nfor s in S:\n  run(["systemctl", "restart", s])\n', rules: restart },
  { text: 'CMDS = [["«mender", "commit»"], ["ls"]]\nfor cmd in CMDS:\n  run(cmd)\n', rules: commit },
  { text: '[run(cmd) for cmd in ["«mender commit»", "ls"]]\n', rules: commit },
  { text: 'args = ["commit"]\nrun(["«mender", *args»])\n', rules: commit },
  { text: 'args = ["commit"]\nrun(["«mender"] + args»)\n', rules: commit },
  { text: 'CMD = ["ls", "«mender commit»"]\nrun(CMD[1])\n', rules: commit },
  { text: 'run("«mender commit»".split())\n', rules: commit },
  { text: 'run(" ".join(["«mender", "commit»"]))\n', rules: commit },
]);

foundCases('several commands of one helper', 'a.py', [
  {
    text: 'def do(c):\n  subprocess.run("««mender " + c»», shell=True)\ndo("install x")\ndo("bootstrap")\n',
    rules: ['mender-install', 'mender-bootstrap'],
  },
  {
    text: 'def ctl(*args):\n  subprocess.run(["systemctl", *args])\nctl("daemon-reload")\nctl("restart", "«mender-client»")\n',
    rules: restart,
  },
  {
    text: 'def ctl(*args):\n  subprocess.run(["systemctl"] + list(args))\nctl("daemon-reload")\nctl("restart", "«mender-client»")\n',
    rules: restart,
  },
  {
    text: 'def ctl(args):\n  cmd = ["systemctl"]\n  cmd.extend(args)\n  subprocess.run(cmd)\nctl(["daemon-reload"])\nctl(["restart", "«mender-client»"])\n',
    rules: restart,
  },
  {
    text: 'def ctl(*args):\n  os.system("systemctl " + " ".join(args))\nctl("daemon-reload")\nctl("restart", "«mender-client»")\n',
    rules: restart,
  },
  {
    text: 'def do(*args):\n  subprocess.run(["««mender", *args»»])\ndo("install", "x")\ndo("bootstrap")\n',
    rules: ['mender-install', 'mender-bootstrap'],
  },
  {
    text: 'def do(name, *args):\n  subprocess.run([«name, *args»])\ndo("systemctl", "daemon-reload")\ndo("mender", "commit")\n',
    rules: commit,
  },
  {
    text: 'def do(name, arg):\n  os.system(«name + " " + arg»)\ndo("systemctl", "daemon-reload")\ndo("mender", "commit")\n',
    rules: commit,
  },
  {
    text: 'def do(name, arg):\n  os.system("«%s %s»" % (name, arg))\ndo("systemctl", "daemon-reload")\ndo("mender", "commit")\n',
    rules: commit,
  },
]);

foundCases('several commands of one helper of Go', 'a.go', [
  {
    text: 'package a\nfunc do(name string, args ...string) { exec.Command(«name, args»...).Run() }\nfunc b() { do("systemctl", "daemon-reload"); do("mender", "commit") }\n',
    rules: commit,
  },
]);

quietCases('the command of one call with an argument of another', 'a.py', [
  'def do(name, arg):\n  subprocess.run([name, arg])\ndo("mender-update", "commit")\ndo("mender-artifact", "read")\n',
  'def do(name, *args):\n  subprocess.run([name, *args])\ndo("systemctl", "daemon-reload")\ndo("mender-update", "commit")\n',
]);

foundCases('functions of Python', 'a.py', [
  { text: 'def cmd():\n  return "«mender commit»"\nrun(cmd())\n', rules: commit },
  { text: 'def cmd(x):\n  return f"mender {x}"\nrun(«cmd("commit")»)\n', rules: commit },
  { text: 'cmd = lambda x: "mender " + x\nrun(«cmd("commit")»)\n', rules: commit },
  { text: 'def do(c):\n  subprocess.run(c, shell=True)\ndo("«mender commit»")\n', rules: commit },
  { text: 'def do(a, c=None):\n  subprocess.run(c, shell=True)\ndo(1, c="«mender commit»")\n', rules: commit },
  {
    text: 'def do(*args):\n  subprocess.check_output(["sudo", *args])\ndo("«mender", "commit»")\n',
    rules: commit,
  },
  {
    text: 'class A:\n  def do(self, c):\n    os.system(c)\n  def a(self):\n    self.do("«mender commit»")\n',
    rules: commit,
  },
  { text: 'subprocess.run("«%s commit»" % "mender", shell=True)\n', rules: commit },
  { text: 'subprocess.run("«{} commit»".format("mender"), shell=True)\n', rules: commit },
  { text: 'subprocess.run("«{m} {c}»".format(m="mender", c="commit"), shell=True)\n', rules: commit },
  { text: 'import subprocess as sp\nsp.call("«mender commit»", shell=True)\n', rules: commit },
  { text: 'from subprocess import call as c\nc(["«mender", "commit»"])\n', rules: commit },
  { text: 'c = functools.partial(subprocess.call, shell=True)\nc("«mender commit»")\n', rules: commit },
  { text: 'import sh\nsh.«mender("commit»")\n', rules: commit },
  { text: 'from sh import mender\n«mender("commit»")\n', rules: commit },
]);

quietCases('Python', 'a.py', [
  'M = "/usr/bin/mender-update"\nsubprocess.run([M, "commit"])\n',
  'M = "/usr/bin/mender"\nlog(f"{M} commit")\n',
  'def a(M):\n  subprocess.run([M, "commit"])\nM = "mender"\n',
  'class A:\n  S = "mender-client"\n  def a(self, S):\n    run(["systemctl", "stop", S])\n',
  'class A:\n  S = "mender-client"\nclass B:\n  def a(self):\n    run(["systemctl", "stop", self.S])\n',
  'class A(B):\n  pass\nclass B(A):\n  def a(self):\n    run(["systemctl", "stop", self.S])\n',
  'for s in ["mender-client"]:\n  print(s)\nfor s in ["ssh"]:\n  run(["systemctl", "restart", s])\n',
  'def cmd():\n  return "mender commit"\nlog(cmd())\n',
  'def cmd():\n  return cmd() + "mender commit"\nrun(cmd())\n',
  'def do(c):\n  log(c)\ndo("mender commit")\n',
  'def do(log, c):\n  os.system(c)\ndo("mender commit", "ls")\n',
  'def a():\n  cmd = ["echo"]\n  cmd.append("mender commit")\n  run(cmd)\n',
  'import sh\nsh.echo("mender commit")\n',
  'sh.mender("commit")\n',
  'from other import call\ncall("mender commit")\n',
  'subprocess.run("%s commit" % mender, shell=True)\n',
  'subprocess.run("{:>20} commit".format("mender"), shell=True)\n',
  'ser.write(b"mender commit")\n',
  'f.write("mender commit\\n")\n',
  'systemd.service(service="mender-client")\n',
  'manager.RestartUnit("mender-connect.service", "replace")\n',
  'host.service("mender-updated").is_running\n',
  // Whichever there is.
  'for p in ["mender", "mender-update"]:\n  run(p + " commit")\n',
  'for s in ["mender-updated", "mender-client"]:\n  run("systemctl restart %s || true" % s)\n',
  'for s in ["mender-authd", "mender-updated", "mender-client"]:\n  run("journalctl --unit=%s || true" % s)\n',
  'def find():\n  for p in ["/usr/bin/mender-update", "/usr/bin/mender"]:\n    if os.path.exists(p):\n      return p\nrun([find(), "commit"])\n',
  'def a():\n  if new:\n    cmd = "mender-update commit"\n  else:\n    run("mender commit")\n  run(cmd)\n',
]);

foundCases('JavaScript and TypeScript', 'src/a.ts', [
  { text: "const M = '/usr/bin/mender';\nspawn(«M, ['commit»']);\n", rules: commit },
  { text: "const M = '/usr/bin/mender';\nexec(`«${M} commit»`);\n", rules: commit },
  {
    text: "const { exec } = require('child_process');\nconst run = promisify(exec);\nrun('«mender commit»');\n",
    rules: commit,
  },
  { text: "import { exec as call } from 'node:child_process';\ncall('«mender commit»');\n", rules: commit },
  { text: "import * as cp from 'child_process';\ncp.execFile('«mender', ['commit»']);\n", rules: commit },
  { text: "import { execa } from 'execa';\nawait execa('«mender', ['commit»']);\n", rules: commit },
  { text: "['«mender commit»', 'ls'].forEach(c => execSync(c));\n", rules: commit },
  { text: "for (const c of ['«mender commit»', 'ls']) execSync(c);\n", rules: commit },
  { text: "const o = { s: '«mender-client»' };\nexecSync(`systemctl stop ${o.s}`);\n", rules: restart },
  {
    text: "class A {\n  s = '«mender-client»';\n  a() {\n    exec('systemctl stop ' + this.s);\n  }\n}\n",
    rules: restart,
  },
  { text: "const cmd = (x: string) => `mender ${x}`;\nexec(«cmd('commit')»);\n", rules: commit },
  { text: "const it = (c: string) => execSync(c);\nit('«mender commit»');\n", rules: commit },
  { text: "const M = process.env.MENDER || 'mender';\nexec(`«${M} commit»`);\n", rules: commit },
  { text: 'await $({ cwd })`«mender commit»`;\n', rules: commit },
  { text: "new Deno.Command('«mender', { args: ['commit»'] });\n", rules: commit },
  { text: "exec(['«mender', 'commit»'].join(' '));\n", rules: commit },
  { text: "exec('«mender commit»' as string);\n", rules: commit },
  { text: "const a = <string>b;\nexec('«mender commit»');\n", rules: commit },
]);

quietCases('JavaScript and TypeScript', 'src/a.ts', [
  "const exec = require('./log');\nconst M = 'mender';\nlog(`${M} commit`);\n",
  "const o = { s: 'mender-client', t: 'ssh' };\nexecSync(`systemctl stop ${o.t}`);\n",
  "const it = (c: string) => log(c);\nit('mender commit');\n",
  "['mender commit'].map(c => c.length);\n",
  "const a = <p>exec('mender commit')</p>;\n",
  'html`mender commit`;\n',
  "exec(['echo', 'mender commit'].join(' '));\n",
]);

foundCases('Go', 'a.go', [
  {
    text: 'package a\n\nconst bin = "/usr/bin/mender"\n\nfunc b() {\n\texec.Command(«bin, "commit»")\n}\n',
    rules: commit,
  },
  {
    text: 'package a\n\nvar cmd = []string{"«mender", "commit»"}\n\nfunc b() {\n\texec.Command(cmd[0], cmd[1:]...)\n}\n',
    rules: commit,
  },
  {
    text: 'package a\n\nfunc b() {\n\texec.Command("sh", "-c", fmt.Sprintf("«mender install» %s", u))\n}\n',
    rules: 'mender-install',
  },
  {
    text: 'package a\n\nfunc b() {\n\tfor _, c := range []string{"«mender commit»"} {\n\t\trunCommand(c)\n\t}\n}\n',
    rules: commit,
  },
  {
    text: 'package a\n\nfunc b() {\n\targs := []string{"a"}\n\targs = append([]string{"commit"}, args...)\n\texec.Command("«mender", args»...)\n}\n',
    rules: commit,
  },
  {
    text: 'package a\n\ntype T struct{ s string }\n\nfunc c() *T { return &T{s: "«mender-client»"} }\n\nfunc (t *T) b() {\n\texec.Command("systemctl", "stop", t.s)\n}\n',
    rules: restart,
  },
  {
    text: 'package a\n\nfunc run(args ...string) {\n\texec.Command("mender", args...)\n}\n\nfunc b() {\n\trun("commit")\n}\n'.replace(
      '"mender", args',
      '"«mender", args»',
    ),
    rules: commit,
  },
  { text: 'package a\n\nimport x "os/exec"\n\nfunc b() {\n\tx.Command("«mender", "commit»")\n}\n', rules: commit },
  { text: 'package a\n\nfunc b() {\n\tc := []byte("«mender commit»")\n\trunCommand(string(c))\n}\n', rules: commit },
]);

quietCases('Go', 'a.go', [
  'package a\n\nfunc find() string {\n\tfor _, p := range []string{"/usr/bin/mender-update", "/usr/bin/mender"} {\n\t\tif _, err := os.Stat(p); err == nil {\n\t\t\treturn p\n\t\t}\n\t}\n\treturn ""\n}\n\nfunc b() {\n\texec.Command(find(), "commit")\n}\n',
  'package a\n\nfunc b(bin string) {\n\texec.Command(bin, "commit")\n}\n\nconst bin = "mender"\n',
  'package a\n\nfunc b(s *T) {\n\ts.Run("mender commit")\n}\n',
  'package a\n\nimport "golang.org/x/crypto/ssh"\n\nfunc b(t *testing.T) {\n\tt.Run("mender commit", func(t *testing.T) {})\n}\n',
  'package a\n\nvar c = &cobra.Command{Use: "mender commit"}\n',
  'package a\n\nfunc b() {\n\tos.Args = []string{"mender", "commit"}\n}\n',
]);

foundCases('C and C++', 'a.cpp', [
  { text: '#define CMD "«mender commit»"\n\nvoid a() { system(CMD); }\n', rules: commit },
  { text: '#define CMD "«mender " "commit»"\n\nvoid a() { system(CMD); }\n', rules: commit },
  { text: '#define CMD "«mender " \\\n  "commit»" // now\n\nvoid a() { system(CMD); }\n', rules: commit },
  { text: '#define CMD "commit"\n\nvoid a() { system("«mender " CMD»); }\n', rules: commit },
  { text: 'void a() { system("«mender install» " URL " --reboot-exit-code"); }\n', rules: 'mender-install' },
  { text: 'void a() { system("«mender " CMD»); }\n', rules: 'mender-dynamic-command' },
  { text: 'static const char *cmd = "«mender commit»";\n\nvoid a() { popen(cmd, "r"); }\n', rules: commit },
  { text: 'void a() { system("«mender " "commit»"); }\n', rules: commit },
  { text: 'void a() { system(R"(«mender commit»)"); }\n', rules: commit },
  { text: 'void a() { std::system(("«mender install» " + url).c_str()); }\n', rules: 'mender-install' },
  { text: 'void a() {\n  std::string c{"«mender commit»"};\n  system(c.c_str());\n}\n', rules: commit },
  {
    text: 'void a() {\n  std::string c = "«mender install» ";\n  c += url;\n  system(c.data());\n}\n',
    rules: 'mender-install',
  },
  {
    text: 'void a() {\n  char b[99];\n  snprintf(b, sizeof(b), "«mender install» %s", u);\n  system(b);\n}\n',
    rules: 'mender-install',
  },
  { text: 'void a() {\n  char b[99];\n  strcpy(b, "«mender commit»");\n  system(b);\n}\n', rules: commit },
  {
    text: 'void a() {\n  std::ostringstream s;\n  s << "«mender install» " << u;\n  system(s.str().c_str());\n}\n',
    rules: 'mender-install',
  },
  { text: 'void a() { execl("«/usr/bin/mender", "mender", "commit»", (char *)NULL); }\n', rules: commit },
  {
    text: 'void a() {\n  char *const v[] = {"mender", "commit", NULL};\n  execv("«/usr/bin/mender", v»);\n}\n',
    rules: commit,
  },
  {
    text: '#include <QProcess>\n\nvoid a() {\n  QProcess p;\n  p.start("«mender", QStringList() << "commit»");\n}\n',
    rules: commit,
  },
  { text: 'void a() { QProcess::execute("«mender", {"commit»"}); }\n', rules: commit },
  {
    text: 'namespace n {\nconst std::string kCmd = "«mender commit»";\n}\n\nvoid a() { runCommand(n::kCmd); }\n',
    rules: commit,
  },
  {
    text: 'class A {\n  std::string s = "«mender-client»";\n  void a() { system(("systemctl stop " + s).c_str()); }\n};\n',
    rules: restart,
  },
]);

quietCases('C and C++', 'a.cpp', [
  'void a() { printf("mender commit"); }\n',
  'void a() { system("echo mender commit"); }\n',
  'void a() { system("mender-update commit"); }\n',
  'void a() { execl("/bin/echo", "echo", "mender", "commit", (char *)NULL); }\n',
  'void a() { p.start("mender", {"commit"}); }\n',
  'void a() { log << "mender commit"; }\n',
  '// system("mender commit");\n',
  'TEST(Mender, Commit) { EXPECT_EQ(run(), "mender commit"); }\n',
  'void a() { system(cmd ? "mender-update commit" : "mender commit"); }\n',
]);

foundCases('PHP', 'a.php', [
  { text: '<?php\nexec("«mender install» $url");\n', rules: 'mender-install' },
  { text: "<?php\nexec('«mender -install» ' . $url);\n", rules: 'mender-install' },
  { text: '<?php\n$x = `«mender commit»`;\n', rules: commit },
  { text: "<?php\nsystem(sprintf('«mender install» %s', $url));\n", rules: 'mender-install' },
  { text: "<?php\nnew Process(['«mender', 'commit»']);\n", rules: commit },
  { text: "<?php\n$this->commandManager->run('«mender -install» ' . $path, true);\n", rules: 'mender-install' },
  { text: "<?php\nforeach (['«mender commit»'] as $c) {\n  exec($c);\n}\n", rules: commit },
  { text: '<?php\nexec(<<<END\n«mender commit»\nEND);\n', rules: commit },
  {
    text: "<?php\nclass A {\n  const S = '«mender-client»';\n  function a() { exec('systemctl stop ' . self::S); }\n}\n",
    rules: restart,
  },
  {
    text: '<?php\nclass A {\n  private $m = \'mender\';\n  function a() { exec("«{$this->m} commit»"); }\n}\n',
    rules: commit,
  },
  { text: "<?php\ndefine('A', 1);\n$c = 'mender';\n$c .= ' commit';\nexec(«$c»);\n", rules: commit },
]);

quietCases('PHP', 'a.php', [
  "<?php\necho 'mender commit';\n",
  "<?php\n$log->info('mender commit');\n",
  "<?php\nexec('mender-update commit');\n",
  "<?php\nexec('echo mender commit');\n",
  "<p>exec('mender commit')</p>\n",
  "<?php\n// exec('mender commit');\n# exec('mender commit');\n",
  "<?php\n$db->query('mender commit');\n",
  '<?php\nexec("$mender commit");\n',
]);
