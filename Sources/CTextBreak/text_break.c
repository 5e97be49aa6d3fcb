#include "text_break.h"
