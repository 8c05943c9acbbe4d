r"""Cuts the shipped fonts out of the full ones.

    npm install @expo-google-fonts/inter @expo-google-fonts/noto-sans-sc @expo-google-fonts/noto-sans-arabic \
        @expo-google-fonts/noto-sans-devanagari @expo-google-fonts/noto-sans-thai
    pip install fonttools
    python subset.py node_modules/@expo-google-fonts

Hinting is dropped (nothing here reads it), and Inter's tabular figures become the plain ones, so that columns
of numbers line up without asking for a font feature, which a canvas cannot.
"""

import sys
from pathlib import Path
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FULL = Path(sys.argv[1])
HERE = Path(__file__).parent


def span(*ranges):
    return [code for low, high in ranges for code in range(low, high + 1)]


# European letters, Vietnamese, Greek, Cyrillic; punctuation, currencies, arrows, the signs of statistics.
LATIN = span(
    (0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x218, 0x21B), (0x2BB, 0x2BC),
    (0x2C6, 0x2DD), (0x300, 0x304), (0x306, 0x30C), (0x323, 0x328), (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x4FF),
    (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9), (0x2000, 0x206F), (0x2070, 0x209C), (0x20A0, 0x20C0),
    (0x2103, 0x2103), (0x2109, 0x2109), (0x2113, 0x2113), (0x2116, 0x2117), (0x2122, 0x2122), (0x2126, 0x2126),
    (0x212E, 0x212E), (0x2150, 0x215E), (0x2190, 0x2199), (0x2202, 0x2265), (0x25A0, 0x25CF), (0x2713, 0x2717),
)  # fmt: skip

# GB 2312 level 1 (rows 16 to 55), the characters of China's provinces and large cities beyond it, kana, punctuation.
LEVEL_1 = [
    ord(bytes([0xA0 + row, 0xA0 + cell]).decode("gb2312"))
    for row in range(16, 56)
    for cell in range(1, 95)
    if not (row == 55 and cell > 89)
]
PLACES = "莞圳亳衢泸邛崃漯濮焉耆蚌埠滁芜湖岑溧浏渝皖赣鄂粤闽浙冀豫晋陕甘宁琼黔滇藏沪津濠嵊泗澳郴婺邕鄱鄞儋岷瑷珲歙黟峨嵋瓯潍淄枞"
CHINESE = LEVEL_1 + [ord(c) for c in PLACES] + span(
    (0x20, 0x7E), (0xB0, 0xB1), (0xB7, 0xB7), (0xD7, 0xD7), (0x2013, 0x2014), (0x2018, 0x201D), (0x2026, 0x2026),
    (0x2030, 0x2030), (0x3000, 0x3020), (0x3041, 0x3096), (0x30A1, 0x30FE), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
)

ARABIC = span(
    (0x20, 0x22), (0x25, 0x25), (0x28, 0x3A), (0xAB, 0xAB), (0xBB, 0xBB), (0x60C, 0x60C), (0x61B, 0x61B),
    (0x61F, 0x61F), (0x621, 0x63A), (0x640, 0x65F), (0x660, 0x66D), (0x670, 0x671), (0x679, 0x679), (0x67E, 0x67E),
    (0x686, 0x686), (0x688, 0x688), (0x691, 0x691), (0x698, 0x698), (0x6A9, 0x6A9), (0x6AF, 0x6AF), (0x6BA, 0x6BA),
    (0x6BE, 0x6BE), (0x6C0, 0x6C3), (0x6CC, 0x6CC), (0x6D2, 0x6D5), (0x6F0, 0x6F9), (0x200B, 0x200F),
    (0x2010, 0x2014), (0x2018, 0x201D), (0x2026, 0x2026), (0x2212, 0x2212),
)  # fmt: skip

# The alphabets of Hindi, Marathi and Nepali, and of Thai, with the signs that stand within their words.
DEVANAGARI = span((0x20, 0x20), (0x900, 0x97F), (0x200B, 0x200D), (0x20B9, 0x20B9), (0x25CC, 0x25CC))
THAI = span((0x20, 0x20), (0xE01, 0xE3A), (0xE3F, 0xE5B), (0x200B, 0x200D), (0x25CC, 0x25CC))
# What joins consonants and sets vowel signs.
INDIC = ["nukt", "akhn", "rphf", "rkrf", "blwf", "half", "vatu", "cjct", "pres", "abvs", "blws", "psts", "haln", "calt"]
MARKS = ["kern", "ccmp", "locl", "mark", "mkmk"]


def cut(source, target, codes, features):
    font = TTFont(FULL / source)
    order = set(font.getGlyphOrder())
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in range(0x30, 0x3A):
                tabular = f"{table.cmap.get(code)}.tf"
                if tabular in order:
                    table.cmap[code] = tabular
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.drop_tables += ["STAT", "DSIG", "MATH", "vhea", "vmtx", "VORG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    font.save(HERE / target)


for weight, name in (("400Regular", "Regular"), ("600SemiBold", "SemiBold"), ("700Bold", "Bold")):
    cut(f"inter/{weight}/Inter_{weight}.ttf", f"Inter-{name}.ttf", LATIN, ["kern", "ccmp", "locl", "mark", "mkmk"])
for weight, name in (("400Regular", "Regular"), ("700Bold", "Bold")):
    cut(f"noto-sans-sc/{weight}/NotoSansSC_{weight}.ttf", f"NotoSansSC-{name}.ttf", CHINESE, [])
    cut(
        f"noto-sans-arabic/{weight}/NotoSansArabic_{weight}.ttf",
        f"NotoSansArabic-{name}.ttf",
        ARABIC,
        ["kern", "ccmp", "locl", "mark", "mkmk", "init", "medi", "fina", "isol", "rlig", "liga", "calt", "curs"],
    )
for weight, name in (("400Regular", "Regular"), ("700Bold", "Bold")):
    cut(
        f"noto-sans-devanagari/{weight}/NotoSansDevanagari_{weight}.ttf",
        f"NotoSansDevanagari-{name}.ttf",
        DEVANAGARI,
        MARKS + ["abvm", "blwm", "dist", *INDIC],
    )
    cut(f"noto-sans-thai/{weight}/NotoSansThai_{weight}.ttf", f"NotoSansThai-{name}.ttf", THAI, [*MARKS, "liga"])
