#ifndef CNCURSES_SHIM_H
#define CNCURSES_SHIM_H

// Without this, the header hides the functions for wide characters.
#define NCURSES_WIDECHAR 1

#include <curses.h>
#include <langinfo.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <wchar.h>

// `stdscr`, `curscr`, `COLORS`, `stdin` and `stdout` are shared variables: Swift 6 cannot read them.
static inline WINDOW *curses_screen(void) { return stdscr; }
static inline int curses_color_count(void) { return COLORS; }
static inline SCREEN *curses_open(const char *type) { return newterm(type, stdout, stdin); }

// The next update clears the screen and draws all of it; `curscr` again.
static inline void curses_redraw_all(void) { clearok(curscr, TRUE); }

// The attributes are macros with casts, which Swift does not import.
static const attr_t CURSES_BOLD = A_BOLD;
static const attr_t CURSES_DIM = A_DIM;
static const attr_t CURSES_ITALIC = A_ITALIC;
static const attr_t CURSES_UNDERLINE = A_UNDERLINE;
static const attr_t CURSES_REVERSE = A_REVERSE;

// So are the buttons of the mouse: the wheel is 4 and 5.
static const mmask_t CURSES_PRESS = BUTTON1_PRESSED;
static const mmask_t CURSES_RELEASE = BUTTON1_RELEASED;
static const mmask_t CURSES_CLICK =
    BUTTON1_CLICKED | BUTTON1_DOUBLE_CLICKED | BUTTON1_TRIPLE_CLICKED;
static const mmask_t CURSES_WHEEL_UP = BUTTON4_PRESSED;
static const mmask_t CURSES_WHEEL_DOWN = BUTTON5_PRESSED;

// `KEY_F` is a macro with an argument.
static inline int curses_function_key(int number) { return KEY_F(number); }

// A cell is an opaque struct with a 16-bit colour pair; the full one goes in by the last argument.
static inline int curses_put(
    int y, int x, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  short narrow = (short)(pair & 0x7fff);
  if (setcchar(&cell, text, attributes, narrow, &pair) == ERR) return ERR;
  return mvwadd_wch(stdscr, y, x, &cell);
}

// Hidden from Swift by feature macros of the C library.
extern int wcwidth(wchar_t);

// The flags are an enum in C; the call is plain from here.
static inline int curses_signal_descriptor(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

// The handler is a member of an anonymous union in the struct.
static inline void curses_set_handler(
    struct sigaction *action, void (*handler)(int, siginfo_t *, void *)) {
  action->sa_sigaction = handler;
}

#endif
