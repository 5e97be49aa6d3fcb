// Written by scripts/record-languages; change that, not this.

extension LanguageFormat {
  /// CLDR's, by way of Babel 2.19.0; digits are those of Europe everywhere.
  static let table: [String: LanguageFormat] = [
    "ar": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر",
      ],
      shortMonths: [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر",
        "نوفمبر", "ديسمبر",
      ],
      weekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
      shortWeekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
      lead: "\u{200f}",
      signs: [
        "AED": "د.إ.", "BHD": "د.ب.", "EGP": "ج.م.", "IQD": "د.ع.", "JOD": "د.أ.", "KWD": "د.ك.",
        "LBP": "ل.ل.", "LYD": "د.ل.", "MAD": "د.م.", "OMR": "ر.ع.", "QAR": "ر.ق.", "SAR": "ر.س.",
        "TND": "د.ت.",
      ]),
    "bg": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY\u{202f}[г].",
      dayOfYear: "D MMMM",
      months: [
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември",
        "октомври", "ноември", "декември",
      ],
      shortMonths: [
        "яну", "фев", "март", "апр", "май", "юни", "юли", "авг", "сеп", "окт", "ное", "дек",
      ],
      weekdays: ["неделя", "понеделник", "вторник", "сряда", "четвъртък", "петък", "събота"],
      shortWeekdays: ["нд", "пн", "вт", "ср", "чт", "пт", "сб"],
      groupsFrom: 5),
    "cs": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září",
        "října", "listopadu", "prosince",
      ],
      shortMonths: [
        "led", "úno", "bře", "dub", "kvě", "čvn", "čvc", "srp", "zář", "říj", "lis", "pro",
      ],
      weekdays: ["neděle", "pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota"],
      shortWeekdays: ["ne", "po", "út", "st", "čt", "pá", "so"]),
    "da": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
        "oktober", "november", "december",
      ],
      shortMonths: [
        "jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.",
        "dec.",
      ],
      weekdays: ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
      shortWeekdays: ["søn.", "man.", "tirs.", "ons.", "tors.", "fre.", "lør."]),
    "de": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ],
      shortMonths: [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
      ],
      weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
      shortWeekdays: ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."]),
    "de-AT": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .before(spaced: true), percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ],
      shortMonths: [
        "Jän.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.",
        "Dez.",
      ],
      weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
      shortWeekdays: ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."]),
    "de-CH": LanguageFormat(
      decimalMark: ".", groupMark: "’",
      amount: .before(spaced: true), percent: "#%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
        "Oktober", "November", "Dezember",
      ],
      shortMonths: [
        "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.",
        "Dez.",
      ],
      weekdays: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
      shortWeekdays: ["So.", "Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa."]),
    "el": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου",
        "Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου",
      ],
      shortMonths: [
        "Ιαν", "Φεβ", "Μαρ", "Απρ", "Μαΐ", "Ιουν", "Ιουλ", "Αυγ", "Σεπ", "Οκτ", "Νοε", "Δεκ",
      ],
      weekdays: ["Κυριακή", "Δευτέρα", "Τρίτη", "Τετάρτη", "Πέμπτη", "Παρασκευή", "Σάββατο"],
      shortWeekdays: ["Κυρ", "Δευ", "Τρί", "Τετ", "Πέμ", "Παρ", "Σάβ"]),
    "en-IN": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ],
      shortMonths: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
      ],
      weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
      shortWeekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
      groupsInTwos: true,
      signs: ["INR": "₹"]),
    "es": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#\u{a0}%",
      day: "D [de] MMMM [de] YYYY",
      dayOfYear: "D [de] MMMM",
      months: [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ],
      shortMonths: [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sept", "oct", "nov", "dic",
      ],
      weekdays: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
      shortWeekdays: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
      groupsFrom: 5),
    "es-MX": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "D [de] MMMM [de] YYYY",
      dayOfYear: "D [de] MMMM",
      months: [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
        "octubre", "noviembre", "diciembre",
      ],
      shortMonths: [
        "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic",
      ],
      weekdays: ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
      shortWeekdays: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
      signs: ["MXN": "$"]),
    "fi": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta",
        "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
      ],
      shortMonths: [
        "tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka",
        "marras", "joulu",
      ],
      weekdays: [
        "sunnuntaina", "maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina",
        "lauantaina",
      ],
      shortWeekdays: ["su", "ma", "ti", "ke", "to", "pe", "la"]),
    "fr": LanguageFormat(
      decimalMark: ",", groupMark: "\u{202f}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ],
      shortMonths: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
      ],
      weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
      shortWeekdays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."]),
    "fr-CA": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ],
      shortMonths: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.",
        "déc.",
      ],
      weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
      shortWeekdays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."],
      signs: ["CAD": "$"]),
    "fr-CH": LanguageFormat(
      decimalMark: ",", groupMark: "’",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
        "octobre", "novembre", "décembre",
      ],
      shortMonths: [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
        "déc.",
      ],
      weekdays: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
      shortWeekdays: ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."]),
    "he": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .behind, percent: "#%",
      day: "D[ ב]MMMM YYYY",
      dayOfYear: "D[ ב]MMMM",
      months: [
        "ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר",
        "נובמבר", "דצמבר",
      ],
      shortMonths: [
        "ינו׳", "פבר׳", "מרץ", "אפר׳", "מאי", "יוני", "יולי", "אוג׳", "ספט׳", "אוק׳", "נוב׳",
        "דצמ׳",
      ],
      weekdays: [
        "יום ראשון", "יום שני", "יום שלישי", "יום רביעי", "יום חמישי", "יום שישי", "יום שבת",
      ],
      shortWeekdays: ["יום א׳", "יום ב׳", "יום ג׳", "יום ד׳", "יום ה׳", "יום ו׳", "שבת"],
      lead: "\u{200f}"),
    "hi": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
      ],
      shortMonths: [
        "जन॰", "फ़र॰", "मार्च", "अप्रैल", "मई", "जून", "जुल॰", "अग॰", "सित॰", "अक्टू॰", "नव॰", "दिस॰",
      ],
      weekdays: ["रविवार", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार"],
      shortWeekdays: ["रवि", "सोम", "मंगल", "बुध", "गुरु", "शुक्र", "शनि"],
      groupsInTwos: true),
    "hr": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY.",
      dayOfYear: "D. MMMM",
      months: [
        "siječnja", "veljače", "ožujka", "travnja", "svibnja", "lipnja", "srpnja", "kolovoza",
        "rujna", "listopada", "studenoga", "prosinca",
      ],
      shortMonths: [
        "sij", "velj", "ožu", "tra", "svi", "lip", "srp", "kol", "ruj", "lis", "stu", "pro",
      ],
      weekdays: ["nedjelja", "ponedjeljak", "utorak", "srijeda", "četvrtak", "petak", "subota"],
      shortWeekdays: ["ned", "pon", "uto", "sri", "čet", "pet", "sub"]),
    "hu": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#%",
      day: "YYYY. MMMM D.",
      dayOfYear: "MMMM D.",
      months: [
        "január", "február", "március", "április", "május", "június", "július", "augusztus",
        "szeptember", "október", "november", "december",
      ],
      shortMonths: [
        "jan.", "febr.", "márc.", "ápr.", "máj.", "jún.", "júl.", "aug.", "szept.", "okt.", "nov.",
        "dec.",
      ],
      weekdays: ["vasárnap", "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat"],
      shortWeekdays: ["V", "H", "K", "Sze", "Cs", "P", "Szo"]),
    "id": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .before(spaced: false), percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
      ],
      shortMonths: [
        "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des",
      ],
      weekdays: ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"],
      shortWeekdays: ["Min", "Sen", "Sel", "Rab", "Kam", "Jum", "Sab"]),
    "it": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
        "settembre", "ottobre", "novembre", "dicembre",
      ],
      shortMonths: [
        "gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic",
      ],
      weekdays: ["domenica", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato"],
      shortWeekdays: ["dom", "lun", "mar", "mer", "gio", "ven", "sab"]),
    "ja": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "YYYY[年]M[月]D[日]",
      dayOfYear: "M[月]D[日]",
      months: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      shortMonths: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      weekdays: ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"],
      shortWeekdays: ["日", "月", "火", "水", "木", "金", "土"]),
    "ko": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "YYYY[년 ]MMMM D[일]",
      dayOfYear: "MMMM D[일]",
      months: ["1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월"],
      shortMonths: ["1월", "2월", "3월", "4월", "5월", "6월", "7월", "8월", "9월", "10월", "11월", "12월"],
      weekdays: ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"],
      shortWeekdays: ["일", "월", "화", "수", "목", "금", "토"]),
    "nb": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "desember",
      ],
      shortMonths: [
        "jan.", "feb.", "mars", "apr.", "mai", "juni", "juli", "aug.", "sep.", "okt.", "nov.",
        "des.",
      ],
      weekdays: ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
      shortWeekdays: ["søn.", "man.", "tir.", "ons.", "tor.", "fre.", "lør."]),
    "nl": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .before(spaced: true), percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
        "oktober", "november", "december",
      ],
      shortMonths: [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
      ],
      weekdays: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
      shortWeekdays: ["zo", "ma", "di", "wo", "do", "vr", "za"]),
    "pl": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia",
        "września", "października", "listopada", "grudnia",
      ],
      shortMonths: [
        "sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru",
      ],
      weekdays: ["niedziela", "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota"],
      shortWeekdays: ["niedz.", "pon.", "wt.", "śr.", "czw.", "pt.", "sob."],
      groupsFrom: 5),
    "pt": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .before(spaced: true), percent: "#%",
      day: "D [de] MMMM [de] YYYY",
      dayOfYear: "D [de] MMMM",
      months: [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro",
      ],
      shortMonths: [
        "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
        "dez.",
      ],
      weekdays: [
        "domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
        "sábado",
      ],
      shortWeekdays: ["dom.", "seg.", "ter.", "qua.", "qui.", "sex.", "sáb."]),
    "pt-PT": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#%",
      day: "D [de] MMMM [de] YYYY",
      dayOfYear: "D [de] MMMM",
      months: [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
        "outubro", "novembro", "dezembro",
      ],
      shortMonths: [
        "jan.", "fev.", "mar.", "abr.", "mai.", "jun.", "jul.", "ago.", "set.", "out.", "nov.",
        "dez.",
      ],
      weekdays: [
        "domingo", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
        "sábado",
      ],
      shortWeekdays: ["domingo", "segunda", "terça", "quarta", "quinta", "sexta", "sábado"],
      groupsFrom: 5),
    "ro": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#\u{a0}%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august",
        "septembrie", "octombrie", "noiembrie", "decembrie",
      ],
      shortMonths: [
        "ian.", "feb.", "mar.", "apr.", "mai", "iun.", "iul.", "aug.", "sept.", "oct.", "nov.",
        "dec.",
      ],
      weekdays: ["duminică", "luni", "marți", "miercuri", "joi", "vineri", "sâmbătă"],
      shortWeekdays: ["dum.", "lun.", "mar.", "mie.", "joi", "vin.", "sâm."]),
    "ru": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D MMMM YYYY\u{202f}[г].",
      dayOfYear: "D MMMM",
      months: [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
      ],
      shortMonths: [
        "янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.",
        "дек.",
      ],
      weekdays: [
        "воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота",
      ],
      shortWeekdays: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"]),
    "sk": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D. MMMM YYYY",
      dayOfYear: "D. MMMM",
      months: [
        "januára", "februára", "marca", "apríla", "mája", "júna", "júla", "augusta", "septembra",
        "októbra", "novembra", "decembra",
      ],
      shortMonths: [
        "jan", "feb", "mar", "apr", "máj", "jún", "júl", "aug", "sep", "okt", "nov", "dec",
      ],
      weekdays: ["nedeľa", "pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota"],
      shortWeekdays: ["ne", "po", "ut", "st", "št", "pi", "so"]),
    "sv": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#\u{a0}%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
        "oktober", "november", "december",
      ],
      shortMonths: [
        "jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.",
        "dec.",
      ],
      weekdays: ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"],
      shortWeekdays: ["sön", "mån", "tis", "ons", "tors", "fre", "lör"]),
    "th": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
        "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
      ],
      shortMonths: [
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.",
        "ธ.ค.",
      ],
      weekdays: ["วันอาทิตย์", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์"],
      shortWeekdays: ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัส", "ศุกร์", "เสาร์"]),
    "tr": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .before(spaced: false), percent: "%#",
      day: "D MMMM YYYY",
      dayOfYear: "D MMMM",
      months: [
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim",
        "Kasım", "Aralık",
      ],
      shortMonths: [
        "Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara",
      ],
      weekdays: ["Pazar", "Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi"],
      shortWeekdays: ["Paz", "Pzt", "Sal", "Çar", "Per", "Cum", "Cmt"]),
    "uk": LanguageFormat(
      decimalMark: ",", groupMark: "\u{a0}",
      amount: .behind, percent: "#%",
      day: "D MMMM YYYY\u{202f}[р].",
      dayOfYear: "D MMMM",
      months: [
        "січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня",
        "жовтня", "листопада", "грудня",
      ],
      shortMonths: [
        "січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.",
        "лист.", "груд.",
      ],
      weekdays: ["неділя", "понеділок", "вівторок", "середа", "четвер", "пʼятниця", "субота"],
      shortWeekdays: ["нд", "пн", "вт", "ср", "чт", "пт", "сб"]),
    "vi": LanguageFormat(
      decimalMark: ",", groupMark: ".",
      amount: .behind, percent: "#%",
      day: "D MMMM, YYYY",
      dayOfYear: "D MMMM",
      months: [
        "tháng 1", "tháng 2", "tháng 3", "tháng 4", "tháng 5", "tháng 6", "tháng 7", "tháng 8",
        "tháng 9", "tháng 10", "tháng 11", "tháng 12",
      ],
      shortMonths: [
        "thg 1", "thg 2", "thg 3", "thg 4", "thg 5", "thg 6", "thg 7", "thg 8", "thg 9", "thg 10",
        "thg 11", "thg 12",
      ],
      weekdays: ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"],
      shortWeekdays: ["CN", "Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7"]),
    "zh": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "YYYY[年]M[月]D[日]",
      dayOfYear: "M[月]D[日]",
      months: ["一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"],
      shortMonths: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
      shortWeekdays: ["周日", "周一", "周二", "周三", "周四", "周五", "周六"],
      signs: ["CNY": "¥"]),
    "zh-Hant": LanguageFormat(
      decimalMark: ".", groupMark: ",",
      amount: .before(spaced: false), percent: "#%",
      day: "YYYY[年]M[月]D[日]",
      dayOfYear: "M[月]D[日]",
      months: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      shortMonths: ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"],
      weekdays: ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"],
      shortWeekdays: ["週日", "週一", "週二", "週三", "週四", "週五", "週六"],
      signs: ["TWD": "$"]),
  ]
}
