"""Writes weights.ttf: a variable font whose "I" is as many units wide as its weight says.

Needs fontTools (pip install fonttools); run in this folder.
"""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation


def box(width):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((width, 700))
    pen.lineTo((width, 0))
    pen.closePath()
    return pen.glyph()


builder = FontBuilder(1000, isTTF=True)
builder.setupGlyphOrder([".notdef", "space", "I"])
builder.setupCharacterMap({0x20: "space", 0x49: "I"})
builder.setupGlyf({".notdef": box(500), "space": TTGlyphPen(None).glyph(), "I": box(400)})
builder.setupHorizontalMetrics({".notdef": (500, 0), "space": (250, 0), "I": (400, 0)})
builder.setupHorizontalHeader(ascent=800, descent=-200)
builder.setupNameTable({"familyName": "Weights", "styleName": "Regular"})
builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sxHeight=500, sCapHeight=700)
builder.setupPost()
builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
# The outline's four points, then the phantom points: left, right (the advance), top, bottom.
lighter = [(0, 0), (0, 0), (-300, 0), (-300, 0), (0, 0), (-300, 0), (0, 0), (0, 0)]
bolder = [(0, 0), (0, 0), (500, 0), (500, 0), (0, 0), (500, 0), (0, 0), (0, 0)]
builder.setupGvar({"I": [
    TupleVariation({"wght": (-1, -1, 0)}, lighter), TupleVariation({"wght": (0, 1, 1)}, bolder)]})
builder.save("weights.ttf")
