import Testing

@testable import Typography

@Suite struct CaseMappingTests {
  @Test(arguments: [
    ("Διὰ τὸ θαυμάζειν Ἀριστοτέλης ή", "el", "ΔΙΑ ΤΟ ΘΑΥΜΑΖΕΙΝ ΑΡΙΣΤΟΤΕΛΗΣ Ή"),
    ("μαΐου", "el-GR", "ΜΑΪΟΥ"),
    ("μάιος", "EL", "ΜΑΪΟΣ"),
    ("θαυμάζειν", "en", "ΘΑΥΜΆΖΕΙΝ"),
    ("ısıtıcı iki", "tr", "ISITICI İKİ"),
    ("iki", "az-Latn-AZ", "İKİ"),
    ("iki", "en", "IKI"),
    ("iki", "", "IKI"),
    ("i\u{307}\u{300}", "lt", "I\u{300}"),
    ("straße ﬁn", "de", "STRASSE FIN"),
    ("iki é", "not a language", "IKI É"),
    ("", "tr", ""),
  ])
  func capitalsFollowTheLanguage(text: String, language: String, capitals: String) {
    #expect(CaseMapping.uppercase.applied(to: text, language: language) == capitals)
  }

  @Test(arguments: [
    ("İKİ ISI", "tr", "iki ısı"), ("ISI", "en", "isi"), ("ΣΟΦΟΣ", "el", "σοφος"),
    ("Ì", "lt", "i\u{307}\u{300}"),
  ])
  func smallLettersFollowTheLanguage(text: String, language: String, small: String) {
    #expect(CaseMapping.lowercase.applied(to: text, language: language) == small)
  }

  @Test(arguments: [
    ("ijs iJ", "nl", "IJs iJ"), ("ijs", "de", "Ijs"), ("iki iki", "tr", "İki iki"),
    ("ǆABC", "hr", "ǅABC"), ("éCOLE", "fr", "ÉCOLE"), ("'tis ü", "en", "'tis ü"),
    ("άλφα", "el", "Άλφα"),
  ])
  func onlyTheFirstLetterIsTitlecased(text: String, language: String, title: String) {
    #expect(CaseMapping.titlecase.applied(to: text, language: language) == title)
  }

  @Test func textMayBecomeThreeTimesAsLong() {
    let text = String(repeating: "ΐ", count: 500)
    let capitals = CaseMapping.uppercase.applied(to: text, language: "en")
    #expect(capitals.unicodeScalars.count == 1_500)
  }
}
