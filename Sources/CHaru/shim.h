#ifndef FAIRLEAD_CHARU_SHIM_H
#define FAIRLEAD_CHARU_SHIM_H

/* libharu's umbrella header. Documents are opened with a null error handler: the library then keeps
   its error in the document, where it is asked for, instead of calling out of its own code. */
#include <hpdf.h>

#endif
