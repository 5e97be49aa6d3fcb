#pragma once
/* Line breaks, bidi levels, scripts and letter case from ICU, without an ICU type in sight: ICU
   imported as a Swift module collides with the one inside Foundation. */

#include <stdbool.h>
#include <stdint.h>

/* Sets marks[i] to 1 where UAX #14 allows a line to break before text[i], else to 0, and marks[length]
   to 1. Thai, Lao, Khmer, Burmese and CJK text is split by ICU's dictionaries.

   locale: an ICU locale such as "de" or "ja@lb=strict"; "" is the root locale.
   marks: length + 1 bytes.
   false when ICU refuses (out of memory, no data). ubrk_open, ubrk_setText, ubrk_next. */
bool text_break_lines(
    const uint16_t *text, int32_t length, const char *locale, uint8_t *marks);

/* Sets marks[i] to 1 where a word or what stands between words begins before text[i] (UAX #29 §4), else
   to 0, and marks[length] to 1. Thai, Lao, Khmer, Burmese and CJK text is split by ICU's dictionaries.

   locale: an ICU locale such as "de"; "" is the root locale.
   marks: length + 1 bytes.
   false when ICU refuses (out of memory, no data). ubrk_open, ubrk_setText, ubrk_next. */
bool text_break_words(
    const uint16_t *text, int32_t length, const char *locale, uint8_t *marks);

/* Sets levels[i] to the bidi embedding level of text[i] (UAX #9). A line feed ends a paragraph; all
   paragraphs have the same base level.

   base_level: 0 left to right, 1 right to left, 0xFE by the first strong character, else 0.
   levels: length bytes.
   false when ICU refuses. ubidi_setPara, ubidi_getLevels. */
bool text_break_bidi_levels(
    const uint16_t *text, int32_t length, uint8_t base_level, uint8_t *levels);

/* Sets order[v] to the index of the run that stands at v from the left, given each run's level
   (rule L2). ubidi_reorderVisual. */
void text_break_visual_order(const uint8_t *levels, int32_t count, int32_t *order);

/* The ISO 15924 tag of a scalar's script, e.g. 'Latn'; 'Zyyy' common, 'Zinh' inherited, 'Zzzz'
   unknown. uscript_getScript, uscript_getShortName. */
uint32_t text_break_script(uint32_t scalar);

/* The Line_Break class of UAX #14 as its letters filled up with spaces, e.g. 'GL  ', 'ZWJ '.
   u_getIntPropertyValue, u_getPropertyValueName. */
uint32_t text_break_class(uint32_t scalar);

enum text_break_case { text_break_uppercase, text_break_lowercase, text_break_titlecase };

/* Writes text in another case by the language's rules (SpecialCasing; Greek loses its accents in
   capitals). Titlecase changes the text's first letter, of a Dutch ij both, and leaves the others
   as they are.

   locale: an ICU locale such as "el"; "" is the root locale.
   result: room for capacity units.
   Returns the result's length; nothing is to be read when it is more than capacity. -1 when ICU
   refuses. u_strToUpper, u_strToLower, ucasemap_toTitle. */
int32_t text_break_change_case(
    enum text_break_case to, const uint16_t *text, int32_t length, const char *locale,
    uint16_t *result, int32_t capacity);
