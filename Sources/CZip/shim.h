// libzip: zip archives read and written, as Zoho's bulk jobs carry them.
// https://libzip.org/documentation/
#include <zip.h>
