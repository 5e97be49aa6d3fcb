/// The named character references of HTML §13.5 that pages use: Latin, Greek, punctuation, arrows,
/// mathematics and the usual symbols.
package enum CharacterReferences {
  /// The character of `&name;`, or nil.
  package static func character(named name: String) -> Unicode.Scalar? { characters[name] }

  /// All names, in order.
  static let names: [String] = characters.keys.sorted()

  /// Bytes of the longest name.
  package static let longestName = names.map(\.utf8.count).max() ?? 0

  /// The longest beginning of `name` that browsers take for a reference even without a semicolon.
  static func prefixWithoutSemicolon(of name: String) -> String? {
    for length in stride(from: min(name.utf8.count, 6), through: 2, by: -1) {
      let prefix = String(name.prefix(length))
      if namesWithoutSemicolon.contains(prefix) { return prefix }
    }
    return nil
  }

  /// Whether a numeric reference may mean `scalar`: no control character, no noncharacter.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C: true
    case 0..<0x20, 0x7F...0x9F, 0xFDD0...0xFDEF: false
    case let value: value & 0xFFFE != 0xFFFE
    }
  }

  private static let namesWithoutSemicolon: Set<String> = Set(
    latin1.split(whereSeparator: \.isWhitespace).map(String.init)
      + ["amp", "AMP", "lt", "LT", "gt", "GT", "quot", "QUOT", "COPY", "REG"])

  private static let characters: [String: Unicode.Scalar] = {
    var characters: [String: Unicode.Scalar] = [:]
    for (first, names) in [(0xA0, latin1), (0x391, capitalGreek), (0x3B1, smallGreek)] {
      for (index, name) in names.split(whereSeparator: \.isWhitespace).enumerated() {
        characters[String(name)] = Unicode.Scalar(UInt32(first + index))
      }
    }
    let words = others.split(whereSeparator: \.isWhitespace)
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      let value = UInt32(words[index + 1], radix: 16)
      characters[String(words[index])] = value.flatMap { Unicode.Scalar($0) }
    }
    return characters
  }()

  /// U+00A0 and what follows it.
  private static let latin1 = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave
    Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
    szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
    icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
    yacute thorn yuml
    """

  /// U+0391 to U+03A1; Sigma follows a gap.
  private static let capitalGreek = """
    Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho
    """

  /// U+03B1 and what follows it.
  private static let smallGreek = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf
    sigma tau upsilon phi chi psi omega
    """

  /// Names and code points.
  private static let others = """
    quot 22 QUOT 22 amp 26 AMP 26 lt 3C LT 3C gt 3E GT 3E apos 27 COPY A9 REG AE TRADE 2122
    Tab 9 NewLine A excl 21 num 23 dollar 24 percnt 25 lpar 28 rpar 29 ast 2A plus 2B comma 2C
    period 2E sol 2F colon 3A semi 3B equals 3D quest 3F commat 40 lsqb 5B lbrack 5B bsol 5C
    rsqb 5D rbrack 5D Hat 5E lowbar 5F grave 60 lcub 7B lbrace 7B verbar 7C vert 7C rcub 7D
    rbrace 7D half BD pm B1 centerdot B7 div F7
    Abreve 102 abreve 103 Amacr 100 amacr 101 Aogon 104 aogon 105 Cacute 106 cacute 107 Ccaron 10C
    ccaron 10D Dcaron 10E dcaron 10F Dstrok 110 dstrok 111 Emacr 112 emacr 113 Eogon 118 eogon 119
    Ecaron 11A ecaron 11B Gbreve 11E gbreve 11F Idot 130 imath 131 inodot 131 Lacute 139 lacute 13A
    Lcaron 13D lcaron 13E Lstrok 141 lstrok 142 Nacute 143 nacute 144 Ncaron 147 ncaron 148
    Odblac 150 odblac 151 OElig 152 oelig 153 Racute 154 racute 155 Rcaron 158 rcaron 159
    Sacute 15A sacute 15B Scedil 15E scedil 15F Scaron 160 scaron 161 Tcedil 162 tcedil 163
    Tcaron 164 tcaron 165 Uring 16E uring 16F Udblac 170 udblac 171 Yuml 178 Zacute 179 zacute 17A
    Zdot 17B zdot 17C Zcaron 17D zcaron 17E fnof 192
    circ 2C6 caron 2C7 breve 2D8 dot 2D9 ring 2DA ogon 2DB tilde 2DC dblac 2DD
    Sigma 3A3 Tau 3A4 Upsilon 3A5 Phi 3A6 Chi 3A7 Psi 3A8 Omega 3A9 ohm 3A9 thetasym 3D1 upsih 3D2
    piv 3D6
    ensp 2002 emsp 2003 emsp13 2004 emsp14 2005 numsp 2007 puncsp 2008 thinsp 2009 hairsp 200A
    ZeroWidthSpace 200B zwnj 200C zwj 200D lrm 200E rlm 200F hyphen 2010 dash 2010 ndash 2013
    mdash 2014 horbar 2015 lsquo 2018 rsquo 2019 sbquo 201A ldquo 201C rdquo 201D bdquo 201E
    dagger 2020 Dagger 2021 bull 2022 bullet 2022 nldr 2025 hellip 2026 mldr 2026 permil 2030
    prime 2032 Prime 2033 lsaquo 2039 rsaquo 203A oline 203E frasl 2044 NoBreak 2060 euro 20AC
    image 2111 ell 2113 numero 2116 copysr 2117 weierp 2118 real 211C rx 211E trade 2122 mho 2127
    alefsym 2135 frac13 2153 frac23 2154 frac15 2155 frac25 2156 frac35 2157 frac45 2158 frac16 2159
    frac56 215A frac18 215B frac38 215C frac58 215D frac78 215E
    larr 2190 uarr 2191 rarr 2192 darr 2193 harr 2194 varr 2195 nwarr 2196 nearr 2197 searr 2198
    swarr 2199 rarrw 219D map 21A6 larrhk 21A9 rarrhk 21AA crarr 21B5 lArr 21D0 uArr 21D1 rArr 21D2
    dArr 21D3 hArr 21D4 vArr 21D5
    forall 2200 part 2202 exist 2203 empty 2205 nabla 2207 isin 2208 notin 2209 ni 220B prod 220F
    sum 2211 minus 2212 mp 2213 lowast 2217 radic 221A prop 221D infin 221E ang 2220 and 2227
    or 2228 cap 2229 cup 222A int 222B there4 2234 sim 223C cong 2245 asymp 2248 ap 2248
    approx 2248 ne 2260 equiv 2261 le 2264 leq 2264 ge 2265 geq 2265 sub 2282 sup 2283 nsub 2284
    sube 2286 supe 2287 oplus 2295 otimes 2297 perp 22A5 sdot 22C5 lceil 2308 rceil 2309
    lfloor 230A rfloor 230B lang 27E8 rang 27E9
    block 2588 blk14 2591 blk12 2592 blk34 2593 squ 25A1 square 25A1 squf 25AA utrif 25B4 utri 25B5
    rtrif 25B8 rtri 25B9 dtrif 25BE dtri 25BF ltrif 25C2 ltri 25C3 loz 25CA cir 25CB starf 2605
    bigstar 2605 star 2606 phone 260E female 2640 male 2642 spades 2660 clubs 2663 hearts 2665
    heartsuit 2665 diams 2666 sung 266A flat 266D natural 266E sharp 266F check 2713
    checkmark 2713 cross 2717 malt 2720 sext 2736 lozf 29EB
    """
}
