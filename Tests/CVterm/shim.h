// The terminal the program tests look at: libvterm draws it, a pseudo-terminal connects it.
#ifndef CVTERM_SHIM_H
#define CVTERM_SHIM_H

#include <vterm.h>

#ifdef __APPLE__
#include <util.h>
#else
#include <pty.h>
#endif

// POSIX_SPAWN_SETSID, which the C headers hide from Swift.
#ifdef __APPLE__
static const short CVTERM_NEW_SESSION = 0x0400;
#else
static const short CVTERM_NEW_SESSION = 0x80;
#endif

#endif
