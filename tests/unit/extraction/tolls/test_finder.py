"""Killed and hurt people in both languages: what is read, and what is no toll."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.extraction.tolls.finder import TollMention, find_tolls
from workers.text.fold import folded
from workers.text.words import listed

_MARKS = ("subset", "attackers_own", "updated", "earlier", "since", "hedged", "split")


def told(mention: TollMention) -> str:
    """A mention in short: d or i, the figure (? unknown), and what is marked."""
    figure = "?" if mention.toll is None else str(mention.toll.best)
    if mention.zero:
        figure = "none"
    marks = "".join(f" {mark}" for mark in _MARKS if getattr(mention, mark))
    return f"{mention.field[0]}{figure}{marks}"


# (text, the mentions in order of their figures), in Arabic.
ARABIC: list[tuple[str, list[str]]] = [
    # A war's dead are no attack's.
    ("والحرب المندلعة في البلاد أوقعت 15 ألف قتيل", ["d15000 since"]),
    # Sums of a campaign, of weeks, of both sides at one time.
    ("ارتفعت الخسائر منذ بدء معركة المدينة، إلى نحو 300 قتيل", ["d300 updated since hedged"]),
    (
        "ارتفع عدد القتلى منذ مارس إلى 90 قتيلا، في حين ارتفع عدد قتلى الطرف الآخر إلى 40 قتيلا",
        ["d90 updated since", "d40 updated since"],
    ),
    ("وارتفعت بذلك حصيلة ضحايا الاحتجاجات إلى 70 قتيلا", ["d70 updated since"]),
    ("وبذلك ترتفع حصيلة التفجير إلى 20 قتيلا", ["d20 updated"]),
    ("مئة قتيل في أسبوعين", ["d100 since"]),
    ("توفي الشرطي المصاب في المستشفى لترتفع الحصيلة إلى أربعة قتلى", ["d1", "d4 updated"]),
    ("قتل عاملان في منجم لترتفع حصيلة الشهر إلى ثلاثين قتيلا", ["d2", "d30 updated since"]),
    # Who killed stands before a stray comma.
    ("قتل مسلحون مجهولون، ثلاثة من أفراد الشرطة في كمين", ["d3"]),
    ("قتل مسلحون، 12 منهم من جنسيات أجنبية", ["d?", "d12 subset"]),
    # Two of whom a dual verb tells.
    ("قال الأهالي إن فلسطينيين قتلا في القصف", ["d2"]),
    ("إن سامي الأحمد (20 عاما) وفادي منصور (22 عاما) قتلا في القصف", ["d2"]),
    ("إن مدنيين أصيبا بشظايا", ["i2"]),
    # Whom a name with an age tells, and lives that are lost.
    ("إن الممرضة هدى السالم (24 عاما) قضت برصاص القناصة", ["d1"]),
    ("فقد تسعة أشخاص حياتهم في الانفجار", ["d9"]),
    ("إن سبعة أشخاص نقلوا للمستشفى", ["i7"]),
    # The word of killing, then the figure.
    ("مقتل 12 شخصا في القصف", ["d12"]),
    ("قتل 12 شخصا في القصف", ["d12"]),
    ("قُتل اثنا عشر شخصا في القصف", ["d12"]),
    ("مصرع سبعة عمال", ["d7"]),
    ("استشهاد ثلاثة فلسطينيين", ["d3"]),
    ("استشهد أربعة شبان", ["d4"]),
    ("وفاة ثلاثة مدنيين متأثرين بجروحهم", ["d3"]),
    ("أودى الانفجار بحياة 9 أشخاص", ["d9"]),
    ("أودت الغارة بحياة تسعة", ["d9"]),
    ("حصد أرواح عشرين مدنيا", ["d20"]),
    ("راح ضحيته ستة عمال", ["d6"]),
    ("قتلت الغارة خمسة مدنيين", ["d5"]),
    ("قتلت المسيرة قياديين اثنين", ["d2"]),
    ("اغتيال ثلاثة ضباط", ["d3"]),
    ("إعدام سبعة عشر أسيرا", ["d17"]),
    ("قتل في الانفجار 12 شخصا", ["d12"]),
    ("قتل على الفور أربعة جنود", ["d4"]),
    ("أدى الهجوم إلى مقتل 8", ["d8"]),
    ("ما أسفر عن مقتل 8 وإصابة 20", ["d8", "i20"]),
    ("مقتل 5 وإصابة 3 بجروح", ["d5", "i3"]),
    ("قُتل 21 وجُرح 44 بتفجير مزدوج", ["d21", "i44"]),
    ("قتل 10 وأصيب 70 يوم الخميس", ["d10", "i70"]),
    ("قتل 7 وجرح 13 اليوم الجمعة", ["d7", "i13"]),
    ("إصابة 8 آخرين", ["i8"]),
    ("وجرح ستة آخرون", ["i6"]),
    ("أصيب أربعة من رجال الشرطة", ["i4"]),
    ("وأصيبت عشر نساء", ["i10"]),
    ("جرحت الشظايا ستة أشخاص", ["i6"]),
    ("سقط خمسة عشر مدنيا في السوق", ["d15"]),
    ("خسرت الميليشيا ما لا يقل عن 40 عنصرا", ["d40 hedged"]),
    # The figure with a noun that says it.
    ("سقوط 12 قتيلا و30 جريحا", ["d12", "i30"]),
    ("خلف التفجير ستة قتلى وتسعة جرحى", ["d6", "i9"]),
    ("12 شهيدا في غارة على المخيم", ["d12"]),
    ("نقل المسعفون 18 جثة و20 مصابا", ["d18", "i20"]),
    ("8 إصابات في صفوف الجنود", ["i8"]),
    ("قتيلان وثلاثة جرحى", ["d2", "i3"]),
    ("سقوط قتيلين", ["d2"]),
    ("شهيدان في قصف", ["d2"]),
    ("قتيل وجريحان في إطلاق نار", ["d1", "i2"]),
    ("قتيل و10 جرحى في كمين", ["d1", "i10"]),
    ("أوقع قتيلا وثمانية جرحى", ["d1", "i8"]),
    ("لحقت إصابات طفيفة بثلاثة أشخاص", ["i?", "i3"]),
    ("32 قتيلا على الأقل", ["d32 hedged"]),
    # The figure before the verb.
    ("إن 46 عنصرا من الميليشيا قتلوا في الكمين", ["d46"]),
    ("اثنا عشر شخصا لقوا حتفهم", ["d12"]),
    ("لقي 12 شخصا مصرعهم", ["d12"]),
    ("لقي أكثر من 500 شخص مصرعهم", ["d500 hedged"]),
    ("لقي جندي مصرعه", ["d1"]),
    ("لقي سائق الشاحنة حتفه", ["d1"]),
    ("لقي شاب وجدته مصرعهما", ["d2"]),
    ("نحو 28 شخصا قُتلوا وأن 73 جُرحوا", ["d28 hedged", "i73"]),
    ("ثماني نساء وطفل قُتلوا", ["d9"]),
    ("ثلاثة عمال قضوا في الحال", ["d3"]),
    ("نحو عشرين آخرين أصيبوا", ["i20 hedged"]),
    ("أربعة من أفراد الحماية تعرضوا لجروح", ["i4"]),
    ("قال إن جنديا قتل", ["d1"]),
    # Duals, one person, a named one.
    ("مقتل جنديين", ["d2"]),
    ("مقتل جنديان", ["d2"]),
    ("إصابة طفلتين", ["i2"]),
    ("مقتل امرأتين وطفل", ["d3"]),
    ("قتل مدنيان", ["d2"]),
    ("مقتل مدنيين اثنين", ["d2"]),
    ("مقتل جندي", ["d1"]),
    ("قتل رجل برصاص قناص", ["d1"]),
    ("إصابة شرطي", ["i1"]),
    ("مقتل شخص واحد على الأقل", ["d1 hedged"]),
    ("مقتل القيادي أبو فلان", ["d1"]),
    ("مقتل الصياد سالم", ["d1"]),
    ("وأصيبت الزوجة بجراح", ["i1"]),
    ("وقتل متعاقدا أجنبيا", ["d1"]),
    ("قتلت شخصين وجرحت ثالثا", ["d2", "i1"]),
    ("قتلت مدنيين اثنين وجرحت آخر", ["d2", "i1"]),
    # Sums.
    ("مقتل 3 جنود ومدنيين اثنين", ["d5"]),
    ("مقتل ثلاثة جنود وضابط", ["d4"]),
    ("إصابة ستة وافدين وخمسة من رجال الأمن", ["i11"]),
    ("مقتل رجل وامرأة وثلاثة أطفال", ["d5"]),
    # A part is no addition.
    ("مقتل 12 شخصا بينهم خمسة أطفال", ["d12", "d5 subset"]),
    ("مقتل 12 شخصا، من بينهم طفل", ["d12", "d1 subset"]),
    ("قُتل 12 شخصا منهم طفلان وأصيب نحو 30", ["d12", "d2 subset", "i30 hedged"]),
    ("مقتل 9 بينهم ثلاث نساء وطفلان", ["d9", "d3 subset", "d2 subset"]),
    ("قُتل أربعة أشخاص، مقاتلان ومدنيان", ["d4", "d2 subset", "d2 subset"]),
    ("وفاة ثلاثة مدنيين، هنديين وباكستاني", ["d3", "d2 subset", "d1 subset"]),
    ("مقتل الشيخ سالم وثلاثة من مرافقيه", ["d4"]),
    ("مقتل أبو سالم و3 من مرافقيه", ["d4"]),
    ("60 قتيلا، ثلاثة منهم أطفال", ["d60", "d3 subset"]),
    ("40 جريحا بينهم 6 نساء", ["i40", "i6 subset"]),
    # Totals and former figures.
    ("ارتفعت حصيلة القتلى إلى 60 شخصا", ["d60 updated"]),
    ("ارتفع عدد القتلى إلى 89", ["d89 updated"]),
    ("ارتفاع حصيلة الانفجار إلى 15 قتيلا و45 جريحا", ["d15 updated", "i45 updated"]),
    ("ارتفع إلى 14 عدد قتلى التفجيرين", ["d14 updated"]),
    ("بلغ عدد الجرحى 277", ["i277"]),
    ("بلغ قتلى المواجهات في السجن 120 شخصا", ["d120"]),
    ("تجاوز عدد القتلى المئة والعشرين", ["d120"]),
    ("القتلى ثلاثة", ["d3"]),
    ("المصابون لا يقلون عن 110", ["i110 hedged"]),
    ("قتلاها بـ140", ["d140"]),
    ("القتلى الثمانية والثلاثين", ["d38"]),
    ("كانت حصيلة أولى تشير إلى خمسة مصابين", ["i5 earlier"]),
    ("وكانت حصيلة سابقة تحدثت عن سبعة قتلى", ["d7 earlier"]),
    ("ارتفع عدد القتلى من 12 إلى 31", ["d12 updated earlier", "d31 updated"]),
    ("قتل 26 شخصا منذ بداية العام", ["d26 since"]),
    # Hedges.
    ("مقتل ما لا يقل عن 12 شخصا", ["d12 hedged"]),
    ("مقتل نحو 40 شخصا", ["d40 hedged"]),
    ("مقتل أكثر من ثمانين نزيلا", ["d80 hedged"]),
    ("مقتل 9 أشخاص على الأقل", ["d9 hedged"]),
    ("إصابة قرابة 340", ["i340 hedged"]),
    # One of a group, one of a nation, one's own people.
    ("قتل أحد الحراس وأصيب سائق", ["d1", "i1"]),
    ("مقتل أحد جنودها وإصابة آخر بجروح", ["d1", "i1"]),
    ("ما أدى إلى مقتل أحدهم وإصابة أربعة", ["d1", "i4"]),
    ("هاجم سبعة مصلين قاتلا أحدهم", ["d1"]),
    ("قال إن مسلحا قتل أحد السكان", ["d1"]),
    ("استشهد فلسطيني برصاص الاحتلال", ["d1"]),
    ("استشهاد فلسطيني وإصابة آخر", ["d1", "i1"]),
    ("قتل إسرائيلي وأصيب ثلاثة", ["d1", "i3"]),
    ("مقتل فلسطيني بعد طعن ثلاثة مستوطنين", ["d1"]),
    ("مقتل اثنين من أبنائها", ["d2"]),
    ("سقوط ستة من مقاتليها", ["d6"]),
    ("مقتل قيادي في فصيل مسلح ومرافقه", ["d2"]),
    ("وفاة سائحين ومرشدهما", ["d3"]),
    ("استشهاد مواطن وزوجته وطفليهما", ["d4"]),
    # How armies and rescuers say it.
    ("القضاء على 30 إرهابيا", ["d30"]),
    ("مقتل عدد (6) عنصر تكفيري", ["d6"]),
    ("تحييد سبعة إرهابيين", ["d7"]),
    ("ونقل ستة من الوافدين إلى المستشفى", ["i6"]),
    ("نقل 30 آخرين إلى المستشفيات", ["i30"]),
    ("وصول خمسة وزراء إلى المستشفى", []),
    ("3 جنود آخرين أصيبوا", ["i3"]),
    ("ثلاثة مدنيين مصابين", ["i3"]),
    ("نحو 40 شخصا كانوا في القبو مما أدى إلى مقتلهم", ["d40 hedged"]),
    ("قتل ما بين 17 و20 مدنيا", ["d17"]),
    ("قتلا عاملا وأصابا ثمانية", ["d1", "i8"]),
    ("ونقلت قتيلا وجريحين", ["d1", "i2"]),
    # Tried, planned, known already.
    ("محاولة اغتيال رئيس الحكومة", []),
    ("تسليم جثمان الرئيس الراحل", []),
    ("العثور على جثة شاب", ["d1"]),
    ("سقوط المدينة بيد المسلحين", []),
    ("القضاء على تنظيم داعش", []),
    # A period is counted, or only compared with.
    ("قتل 50 شخصا منذ بداية العام", ["d50 since"]),
    ("منذ بداية العام، قتل 50 شخصا في المدينة", ["d50 since"]),
    ("الجماعة التي قتلت، منذ 2009، أكثر من عشرين ألف شخص", ["d20000 since hedged"]),
    ("قتل 12 جنديا في معارك مستمرة منذ فجر اليوم", ["d12"]),
    ("قتل ثلاثة أشخاص في أعنف هجوم تشهده المدينة منذ عام 2014", ["d3"]),
    ("ثمانية جرحى، ولا دواء في المستشفى منذ أسبوع", ["i8"]),
    ("قتل عشرة مدنيين، ليرتفع عدد القتلى منذ الاثنين إلى 62", ["d10", "d62 updated since"]),
    # What was said before.
    ("كانت الحصيلة ثلاثة قتلى ثم ارتفعت إلى خمسة", ["d3 earlier", "d5 updated"]),
    ("وكانت الشرطة قد تحدثت عن أربعة قتلى", ["d4 earlier"]),
    ("وقد ذكرت الشرطة أن أربعة قتلوا", ["d4"]),
    (
        "تفيد حصيلة أولى بسقوط 70 قتيلا، وقال ضابط إن 75 مدنيا قتلوا",
        ["d70 earlier", "d75"],
    ),
    ("وفي حصيلة مغايرة تحدث ناشطون عن 90 قتيلا", ["d90"]),
    # Attackers in the toll are taken out of it.
    ("قتيلان أحدهما المهاجم", ["d1", "d1 subset attackers_own"]),
    ("مقتل أربعة أشخاص بينهم منفذ الهجوم", ["d3", "d1 subset attackers_own"]),
    ("ثلاثة من الجرحى في حال خطرة", ["i3 subset"]),
    # With the one told of before.
    ("قتل جندي مع ثلاثة آخرين في كمين", ["d4"]),
    ("إن عنصرا منها قتل مع ثلاثة آخرين", ["d4"]),
    ("وأكد المصدر مقتله واثنين من مرافقيه", ["d3"]),
    ("قتلت امرأة مع طفليها", ["d3"]),
    # The dead and the hurt in one figure.
    ("ارتفاع حصيلة الهجمات إلى 60 قتيلا وجريحا", ["d? updated split", "i? updated split"]),
    ("سقوط 5 قتلى وجرحى", ["d? split", "i? split"]),
    ("سقوط 12 قتيلا وجريحان", ["d12", "i2"]),
    # A span of days, a whole war.
    ("قتل نحو 500 مدني خلال 7 أيام من القصف", ["d500 since hedged"]),
    ("مقتل خمسة جنود خلال الساعات الماضية", ["d5"]),
    ("تسبب تمرد الجماعة بمقتل 20 ألف شخص", ["d20000 since"]),
    ("قتل ثلاثة جنود في الحرب الدائرة", ["d3"]),
    ("مقتل سالم العيد بعدما أطلق مسلحان النار عليه", []),
    ("أسفرت المعارك منذ الخميس وحتى السبت عن سقوط 100 قتيل", ["d100 since"]),
    ("قتل جنديان وتعرض ثالث لإصابة خطيرة", ["d2", "i1"]),
    ("تعرض ثلاثة جنود لجروح", ["i3"]),
    ("تعرض منزل لقصف", []),
    # Those who are named.
    ("انفجرت عبوة فقتلت عمر خلدون وبكر عوض", ["d2"]),
    ("اغتيال محمود الخالد وإصابة شقيقه", ["d1", "i1"]),
    ("مقتل الشاب أحمد العلي وخالد العمر", ["d2"]),
    ("قتل محمد العلي ثلاثة أشخاص", ["d3"]),
    ("قال محمد إن خالد وصل", []),
    ("أصيبت فتاة في عملية اغتيال إسرائيلية", ["i1"]),
    ("يصادف الذكرى الثانية لاغتيال قاسم سليماني", []),
    # Words of two senses.
    ("لا يعرف إن كان الشرطي قتل أم جرح", []),
    ("قتلت أم وطفلها", ["d2"]),
    ("أصيب شاب في قرية قريبة", ["i1"]),
    ("توفي شاب متأثرا بإصابته بعدما أطلق مسلحان النار", ["d1"]),
    ("وارتفع عدد من لقوا حتفهم إلى ثمانية وسبعين شخصا", ["d78 updated"]),
    # No figure.
    ("عشرات القتلى", ["d?"]),
    ("مقتل العشرات وإصابة المئات", ["d?", "i?"]),
    ("قتلى وجرحى في هجوم", ["d?", "i?"]),
    ("سقوط عدد من الجرحى", ["i?"]),
    ("مقتل مدنيين", ["d?"]),
    ("إصابة آخرين", ["i?"]),
    ("60 شخصا بين قتيل وجريح", ["d? split", "i? split"]),
    ("سقوط 10 بين قتيل وجريح", ["d? split", "i? split"]),
    ("سقط العشرات من عناصرها بين قتيل وجريح", []),
    # Nobody.
    ("دون وقوع إصابات", ["dnone", "inone"]),
    ("من دون أن يسفر عن ضحايا", ["dnone", "inone"]),
    ("ولم تسجل إصابات", ["dnone", "inone"]),
    ("لم يسفر الهجوم عن سقوط ضحايا", ["dnone", "inone"]),
    ("دون خسائر بشرية", ["dnone", "inone"]),
    ("لم تقع إصابات أو أضرار", ["dnone", "inone"]),
    ("ولم يصب أحد بأذى", ["dnone", "inone"]),
    ("ولم يُقتل أو يُجرح أحد", ["dnone", "inone"]),
    ("دون سقوط قتلى", ["dnone"]),
    ("لا قتلى ولا جرحى", ["dnone", "inone"]),
    ("ولم يقتل أحد", ["dnone"]),
    ("لم يقع سوى أضرار مادية", ["dnone", "inone"]),
    ("بلا أضرار", ["dnone hedged", "inone hedged"]),
    ("لم ترد أنباء عن وقوع إصابات", ["dnone hedged", "inone hedged"]),
    ("لم تشر أية تقارير إلى سقوط ضحايا", ["dnone hedged", "inone hedged"]),
    ("إن أحدا من الجنود لم يصب", ["dnone hedged", "inone hedged"]),
    ("لم تتسبب إلا في خسائر مادية فحسب", ["dnone", "inone"]),
    ("ولم تسجل مقتل أو إصابة أي مدني", ["dnone", "inone"]),
    ("دون مقتل أي جندي", ["dnone"]),
    # Not known is not nobody.
    ("لم تحدد الوكالة عدد المصابين", []),
    ("نجا الوزير ولم يصب بأذى", []),
    ("لم ترد معلومات عن إصابات", ["i?"]),
    ("لم ترد أنباء فورية عن عدد الإصابات", []),
    ("لم يعرف عدد الضحايا", []),
    ("لم تخلف خسائر كبيرة", []),
    ("نافيا وقوع خسائر بشرية", ["dnone", "inone"]),
    ("ونفى قائد الشرطة سقوط قتلى", ["dnone"]),
    ("نفت الوزارة مسؤوليتها عن سقوط قتلى", ["d?"]),
    # The attackers' own.
    ("مقتل منفذ الهجوم", ["d1 attackers_own"]),
    ("قتل الانتحاري و3 جنود", ["d3"]),
    ("قتلت قوات الأمن 5 من المهاجمين", ["d5 attackers_own"]),
    ("بينهم خمسة انتحاريين", []),
    ("مقتل 30 شخصا بينهم خمسة انتحاريين", ["d25", "d5 subset attackers_own"]),
    ("قتل أربعة مسلحين برصاص قوات الأمن", ["d4 attackers_own"]),
    ("مقتل 8 مسلحين في غارة جوية", ["d8"]),
    # Who did it is not whom it struck.
    ("قتل مسلح خمسة أشخاص", ["d5"]),
    ("قتل انتحاري 12 جنديا", ["d12"]),
    ("مسلحين قتلوا ثمانية سياح", ["d8"]),
    ("قتل 12 شخصا على يد ثلاثة مسلحين", ["d12"]),
    ("قتل تفجير انتحاري 27 شخصا", ["d27"]),
    ("قتل منفذ الهجوم شخصا واحدا بسكين", ["d1"]),
    ("قتل حارس وخطف سائحان", ["d1"]),
    ("قتل مسلح وشريكه خمسة عمال", ["d5"]),
    # The dead of a side are not added to those of the other.
    ("مقتل 5 جنود و11 إرهابيا", ["d5", "d11"]),
    ("مقتل 5 جنود و3 مدنيين", ["d8"]),
    # Definite numbers of those told before.
    ("القتلى الثلاثة من عائلة واحدة", ["d3"]),
    ("لا يزال سبعة من الجرحى العشرين في العناية المركزة", ["i7 subset", "i20"]),
    ("قتل رجل وزوجته وأطفالهما الثلاثة", ["d5"]),
    ("القتلى هم ثلاث نساء وطفلان", ["d5"]),
    # Words of dying and of care.
    ("معركة سقط فيها بحسب معلومات أولية 12 مقاتلا", ["d12"]),
    ("راح ضحية التفجير 14 شخصا", ["d14"]),
    ("حصد القصف أرواح ثمانية أشخاص", ["d8"]),
    ("أنقذ رجال الإطفاء أرواح ثمانية أشخاص", []),
    ("ارتفاع الخسائر البشرية إلى 27", ["d27 updated"]),
    ("عشرون شخصا تلقوا العلاج", ["i20"]),
    ("41 شخصا، بينهم شرطيان، أدخلوا المستشفى", ["i41", "i2 subset"]),
    ("ما أدى إلى وقوع إصابتين", ["i2"]),
    ("عدد القتلى بلغ 30 والجرحى أكثر من 60", ["d30", "i60 hedged"]),
    ("توفي اثنان من الجرحى", ["d2"]),
    ("توفي مصاب فصار العدد تسعة", ["d1 earlier", "d9 updated"]),
    ("أصيب 14 شخصا بينهم امرأة توفيت متأثرة بجراحها", ["i13", "d1"]),
    ("استشهد الشابان أحمد علي ومحمد حسن", ["d2"]),
    ("أصيبت برصاص عناصر من حركة طالبان", ["i?"]),
    ("سقوط مقذوف عسكري في البلدة", []),
    ("ارتفاع الخسائر البشرية (..) إلى 27", ["d27 updated"]),
    ("أعلن الجيش فقدان ستة من جنوده في كمين", ["d6"]),
    ("فقدان ستة مهاجرين في البحر", []),
    ("وقالت قبل ساعات إن أربعة قتلوا", ["d4 earlier"]),
    # A space that is missing.
    ("مقتل ما لا يقل عن25  شخصا وإصابة54  آخرين", ["d25 hedged", "i54"]),
    ("أصيبت طائرة من طراز ميغ29", []),
    # Adjectives of those who are no single person.
    ("أصيبت عناصر قيادية في الغارة", ["i?"]),
    ("أصابت الصواريخ إحدى الطائرات المهاجمة", []),
    ("لقي القيادي في الميليشيا قاسم حسن علي مصرعه مع ستة آخرين", ["d7"]),
    ("قتل في الحرب 200 ألف إنسان", ["d200000 since"]),
    # Those who are named with title and group.
    ("مقتل آمر اللواء الثاني في حركة النجباء مشتاق طالب السعيدي ومسؤول الدعم", ["d2"]),
    ("استشهاد القائد العسكري في حزب الله فؤاد شكر ومرافقه", ["d2"]),
    ("مقتل القيادي في كتائب حزب الله سالم حسن وثلاثة من مرافقيه", ["d4"]),
    ("مقتل قيادي في هجوم بتعز وقائد اللواء يتوعد", ["d1"]),
    # A toll of today and one that it is added to.
    (
        "قتل 14 مدنيا وأصيب 30، ليرتفع بذلك عدد قتلى المسيرات إلى 46",
        ["d14", "i30", "d46 updated since"],
    ),
    ("قتل 14 مدنيا ليرتفع عدد القتلى إلى 46 منذ الاثنين", ["d14", "d46 updated since"]),
    # What is no toll.
    ("أصيب المبنى بصاروخ", []),
    ("أصاب الصاروخ ثلاثة منازل", []),
    ("أصيبت أربع طائرات", []),
    ("إصابة الهدف بدقة", []),
    ("أطلق 12 صاروخا على القاعدة", []),
    ("شارك 200 جندي في التدريب", []),
    ("خطف 16 عاملا", []),
    ("نزح خمسون شخصا", []),
    ("قتل في 24 فبراير", []),
    ("قتل في عام 2016", []),
    ("قتل عند الساعة 8:30", []),
    ("قضى 12 عاما في السجن", []),
    ("الدفاع المدني أخمد الحريق", []),
    ("اعتقل ثلاثة أشخاص", []),
    ("لقي القرار ترحيبا", []),
    ("مقتل آمر اللواء الثاني عشر", ["d1"]),
    ("أصيب آمر اللواء 444 قتال", ["i1"]),
    ("", []),
    # Rarer words of death and injury.
    ("هلك سبعة جنود في الكمين", ["d7"]),
    ("إن ستة عمال، اثنان منهم أجنبيان، هلكوا في الحريق", ["d6", "d2 subset"]),
    ("فارق طفلان الحياة بعد ساعات", ["d2"]),
    ("فارق المنتخب دور المجموعات بعد أن خسر مرتين", []),
    ("لفظ اثنان من الجرحى أنفاسهما", ["d2"]),
    ("أبيدت أسرة من خمسة أفراد", ["d5"]),
    ("بترت ساق حارس", ["i1"]),
    ("تعرض حارس إلى حروق", ["i1"]),
    ("عالج المستوصف 14 حالة اختناق وسجل حالتي وفاة", ["i14"]),
    ("سجل المستشفى ثلاث حالات وفاة", ["d3"]),
    ("سجلت الوزارة ثلاث حالات طلاق", []),
    ("استهدفت المسيرة قياديين في سيارتهما وقتلتهما", ["d2"]),
    ("اشتبك الجيش مع أربعة مسلحين وقتلهم", ["d4"]),
    ("انتشلوا صيادا مصابا بكسور", ["i1"]),
    # On top of those told, and others with them.
    ("قتل أربعة من حراس المنشأة ومعهم سائقان", ["d6"]),
    ("قتل ثلاثة جنود، أحدهم برتبة رائد، ومعهم مدني", ["d4"]),
    ("استشهد الصحفي سامر حداد وزوجته ورضيعتهما", ["d3"]),
    ("أصيب سعوديان وهندي", ["i3"]),
    ("أصيب خمسة مسافرين سعوديين وعاملان هنديان وباكستانيا", ["i7"]),
    ("مقتل خمسة تجار وسائقين وثلاثة جنود", ["d8"]),
    (
        "قتل 50 شخصا بينهم 20 شرطيا و7 مدنيين والبقية من المسلحين",
        ["d27", "d20 subset", "d7 subset"],
    ),
    ("جرح طفلاها", ["i2"]),
    ("قُتل الشيخ سعيد ونجلاه", ["d3"]),
    ("استشهد ضابط وصف ضابط ومجندان", ["d4"]),
    ("قضت في القصف أم مع أولادها الأربعة", ["d5"]),
    ("قتل أم أصيب", []),
    ("الحصيلة: 16 قتيلا", ["d16"]),
    ("قتل صاحبه وزوجته وثلاثا من بناتهما وجرح جاران لهم", ["d5", "i2"]),
    ("اغتال مجهولون على دراجة نارية إمام مسجد وابنه", ["d2"]),
    ("وقال إن العدد صار ثلاثة عشر بعد وفاة مصابين", ["d13 updated"]),
    # Another source, a running number.
    ("أحصى المرصد 30 قتيلا والتلفزيون الرسمي 41", ["d30", "d41"]),
    ("ارتفع فيه عدد من لقوا حتفهم إلى ستين شخصا", ["d60 updated"]),
    ("توفي جندي رابع متأثرا بجراحه", ["d4 updated"]),
    ("قتل جندي رابع في هجوم منفصل", ["d1"]),
    # None.
    ("وأكد أن أحدا لم يقتل", ["dnone"]),
    ("من غير أن يخلف القصف ضحايا", ["dnone", "inone"]),
    ("وجميع أفراد الطاقم بخير", ["dnone hedged", "inone hedged"]),
]


@pytest.mark.parametrize(("text", "mentions"), ARABIC)
def test_arabic_sentences_give_the_tolls_they_tell(text: str, mentions: list[str]) -> None:
    assert [told(mention) for mention in find_tolls(folded(text))] == mentions


ENGLISH: list[tuple[str, list[str]]] = [
    (
        "The unrest, now in its sixth week, has cost the lives of at least 250 protesters",
        ["d250 since hedged"],
    ),
    ("The blast killed 12 people.", ["d12"]),
    ("The blast killed at least 12 people and wounded 40.", ["d12 hedged", "i40"]),
    ("killing at least 15 and wounding 40 others", ["d15 hedged", "i40"]),
    ("killing four and injuring seven", ["d4", "i7"]),
    ("A mortar round killed a shepherd.", ["d1"]),
    ("A mortar round killed two brothers and their mother.", ["d3"]),
    ("Twelve people were killed.", ["d12"]),
    ("Twelve people have been killed and 30 wounded.", ["d12", "i30"]),
    ("12 people were killed and 30 others were wounded", ["d12", "i30"]),
    ("Three soldiers and two civilians were killed.", ["d5"]),
    ("A soldier was killed.", ["d1"]),
    ("An officer was slightly wounded.", ["i1"]),
    ("A 14-year-old boy was killed.", ["d1"]),
    ("Seven soldiers died in the ambush.", ["d7"]),
    ("Seven Yemeni soldiers died in the ambush.", ["d7"]),
    ("three American soldiers were killed", ["d3"]),
    ("The attack left 12 dead.", ["d12"]),
    ("The attack left 21 people dead and 40 hurt.", ["d21", "i40"]),
    ("He counted 43 dead and 61 wounded.", ["d43", "i61"]),
    ("12 dead, 30 wounded in market blast", ["d12", "i30"]),
    ("The death toll rose to 31.", ["d31 updated"]),
    ("The toll rose to 31 from 12.", ["d31 updated", "d12 updated earlier"]),
    ("The ministry put the dead at 27.", ["d27"]),
    ("The number of wounded rose to 80.", ["i80 updated"]),
    ("The raid claimed 12 lives.", ["d12"]),
    ("It cost the lives of around 40 people.", ["d40 hedged"]),
    ("Twelve people, including three children, were killed.", ["d12", "d3 subset"]),
    ("It killed 12 people, including three children.", ["d12", "d3 subset"]),
    ("It killed 12 people, three of them children.", ["d12", "d3 subset"]),
    ("It killed four people, two fighters and two farmers.", ["d4", "d2 subset", "d2 subset"]),
    (
        "89 people had been killed, among them 31 women and five children, and 277 wounded",
        ["d89", "d31 subset", "d5 subset", "i277"],
    ),
    ("Fifty people, most of them pupils on an outing, were killed and 77 injured.", ["d50", "i77"]),
    (
        "Five people and four attackers were killed and ten civilians injured.",
        ["d5", "d4 attackers_own", "i10"],
    ),
    ("The attacker was killed.", ["d1 attackers_own"]),
    ("Three gunmen were killed by security forces.", ["d3 attackers_own"]),
    ("Two bombers killed 12 people.", ["d12"]),
    ("A gunman killed three worshippers.", ["d3"]),
    ("Gunmen killed nine labourers.", ["d9"]),
    ("One policeman was shot and injured.", ["i1"]),
    ("Three people suffered minor injuries.", ["i3"]),
    ("The clinic admitted 40 wounded people.", ["i40"]),
    ("Six commando fighters died.", ["d6"]),
    ("A Palestinian was shot dead.", ["d1"]),
    ("Troops shot and killed a 19-year-old Palestinian.", ["d1"]),
    ("The raid killed schoolteacher Adam Salim, 57.", ["d1"]),
    ("A gunman killed one of the guards.", ["d1"]),
    ("killing one of them and injuring four", ["d1", "i4"]),
    ("Two conscripts were killed and an officer wounded.", ["d2", "i1"]),
    ("At least 21 civilians were hacked to death.", ["d21 hedged"]),
    ("Between 17 and 20 people were killed.", ["d17"]),
    ("Five of the dead were children.", ["d5 subset"]),
    ("12 people, two of them gunmen, were killed", ["d10", "d2 subset attackers_own"]),
    ("It killed 12 people, including the attacker.", ["d11", "d1 subset attackers_own"]),
    ("No soldiers were hurt, a defence official said.", ["dnone hedged", "inone hedged"]),
    ("Three people were killed in the first attack since 2019.", ["d3"]),
    ("Since January, 300 people have been killed in the province.", ["d300 since"]),
    ("It killed 17, bringing the day's toll to 45.", ["d17", "d45 since"]),
    ("The toll was put at 7 but later rose to 9.", ["d7 earlier", "d9 updated"]),
    ("They tried to kill the governor.", []),
    ("It killed a commander along with two bodyguards.", ["d3"]),
    ("The insurgency has killed 30,000 people.", ["d30000 since"]),
    ("Dozens were killed.", ["d?"]),
    ("killing dozens and wounding hundreds", ["d?", "i?"]),
    ("Several civilians were wounded.", ["i?"]),
    ("Ten people were killed or wounded.", ["d? split", "i? split"]),
    ("More than 1,000 people have been killed since February.", ["d1000 since hedged"]),
    ("All 22 crew are safe, the agency said.", ["dnone hedged", "inone hedged"]),
    ("There were no casualties.", ["dnone", "inone"]),
    ("There were no immediate reports of casualties.", ["d?"]),
    ("It fell in a field without causing casualties.", ["dnone", "inone"]),
    ("No one was hurt.", ["dnone", "inone"]),
    ("No Americans were injured.", ["dnone hedged", "inone hedged"]),
    ("It hurt nobody.", ["dnone", "inone"]),
    ("There were no deaths.", ["dnone"]),
    ("The army denied any casualties.", ["dnone", "inone"]),
    ("All 22 crew members were unhurt.", ["dnone hedged", "inone hedged"]),
    ("A soldier was killed and another seriously wounded.", ["d1", "i1"]),
    ("Another 12 people were killed.", ["d12"]),
    ("A policeman and a passer-by died.", ["d2"]),
    ("An MP and his driver were gunned down.", ["d2"]),
    ("It caused the martyrdom of two constables.", ["d2"]),
    ("The clash left six militants and two security personnel dead.", ["d6", "d2"]),
    ("killing him and his bodyguard", ["d2"]),
    ("Five people in an Israeli strike were killed.", ["d5"]),
    ("An Israeli was stabbed and killed in Hebron.", ["d1"]),
    ("The toll of the twin bombings rose to 38.", ["d38 updated"]),
    ("Nobody was reported hurt.", ["dnone", "inone"]),
    ("At least 12 constables were martyred and 25 others injured.", ["d12 hedged", "i25"]),
    ("Forty people were treated for breathing problems.", ["i40"]),
    ("It wounded three soldiers, a local official said.", ["i3"]),
    ("It killed three soldiers, according to a police officer.", ["d3"]),
    ("The Syrian Observatory put the dead at seven.", ["d7"]),
    ("The Syrian was killed at home.", ["d1"]),
    ("Gunmen shot dead a judge, his wife and two guards.", ["d4"]),
    ("The drone killed a commander and two aides.", ["d3"]),
    ("It killed Abu Omar, a commander, along with two of his guards.", ["d3"]),
    ("A couple and their four children were killed.", ["d6"]),
    ("Both men died in hospital.", ["d2"]),
    ("The bodies of eight men were found.", ["d?", "d8"]),
    ("The blast claimed the lives of 17 people.", ["d17"]),
    (
        "It left 21 dead: 17 tourists, two officers and two of the gunmen.",
        ["d19", "d17 subset", "d2 subset", "d2 subset attackers_own"],
    ),
    ("3 dead, including gunman, in mall shooting", ["d2", "d1 subset attackers_own"]),
    (
        "He said three people had been wounded and later revised that to two.",
        ["i3 earlier", "i2 updated"],
    ),
    ("Two people died, raising the toll to 14.", ["d2", "d14 updated since"]),
    # What is no toll.
    ("Two drones were shot down.", []),
    ("They killed the engine.", []),
    ("Twelve rockets landed near the airport.", []),
    ("The army sent 200 soldiers.", []),
    ("Four houses were damaged.", []),
    ("He is 24 and lives in the town.", []),
    ("The strike killed him on Jan. 24.", []),
    ("Fourteen men were arrested.", []),
    ("Another 333 children are missing.", []),
    ("Shekau, 45, was not seen.", []),
    ("The dead zone is 12 kilometers wide.", []),
    # One person and those with him.
    ("A mother and her three sons died", ["d4"]),
    ("killing ten-year-old Amal as she slept", ["d1"]),
    ("killed farmer Ali Hamid, 61, and shepherd Omar Said, 19", ["d2"]),
    ("wounding three of their comrades as well as a passing schoolgirl", ["i4"]),
    ("killing nine traders and porters and two of the guards", ["d11"]),
    ("The driver, a woman of 30, was shot dead", ["d1"]),
    ("Army officer killed in Jenin raid", ["d1"]),
    ("the commander killed there by a drone", ["d1"]),
    ("A guard wounded on Monday has died in hospital", ["d1"]),
    ("killed two guards and hurt a third", ["d2", "i1"]),
    ("It hit a third house", []),
    ("six others, all civilians, were injured", ["i6"]),
    ("A fourth victim, a lorry driver, died in hospital", ["d4 updated"]),
    # Words of death and injury.
    ("Six conscripts fell at the post", ["d6"]),
    ("Six soldiers fell back to the river", []),
    ("Shares of three companies fell", []),
    ("Medics treated nine people", ["i9"]),
    ("A strike wiped out a family of six", ["d6"]),
    ("A porter was hit in the shoulder", ["i1"]),
    (
        "Two soldiers were killed and three others, including a captain, wounded",
        ["d2", "i3", "i1 subset"],
    ),
    # Who is counted with them.
    ("Eleven people, counting the bomber, died", ["d10", "d1 subset attackers_own"]),
    (
        "60 people died, including 20 guards and five civilians, while the rest were attackers",
        ["d25", "d20 subset", "d5 subset"],
    ),
    (
        "A bomber died first, so counting the four attackers 30 died",
        ["d1 attackers_own", "d4 subset attackers_own", "d26"],
    ),
    # What a toll stands at.
    ("A local official agreed that the dead were about sixty", ["d60 hedged"]),
    ("It put the dead at 20 in Tanta and at 12 in Zefta", ["d20", "d12"]),
    ("with eight dead and at least ten wounded", ["d8", "i10 hedged"]),
    # None.
    ("It caused zero casualties", ["dnone", "inone"]),
    ("All 20 crew members are safe", ["dnone hedged", "inone hedged"]),
]


@pytest.mark.parametrize(("text", "mentions"), ENGLISH)
def test_english_sentences_give_the_tolls_they_tell(text: str, mentions: list[str]) -> None:
    assert sorted(told(mention).split() for mention in find_tolls(folded(text))) == sorted(
        m.split() for m in mentions
    )


def test_hedges_widen_the_toll_and_the_figure_said_stays_the_best() -> None:
    (mention,) = find_tolls(folded("مقتل ما لا يقل عن 12 شخصا"))
    assert mention.toll is not None
    assert (mention.toll.low, mention.toll.best, mention.toll.high) == (12, 12, 15)


def test_the_span_of_the_noun_names_the_people() -> None:
    text = folded("مقتل ثلاثة جنود في الكمين")
    (mention,) = find_tolls(text)
    assert mention.of_whom is not None
    assert text[slice(*mention.of_whom)] == "جنود"
    assert text[mention.start : mention.end] == "ثلاثه جنود"


def test_a_militant_is_marked_and_left_to_the_reader_of_the_event() -> None:
    (mention,) = find_tolls(folded("مقتل 8 مسلحين في غارة جوية"))
    assert mention.militants
    assert not mention.attackers_own


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("وتبنى التنظيم العملية مدعيا مقتل أربعة عشر جنديا", True),
        ("وقالت الشرطة إن أربعة عشر جنديا قتلوا", False),
        ("A Taliban spokesman put the number of police killed at 20.", True),
        ("The group says it killed 20 soldiers.", True),
        ("The army said 20 soldiers were killed.", False),
        ("The group claimed the ambush that killed 20 soldiers.", False),
        ("ورجح طبيب ارتفاع عدد القتلى إلى سبعة", True),
    ],
)
def test_what_a_claimant_boasts_of_is_marked(text: str, claimed: bool) -> None:  # noqa: FBT001
    assert [mention.claimed for mention in find_tolls(folded(text))] == [claimed]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("قتل 16 طفلا. وقتل أيضا أربعة مدنيين", [False, True]),
        ("أصيب ستة عمال، كما أصيب خمسة من رجال الأمن", [False, True]),
        ("أطلقوا النار أيضا على قرية مجاورة ليلا ثم قتل فيها شخصان", [False]),
        ("The shell killed 3 people and 4 others were hurt.", [False, False]),
        ("Two more people died.", [True]),
    ],
)
def test_a_toll_on_top_of_another_is_marked(text: str, marks: list[bool]) -> None:
    assert [mention.more for mention in find_tolls(folded(text))] == marks


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("مقتل 17 شخصا في هجمات متفرقة", True),
        ("تفجيران أوقعا 47 قتيلا", True),
        ("Two bombings killed 43 people.", True),
        ("مقتل 17 شخصا في غارات على البلدة", False),
        ("وقع تفجيران. وقتل 10 أشخاص في تحطم طائرة", False),
        ("Bombers struck. A strike killed 43 people.", False),
    ],
)
def test_the_dead_of_several_attacks_are_marked(text: str, several: bool) -> None:  # noqa: FBT001
    assert [mention.several for mention in find_tolls(folded(text))] == [several]


def test_a_toll_knows_how_many_attackers_were_in_it() -> None:
    whole, _ = find_tolls(folded("قتيلان أحدهما المهاجم"))
    assert whole.less == 1


def test_each_sentence_is_read_by_itself() -> None:
    found = find_tolls(folded("قتل 3 جنود. وشارك 200 شخص في الجنازة."))
    assert [told(mention) for mention in found] == ["d3"]


_PIECES = st.sampled_from(
    listed(
        "مقتل قتل اصيب وجرح 5 12 ثلاثه جنود شخصا مدنيين جنديان بينهم طفل قتلي وجريح بين الي "
        "ارتفعت حصيله القتلي لقي مصرعهم دون اصابات لم "
        "killed wounded 12 people a soldier were dead and , . including three children toll rose "
        "to from no casualties عشرات اخرين نحو"
    )
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=80).map(" ".join)))
def test_any_text_yields_mentions_inside_it(text: str) -> None:
    search = folded(text)
    for mention in find_tolls(search):
        assert 0 <= mention.start < mention.end <= len(search)
        if mention.toll is not None:
            assert 0 <= mention.toll.low <= mention.toll.best <= mention.toll.high


def test_a_megabyte_without_a_full_stop_is_read_in_bounds() -> None:
    assert len(find_tolls("قتل 5 اشخاص و" * 80_000)) <= 400


def test_a_figure_that_others_do_not_bear_out_is_marked_as_a_claim() -> None:
    text = "Two were hurt. An officer spoke of 30 wounded, a number that hospitals do not confirm."
    assert [mention.claimed for mention in find_tolls(folded(text))] == [False, True]


def test_lives_that_a_blast_claimed_are_no_claim() -> None:
    (mention,) = find_tolls(folded("The blast claimed four lives."))
    assert not mention.claimed


def test_armed_people_who_are_called_terrorists_are_militants() -> None:
    (mention,) = find_tolls(folded('إن عشرين "عنصرا إرهابيا" لقوا مصرعهم'))
    assert mention.militants


def test_two_tolls_with_an_attack_each_are_not_added() -> None:
    text = "مقتل 9 مدنيين في غارة على مخيم ومقتل 20 جنديا في كمين"
    assert [mention.more for mention in find_tolls(folded(text))] == [False, False]


def test_an_age_with_a_hedge_is_no_toll() -> None:
    for text in ("killed a man of about 70 in the station", "a woman aged around 60 was killed"):
        tolls = [m.toll.best for m in find_tolls(folded(text)) if m.toll is not None]
        assert tolls == [1]


def test_who_fell_with_somebody_falls_beside_him() -> None:
    for text, dead in (
        ("Abu Ali was killed with his wife in a strike", 2),
        ("he was shot dead along with two bodyguards in Aden", 3),
    ):
        (mention,) = find_tolls(folded(text))
        assert mention.toll is not None
        assert mention.toll.best == dead


def test_who_died_with_him_comes_on_top() -> None:
    mentions = find_tolls(folded("قتل القيادي أبو عمر في غارة، وقضى معه أربعة آخرون"))
    assert [m.more for m in mentions] == [False, True]
