/*
 * The one native program of a simulated device: it enters the device and runs scripts there (`device run ROOT WORK`), and under
 * any other name it is the stand-in for a program, which asks the harness outside what to answer. What is answered is none of its business.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SOCKET "/run/harness"
#define CANNOT 125
/* Milliseconds for what a script leaves behind. */
#define LEFT_BEHIND 250
/* 2020-01-01: the time of all files that are as they were put there. */
#define THEN 1577836800

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, strerror(errno));
  exit(CANNOT);
}

/* ---- stand-in ---- */

static void put(int to, const void *data, size_t size) {
  for (const char *at = data; size > 0;) {
    ssize_t count = write(to, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) exit(CANNOT);
    at += count, size -= (size_t)count;
  }
}

static void get(int from, void *data, size_t size) {
  for (char *at = data; size > 0;) {
    ssize_t count = read(from, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) exit(CANNOT);
    at += count, size -= (size_t)count;
  }
}

static char *get_text(int from, uint32_t *size) {
  get(from, size, sizeof *size);
  char *text = malloc(*size + 1);
  if (!text) exit(CANNOT);
  get(from, text, *size);
  text[*size] = 0;
  return text;
}

/* What another program wrote before; whole, so that what it asked comes first. */
static char *standard_input(size_t *size) {
  size_t room = 4096;
  char *text = malloc(room);
  for (*size = 0; text;) {
    ssize_t count = read(0, text + *size, room - *size);
    if (count <= 0) return text;
    *size += (size_t)count;
    if (*size == room) text = realloc(text, room *= 2);
  }
  exit(CANNOT);
}

/* A request is its words, each with a zero behind it; the first is the folder. An answer is a letter, an exit code and two texts. */
static void send_request(int harness, int count, char **words) {
  char folder[4096];
  if (!getcwd(folder, sizeof folder)) strcpy(folder, "/");
  uint32_t size = (uint32_t)strlen(folder) + 1;
  for (int i = 0; i < count; i++) size += (uint32_t)strlen(words[i]) + 1;
  char *text = malloc(size + sizeof size);
  if (!text) exit(CANNOT);
  memcpy(text, &size, sizeof size);
  char *at = stpcpy(text + sizeof size, folder) + 1;
  for (int i = 0; i < count; i++) at = stpcpy(at, words[i]) + 1;
  put(harness, text, size + sizeof size);
  free(text);
}

static void run_instead(char *words, uint32_t size) {
  int count = 0;
  for (uint32_t i = 0; i < size; i++) count += words[i] == 0;
  char **list = calloc((size_t)count + 1, sizeof *list);
  if (!list) exit(CANNOT);
  char *at = words;
  for (int i = 0; i < count; i++, at += strlen(at) + 1) list[i] = at;
  execvp(list[0], list);
  fprintf(stderr, "%s: not found\n", list[0]);
  exit(127);
}

static int stand_in(int count, char **words) {
  char *slash = strrchr(words[0], '/');
  if (slash) words[0] = slash + 1;
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = SOCKET};
  int harness = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (harness < 0 || connect(harness, (struct sockaddr *)&address, sizeof address) < 0) fail("the harness does not answer");
  send_request(harness, count, words);
  for (;;) {
    unsigned char head[2];
    uint32_t out_size, err_size;
    get(harness, head, sizeof head);
    char *out = get_text(harness, &out_size), *err = get_text(harness, &err_size);
    if (head[0] == 'i') {
      size_t size;
      char *text = standard_input(&size);
      uint32_t said = (uint32_t)size;
      put(harness, &said, sizeof said);
      put(harness, text, size);
      continue;
    }
    if (head[0] == 'k') {
      kill(-1, SIGKILL);
      exit(137);
    }
    signal(SIGPIPE, SIG_DFL);
    if (head[0] == 'x') {
      close(harness);
      run_instead(out, out_size);
    }
    put(1, out, out_size);
    put(2, err, err_size);
    return head[1];
  }
}

/* ---- runner ---- */

static void write_file(const char *path, const char *text) {
  int file = open(path, O_WRONLY);
  if (file < 0 || write(file, text, strlen(text)) < 0) fail(path);
  close(file);
}

/* Spaces of its own, of root or of any user who may have them. */
static void leave_the_machine(void) {
  int spaces = CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS;
  uid_t user = geteuid();
  gid_t group = getegid();
  if (user == 0 && unshare(spaces) == 0) return;
  if (unshare(spaces | CLONE_NEWUSER) < 0) fail("no device can be entered, neither as root nor in an unprivileged namespace");
  char map[64];
  write_file("/proc/self/setgroups", "deny");
  snprintf(map, sizeof map, "0 %u 1", (unsigned)user);
  write_file("/proc/self/uid_map", map);
  snprintf(map, sizeof map, "0 %u 1", (unsigned)group);
  write_file("/proc/self/gid_map", map);
}

static void enter(const char *root) {
  char null[4096];
  snprintf(null, sizeof null, "%s/dev/null", root);
  if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) < 0) fail("private mounts");
  if (mount("/dev/null", null, NULL, MS_BIND, NULL) < 0) fail("/dev/null");
  if (chroot(root) < 0 || chdir("/") < 0) fail(root);
  sethostname("device", 6);
}

static void start_script(int work, char **words) {
  int in = open("/dev/null", O_RDONLY);
  int out = openat(work, "out", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  int err = openat(work, "err", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
  if (in < 0 || out < 0 || err < 0) fail("streams");
  dup2(in, 0), dup2(out, 1), dup2(err, 2);
  closefrom(3);
  struct rlimit seconds = {.rlim_cur = 2, .rlim_max = 3}, bytes = {.rlim_cur = 1 << 24, .rlim_max = 1 << 24};
  setrlimit(RLIMIT_CPU, &seconds);
  setrlimit(RLIMIT_FSIZE, &bytes);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  setsid();
  char *environment[] = {"PATH=/usr/bin:/bin", "HOME=/root", "LANG=C.UTF-8", "BASH_ENV=/usr/lib/device/kill.sh", "USER=root", NULL};
  execve(words[0], words, environment);
  fail(words[0]);
}

/* Waits for a process, or for all there are when it is 0, so many milliseconds; -1 when it takes longer. */
static int wait_for(pid_t child, int milliseconds) {
  struct timespec start, now, tick;
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  clock_gettime(CLOCK_MONOTONIC, &start);
  for (;;) {
    int status;
    pid_t ended;
    while ((ended = waitpid(-1, &status, WNOHANG)) > 0)
      if (ended == child) return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    if (ended < 0) return 0;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long left = milliseconds - ((now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000);
    if (left <= 0) return -1;
    tick.tv_sec = left / 1000, tick.tv_nsec = left % 1000 * 1000000;
    sigtimedwait(&signals, NULL, &tick);
  }
}

/* What there is to look at after a script: mode and path, as they were put there. */
struct entry {
  mode_t mode;
  char *path;
};

static struct entry *read_entries(int work, size_t *count) {
  struct entry *entries = NULL;
  size_t room = 0;
  char line[4096];
  int list = openat(work, "entries", O_RDONLY | O_CLOEXEC);
  FILE *file = list < 0 ? NULL : fdopen(list, "r");
  if (!file) fail("entries");
  for (*count = 0; fgets(line, sizeof line, file); ++*count) {
    if (*count == room) entries = realloc(entries, (room = room ? room * 2 : 256) * sizeof *entries);
    if (!entries) fail("entries");
    char *path;
    entries[*count].mode = (mode_t)strtoul(line, &path, 8);
    path[strcspn(path, "\n")] = 0;
    entries[*count].path = strdup(path + 1);
  }
  fclose(file);
  return entries;
}

/* Whether anything has another time than it was given; nothing that a script does can have that one. */
static int is_untouched(const struct entry *entries, size_t count) {
  for (size_t i = 0; i < count; i++) {
    struct stat found;
    if (lstat(entries[i].path, &found) < 0 || found.st_mode != entries[i].mode) return 0;
    if (found.st_mtim.tv_sec != THEN || found.st_mtim.tv_nsec != 0) return 0;
  }
  return 1;
}

/* Reads command lines, words with tabs between them, and answers each with the exit code, -1 when it took too long, and whether it left the files as they were. */
static int serve(int work, int milliseconds) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGCHLD);
  sigprocmask(SIG_BLOCK, &signals, NULL);
  size_t count_of_entries;
  struct entry *entries = read_entries(work, &count_of_entries);
  char line[8192];
  while (fgets(line, sizeof line, stdin)) {
    char *words[64];
    int count = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *word = strtok(line, "\t"); word && count < 63; word = strtok(NULL, "\t")) words[count++] = word;
    words[count] = NULL;
    pid_t child = fork();
    if (child < 0) fail("fork");
    if (child == 0) start_script(work, words);
    int code = wait_for(child, milliseconds);
    if (code >= 0 && code < 128) wait_for(0, LEFT_BEHIND);
    kill(-1, SIGKILL);
    wait_for(0, milliseconds);
    printf("%d %s\n", code, is_untouched(entries, count_of_entries) ? "untouched" : "touched");
    fflush(stdout);
  }
  return 0;
}

static int run(const char *root, const char *work_folder) {
  int work = open(work_folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (work < 0) fail(work_folder);
  leave_the_machine();
  pid_t first = fork();
  if (first < 0) fail("fork");
  if (first > 0) {
    int status;
    waitpid(first, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : CANNOT;
  }
  enter(root);
  puts("ready");
  fflush(stdout);
  /* Of a machine that is busy with other things, too. What never waits is ended by its own time. */
  return serve(work, 60000);
}

int main(int count, char **words) {
  umask(022);
  if (count == 4 && strcmp(words[1], "run") == 0 && getpid() != 1 && access(SOCKET, F_OK) != 0) return run(words[2], words[3]);
  signal(SIGPIPE, SIG_IGN);
  return stand_in(count, words);
}
