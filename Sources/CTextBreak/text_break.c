#include "text_break.h"

#include <pthread.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/ucasemap.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

/* Opening an iterator loads rules and takes some 100 times longer than using one, so each thread
   keeps the last one of each kind that it used, and closes it when the thread ends. */
enum kind { kind_lines, kind_words, kind_count };
static _Thread_local UBreakIterator *iterators[kind_count];
static _Thread_local char iterator_locales[kind_count][64];
static pthread_key_t iterators_of_thread[kind_count];
static pthread_once_t has_keys = PTHREAD_ONCE_INIT;

static void close_iterator(void *opened) { ubrk_close(opened); }

static void make_keys(void) {
  for (int kind = 0; kind < kind_count; kind++) {
    pthread_key_create(&iterators_of_thread[kind], close_iterator);
  }
}

static UBreakIterator *iterator_for(enum kind kind, const char *locale) {
  if (iterators[kind] && strcmp(locale, iterator_locales[kind]) == 0) return iterators[kind];
  if (strlen(locale) >= sizeof iterator_locales[kind]) locale = "";
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = kind == kind_lines ? UBRK_LINE : UBRK_WORD;
  UBreakIterator *opened = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  if (iterators[kind]) ubrk_close(iterators[kind]);
  iterators[kind] = opened;
  pthread_once(&has_keys, make_keys);
  pthread_setspecific(iterators_of_thread[kind], opened);
  strcpy(iterator_locales[kind], locale);
  return opened;
}

static bool mark_breaks(
    enum kind kind, const uint16_t *text, int32_t length, const char *locale, uint8_t *marks) {
  UBreakIterator *breaks = iterator_for(kind, locale);
  if (!breaks) return false;
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaks, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return false;
  memset(marks, 0, (size_t)length + 1);
  for (int32_t i = ubrk_first(breaks); i != UBRK_DONE; i = ubrk_next(breaks)) {
    if (i > 0) marks[i] = 1;
  }
  marks[length] = 1;
  /* The iterator must not remember a text that is about to go away. */
  static const UChar nothing[1] = {0};
  ubrk_setText(breaks, nothing, 0, &status);
  return true;
}

bool text_break_lines(
    const uint16_t *text, int32_t length, const char *locale, uint8_t *marks) {
  return mark_breaks(kind_lines, text, length, locale, marks);
}

bool text_break_words(
    const uint16_t *text, int32_t length, const char *locale, uint8_t *marks) {
  return mark_breaks(kind_words, text, length, locale, marks);
}

bool text_break_bidi_levels(
    const uint16_t *text, int32_t length, uint8_t base_level, uint8_t *levels) {
  if (length == 0) return true;
  UErrorCode status = U_ZERO_ERROR;
  UBiDi *bidi = ubidi_openSized(length, 0, &status);
  if (U_FAILURE(status)) return false;
  ubidi_setPara(bidi, (const UChar *)text, length, base_level, NULL, &status);
  const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
  bool succeeded = U_SUCCESS(status);
  if (succeeded) memcpy(levels, found, (size_t)length);
  ubidi_close(bidi);
  return succeeded;
}

void text_break_visual_order(const uint8_t *levels, int32_t count, int32_t *order) {
  ubidi_reorderVisual(levels, count, order);
}

static uint32_t tag_of(UScriptCode code) {
  const char *name = uscript_getShortName(code);
  if (!name || strlen(name) != 4) return 0x5A7A7A7A; /* Zzzz */
  return (uint32_t)(uint8_t)name[0] << 24 | (uint32_t)(uint8_t)name[1] << 16 |
         (uint32_t)(uint8_t)name[2] << 8 | (uint32_t)(uint8_t)name[3];
}

uint32_t text_break_script(uint32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode code = uscript_getScript((UChar32)scalar, &status);
  return U_FAILURE(status) ? tag_of(USCRIPT_UNKNOWN) : tag_of(code);
}

uint32_t text_break_class(uint32_t scalar) {
  int32_t value = u_getIntPropertyValue((UChar32)scalar, UCHAR_LINE_BREAK);
  const char *name = u_getPropertyValueName(UCHAR_LINE_BREAK, value, U_SHORT_PROPERTY_NAME);
  uint32_t tag = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t letter = name && *name ? (uint8_t)*name++ : ' ';
    tag = tag << 8 | letter;
  }
  return tag;
}

static int32_t titlecase(
    const uint16_t *text, int32_t length, const char *locale, uint16_t *result, int32_t capacity,
    UErrorCode *status) {
  uint32_t options =
      U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_LOWERCASE | U_TITLECASE_NO_BREAK_ADJUSTMENT;
  UCaseMap *map = ucasemap_open(locale, options, status);
  if (U_FAILURE(*status)) return -1;
  int32_t count = ucasemap_toTitle(
      map, (UChar *)result, capacity, (const UChar *)text, length, status);
  ucasemap_close(map);
  return count;
}

int32_t text_break_change_case(
    enum text_break_case to, const uint16_t *text, int32_t length, const char *locale,
    uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar *target = (UChar *)result;
  const UChar *source = (const UChar *)text;
  int32_t count = -1;
  switch (to) {
    case text_break_uppercase:
      count = u_strToUpper(target, capacity, source, length, locale, &status);
      break;
    case text_break_lowercase:
      count = u_strToLower(target, capacity, source, length, locale, &status);
      break;
    case text_break_titlecase:
      count = titlecase(text, length, locale, result, capacity, &status);
      break;
  }
  return U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR ? -1 : count;
}
