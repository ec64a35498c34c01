/** Strings of programs: command lines that a call runs, and everything else that looks like one. */
import assert from 'node:assert/strict';
import { foundCases, quietCases, reportedCases } from '../support/cases.ts';
import { findings } from '../support/texts.ts';

foundCases('Python', 'tests/test_update.py', [
  { text: 'run(conn, "«mender install» /data/a.mender", warn=True)\n', rules: 'mender-install' },
  { text: "result = device.run('«mender show-artifact» 2>/dev/null')\n", rules: 'mender-show-artifact' },
  { text: 'subprocess.check_call(["«mender", "commit»"])\n', rules: 'mender-commit' },
  { text: 'os.execv("«/usr/bin/mender", ["mender", "commit»"])\n', rules: 'mender-commit' },
  { text: 'os.execvp("«mender", ["mender", "daemon»"])\n', rules: 'mender-daemon' },
  { text: 'os.execlp("«mender", "mender", "commit»")\n', rules: 'mender-commit' },
  { text: "subprocess.run(['sudo', '«mender', 'commit»'], check=True)\n", rules: 'mender-commit' },
  { text: 'subprocess.run(args=["sh", "-c", "«mender commit»"])\n', rules: 'mender-commit' },
  { text: 'os.system("true && «mender commit»")\n', rules: 'mender-commit' },
  { text: 'Popen("""\n  «mender commit»\n""", shell=True)\n', rules: 'mender-commit' },
  { text: 'uart.sendline(f"«mender -install» {url}")\n', rules: 'mender-install' },
  { text: 'run(rb"«mender commit»")\n', rules: 'mender-commit' },
  { text: 'run("«mender "\n    "commit»")\n', rules: 'mender-commit' },
  { text: 'run("«mender install» " + url)\n', rules: 'mender-install' },
  { text: 'run("«mender install» %s" % url)\n', rules: 'mender-install' },
  { text: 'run(("«mender install» {}".format(url)))\n', rules: 'mender-install' },
  { text: 'run(("«mender install» " + "%s") % url, warn=True)\n', rules: 'mender-install' },
  {
    text: 'def a():\n  for cmd in ["ls", "«mender commit»", "«mender rollback»"]:\n    run(cmd)\n',
    rules: ['mender-commit', 'mender-rollback'],
  },
  {
    text: 'def a():\n  cmds = [\n    "journalctl -u «mender»",\n    "ls",\n  ]\n  for c in cmds:\n    device.run(c)\n',
    rules: 'journalctl-unit',
  },
  { text: 'for a, b in [("«mender commit»", 1)]:\n  run(a)\n', rules: 'mender-commit' },
  { text: 'subprocess.run(shlex.split("«mender commit»"))\n', rules: 'mender-commit' },
  {
    text: 'fd.write("""#!/bin/sh\nwhile sleep 1; do\n    «mender check-update»\ndone\n""" % x)\n',
    rules: 'mender-check-update',
  },
  { text: 'SCRIPT = "#!/usr/bin/env bash\\n«mender commit»\\n"\n', rules: 'mender-commit' },
  { text: 'run("#!/bin/sh\\n«mender commit»\\n")\n', rules: 'mender-commit' },
  { text: 'ssh("host", "«mender commit»")\n', rules: 'mender-commit' },
  { text: 'run("«mender", "commit»")\n', rules: 'mender-commit' },
  { text: 'run("«mender", "install»", [url])\n', rules: 'mender-install' },
  { text: 'run("ssh \\"$H\\" \'«mender commit»\'")\n', rules: 'mender-commit' },
  { text: 'run("echo \\"\\x41\\" \\\n && «mender commit»")\n', rules: 'mender-commit' },
  { text: 'run("systemctl restart «mender-client»")\n', rules: 'systemctl-control' },
  { text: '# It\'s\nrun("«mender commit»")  # "\n', rules: 'mender-commit' },
  { text: 'def a():\n  run("«mender commit»")\ndef b():\n  run("mender-update commit")\n', rules: 'mender-commit' },
  {
    text: 'def a():\n  cmd = "«mender show-artifact»"\n  self.run(cmd, hide=True)\n  self.run(cmd)\n',
    rules: 'mender-show-artifact',
  },
  {
    text: 'def a():\n  cmd = ["«mender", "install»", path]\n  log(cmd)\n  subprocess.run(cmd)\n',
    rules: 'mender-install',
  },
  { text: 'CMD = ("sudo "\n  "«mender commit»")\ndef a():\n  os.system(CMD)\n', rules: 'mender-commit' },
  { text: 'def a():\n  cmd = "«mender install» %s"\n  run(cmd % url)\n', rules: 'mender-install' },
  { text: 'def a():\n  cmd = "ls"\n  run(cmd)\n  cmd = "«mender commit»"\n  run(cmd)\n', rules: 'mender-commit' },
  {
    text: 'def a():\n  if b:\n    cmd = "«mender commit»"\n  else:\n    cmd = "«mender rollback»"\n  run(cmd + " 2>&1")\n',
    rules: ['mender-commit', 'mender-rollback'],
  },
  { text: 'proxy = bus.get(bus_name="«io.mender.UpdateManager»", object_path=path)\n', rules: 'dbus-update-manager' },
  {
    text: 'o = bus.get_object("«io.mender.UpdateManager»", "/io/mender/UpdateManager")\ni = dbus.Interface(o, "«io.mender.Update1»")\n',
    rules: ['dbus-update-manager', 'dbus-update-manager'],
  },
]);

foundCases('Python that looks for a program', 'client.py', [
  { text: 'if shutil.which("«mender»"):\n  start()\n', rules: 'binary-probe' },
  { text: "path = which('«mender»')\n", rules: 'binary-probe' },
  { text: 'new = shutil.which("mender-update")\nold = shutil.which("«mender»")\n', rules: 'binary-probe' },
  { text: 'spawn.find_executable("«mender»")\n', rules: 'binary-probe' },
  { text: 'if os.path.exists("/usr/bin/«mender»"):\n  start()\n', rules: 'binary-probe' },
  { text: "os.path.isfile('/usr/bin/«mender»')\n", rules: 'binary-probe' },
  // As `[ -e "$root/usr/bin/mender" ]` of a script.
  { text: 'os.path.exists(os.path.join(root, "usr/bin/«mender»"))\n', rules: 'binary-probe' },
]);

foundCases('Python that opens a file', 'client.py', [
  { text: 'name = open("«/etc/mender/artifact_info»").read()\n', rules: 'artifact-info-path' },
  { text: "with open('«/etc/mender/artifact_info»', 'rb') as f:\n  pass\n", rules: 'artifact-info-path' },
  { text: "with io.open('«/etc/mender/artifact_info»', mode='w') as f:\n  pass\n", rules: 'artifact-info-path' },
  { text: 'P = "«/etc/mender/artifact_info»"\ndef a():\n  return open(P).read()\n', rules: 'artifact-info-path' },
  { text: 'open("«/lib/systemd/system/mender-client.service»").read()\n', rules: 'unit-file-path' },
]);

foundCases('Python that calls over D-Bus', 'client.py', [
  { text: 'u = bus.get("«io.mender.Update1»")\n', rules: 'dbus-update-manager' },
  { text: 'u = SystemBus().get("«io.mender.Update1»", "/io/mender/Update1")\n', rules: 'dbus-update-manager' },
  { text: 'i = dbus.Interface(o, dbus_interface="«io.mender.Update1»")\n', rules: 'dbus-update-manager' },
  { text: 'NAME = "«io.mender.Update1»"\nu = bus.get(NAME)\n', rules: 'dbus-update-manager' },
  {
    text: 'class A:\n  NAME = "«io.mender.UpdateManager»"\n  def a(self):\n    self.bus.get(self.NAME, PATH)\n',
    rules: 'dbus-update-manager',
  },
]);

quietCases('Python with files and names of something else', 'client.py', [
  'open("/var/lib/mender/device_type").read()\n',
  'open("/etc/mender/mender.conf").read()\n',
  'open("artifact_info").read()\n',
  'webbrowser.open("/etc/mender/artifact_info")\n',
  // What is written is there.
  'open("/lib/systemd/system/mender-client.service", "w").write("[Service]")\n',
  'open("/lib/systemd/system/mender-client.service", mode)\n',
  'open("/usr/bin/mender", "wb").write(wrapper)\n',
  'NAME = "io.mender.Update1"\nlog.info(NAME)\n',
  'NAME = "io.mender.AuthenticationManager"\nbus.get(NAME)\n',
  'NAME = "io.mender.Update1"\nNAME = "x"\nbus.get(NAME)\n',
]);

foundCases('JavaScript and TypeScript', 'src/update.ts', [
  { text: "const path = which.sync('«mender»', { nothrow: true });\n", rules: 'binary-probe' },
  { text: "if (fs.existsSync('/usr/bin/«mender»')) start();\n", rules: 'binary-probe' },
  { text: "execSync('«mender -install» ' + url);\n", rules: 'mender-install' },
  { text: "fs.readFileSync('«/etc/mender/artifact_info»', 'utf8');\n", rules: 'artifact-info-path' },
  { text: 'await exec(`«mender install» ${url}`);\n', rules: 'mender-install' },
  { text: 'cockpit.spawn(["«mender", "commit»"]);\n', rules: 'mender-commit' },
  { text: 'execFile("«mender", ["commit»"], done);\n', rules: 'mender-commit' },
  { text: 'await $`«mender commit»`;\n', rules: 'mender-commit' },
  { text: 'child_process?.exec("«mender commit»");\n', rules: 'mender-commit' },
  { text: "const quote = /['\"`]/; exec('«mender commit»');\n", rules: 'mender-commit' },
  { text: 'const half = a / b; exec("«mender commit»"); c / d;\n', rules: 'mender-commit' },
  { text: "const cmd = '«mender commit»';\nexec(cmd, done);\n", rules: 'mender-commit' },
  { text: "<p>Don't</p>\nexec('«mender commit»');\n", rules: 'mender-commit' },
]);

foundCases('Go', 'update.go', [
  { text: 'path, err := exec.LookPath("«mender»")\n', rules: 'binary-probe' },
  { text: '_, err := os.Stat("/usr/bin/«mender»")\n', rules: 'binary-probe' },
  { text: 'data, err := os.ReadFile("«/etc/mender/artifact_info»")\n', rules: 'artifact-info-path' },
  { text: 'cmd := exec.Command("«mender", "commit»")\n', rules: 'mender-commit' },
  { text: 'exec.CommandContext(ctx, "«mender", "install»", url)\n', rules: 'mender-install' },
  { text: 'exec.Command("sh", "-c", `«mender commit»`).Run()\n', rules: 'mender-commit' },
  { text: "q := '\"'; runOnDevice(`«mender commit»`)\n", rules: 'mender-commit' },
  { text: 'script := "«mender commit»"\n\terr := conn.RunCommand(script)\n', rules: 'mender-commit' },
  { text: 'obj := conn.Object("«io.mender.UpdateManager»", path)\n', rules: 'dbus-update-manager' },
  { text: 'session.Run("a"); conn.RunCommand("«mender commit»")\n', rules: 'mender-commit' },
]);

quietCases('Python', 'tests/test_update.py', [
  'shutil.which("mender-artifact")\n',
  'os.path.exists("mender")\n',
  'os.path.exists("/etc/mender/mender.conf")\n',
  'which(mender)\n',
  'SCRIPT = "#!/usr/bin/python3\\nmender commit\\n"\n',
  'for a in ["mender commit"]:\n  print(a)\n',
  'for a in b:\n  run(a)\nb = ["mender commit"]\n',
  'print(shlex.split("mender commit"))\n',
  'a = ("mender commit") + b\n',
  '"""mender commit"""\n',
  'def test_a():\n  """run("mender commit")"""\n',
  '# run("mender commit")\n',
  'log.info("mender commit")\n',
  'print("mender commit")\n',
  'assert "mender commit" in output\n',
  'names = {"mender commit": 1}\n',
  'names = ["mender", "commit"]\n',
  'call("mender commit")\n',
  'mock.assert_called_with("mender commit")\n',
  'run("echo", "mender commit")\n',
  'run("ls", msg="mender commit")\n',
  'run("grep \'mender commit\' log")\n',
  'run("echo mender commit")\n',
  'run(prefix + "mender commit")\n',
  'run("mender commit" if old else "mender-update commit")\n',
  'run(f"{mender} commit")\n',
  'run("mender-update commit")\n',
  'run_test("mender commit")\n',
  'test.run("mender commit")\n',
  'print_and_run_step("mender commit", a)\n',
  'is_running("mender commit")\n',
  'run("mender-artifact write rootfs-image")\n',
  'run("mender commit)\n',
  'if old:\n  run("mender commit")\nelse:\n  run("mender-update commit")\n',
  'run("mender\\u005fcommit")\n',
  'def a():\n  msg = "mender commit"\n  print(msg)\n',
  'def a():\n  cmd = "mender commit"\n  cmd = "ls"\n  run(cmd)\n',
  'def a():\n  cmd = "mender"\n  cmd += "-artifact commit"\n  run(cmd)\n',
  'def a():\n  cmd = "mender commit"\ndef b(cmd):\n  run(cmd)\n',
  'def a():\n  run(cmd)\n  cmd = "mender commit"\n',
  'class A:\n  def a(self):\n    cmd = "mender commit"\n    log(cmd)\n  def b(self, cmd):\n    run(cmd)\n',
  'cmd = "mender commit"\ndef a(cmd):\n  run(cmd)\n',
  'class A:\n  def a(self):\n    cmd = "mender commit"\n    log(cmd)\n  async def b(self):\n    cmd = "ls"\n    run(cmd)\n',
  'def a():\n  if b:\n    cmd = "mender-update commit"\n  else:\n    cmd = "mender commit"\n  run(cmd)\n',
  'a = "mender commit" == run(a)\n',
  'log.info("io.mender.UpdateManager")\n',
  'self.assertEqual(name, "io.mender.UpdateManager")\n',
  'bus.get("io.mender.AuthenticationManager")\n',
  'varlink.open("/run/mender/update.sock io.mender.Update1")\n',
]);

reportedCases('calls of one function that no decision separates', 'tests/update.py', [
  'def a():\n  run("«mender commit»")\n  run("mender-update commit")\n',
  'run("mender-update commit")\nrun("«mender commit»")\n',
  'def a():\n  cmd = "«mender commit»"\n  run(cmd)\n  cmd = "mender-update commit"\n  run(cmd)\n',
  'class A:\n  def old(self):\n    return run("«mender commit»")\n  def new(self):\n    return run("mender-update commit")\n',
]);

quietCases('calls of one function in branches of a decision', 'tests/update.py', [
  'def a():\n  try:\n    run("mender-update commit")\n  except OSError:\n    run("mender commit")\n',
  'def a():\n  if new:\n    run("mender-update commit")\n    return\n  run("mender commit")\n',
  'def a():\n  return run("mender-update commit") or run("mender commit")\n',
]);

quietCases('JavaScript and TypeScript', 'src/update.js', [
  "test('a', () => {\n  const cmd = 'mender commit';\n  log(cmd);\n});\ntest('b', () => {\n  exec(cmd);\n});\n",
  "class A {\n  a() {\n    const cmd = 'mender commit';\n    log(cmd);\n  }\n  b(cmd) {\n    exec(cmd);\n  }\n}\n",
  "it('mender commit', () => {});\n",
  "describe('exec mender commit', run);\n",
  '// exec("mender commit")\n',
  '/* exec("mender commit") */\n',
  'console.log("mender commit");\n',
  '/mender commit/.exec("mender commit");\n',
  'pattern.exec("mender commit");\n',
  'program.command("mender commit");\n',
  'exec(old ? "mender commit" : "mender-update commit");\n',
  'exec(`${mender} commit`);\n',
  'const exec = "mender commit";\n',
  'spawn(script, ["mender", "commit"]);\n',
  'throw new Error("mender commit");\n',
  'exec(`mender commit\n',
  'exec("mender-update commit");\n',
]);

quietCases('Go', 'update_test.go', [
  'if _, err := exec.LookPath("mender-update"); err != nil {\n\texec.LookPath("mender")\n}\n',
  'os.Stat("mender")\n',
  't.Run("mender commit", func(t *testing.T) {})\n',
  's.Run("mender commit", a)\n',
  'fmt.Println("mender commit")\n',
  'errors.New("mender commit")\n',
  'exec.Command("echo", "mender commit")\n',
  'exec.Command("mender-update", "commit")\n',
  'exec.Command(script, "mender", "commit")\n',
  '// exec.Command("mender", "commit")\n',
  'cobra.Command("mender commit")\n',
  'exec.LookPath("mender commit")\n',
  '`exec.Command("mender", "commit")`\n',
]);

describe('findings in strings', () => {
  it('have no fixes', () => {
    for (const text of [
      'run("mender --no-syslog commit && systemctl restart mender-client")\n',
      'run(["mender", "--no-syslog", "setup", "--quiet"])\n',
      'A = "--no-syslog"\nrun("mender-update " + A + " commit")\n',
      'A = "--no-syslog"\nrun(["mender-update", A, "commit"])\n',
      'run("cat /lib/systemd/system/mender-client.service; rm /usr/bin/mender")\n',
      "run('test -e /usr/bin/mender && mender -log-level warn daemon')\n",
    ]) {
      const found = findings(text, 'a.py');
      assert.ok(found.length > 0, text);
      for (const { fixes } of found) assert.deepEqual(fixes, [], text);
    }
  });
});
