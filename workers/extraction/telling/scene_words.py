"""Words beside an attack: which places are not its own, which attack a clause speaks of.

Place in the flow: under scenes. Patterns over folded text, newswire Arabic and English.
"""

import re
from typing import Final

from workers.text.patterns import Pattern

CLAUSE_END: Final = re.compile(r"[.؛;:!?؟\n]")
"""What ends a sentence, or a part of it that stands by itself."""

# What stands before the place that something was fired from ("from its positions in X at Y").
LAUNCHED_FROM: Final = Pattern(
    r"\bمن (?:مواقع|قواعد|قاعده|مناطق|منصه|منصات|مرابض|ثكن|معسكر|داخل|جهه|اتجاه|اراضي|مزارع|معاقل|"
    r"اماكن|مكان)\w{0,4}(?: \w+){0,3}? (?:في|ب|داخل|قرب) ?$"
    r"|\bمن (?:فوق|اجواء|جهه البحر|جهه) (?:ال)?(?:بحر |اجواء |مياه )?(?:ال)?$"
    r"|\bمن داخل (?:ال)?اراضي\w{0,3}(?: \w+)?\W{0,3}$"
    r"|\b(?:اطلق\w*|اطلاق\w*|صاروخ\w*|صواريخ)\b[^.؛:\n]{0,60} من (?:داخل )?(?:ال)?"
    r"(?:اراضي|ارض|مناطق)(?: \w+)?\W{0,3}$"
    r"|\bfrom (?:its |their |his )?(?:positions?|bases?|sites?|launchers?|territory|inside|within|"
    r"areas?|strongholds?)(?: \w+){0,3}? ?(?:in|at|on|near|of|around)? $"
)
# What stands before the place that something is fired at. Not "on the way to".
AIMED_AT: Final = Pattern(
    r"\b(?:صاروخ\w*|صواريخ\w*|قذيف\w*|قذايف\w*|قذف\w*|مقذوف\w*|مسير\w*|طايره|طايرات|النار|نيران\w*|"
    r"رصاص\w*|باليستي\w*|اطلقت?\w{0,3}|اطلاق\w*)\b[^.:؛\n]{0,60} (?:باتجاه|تجاه|صوب|نحو|الي|علي) "
    r"?(?:مدينه|اراضي|الاراضي|مناطق|منطقه|بلده|محافظه)? ?$"
    r"|\b(?:missiles?|rockets?|shells?|drones?|fired?|launch\w*)\b[^.:;\n]{0,60} "
    r"(?:towards?|at|into|to) (?:the )?$"
)
# What flies over a place does not hit it there. Not "shot down over", "exploded over".
FLYING_OVER: Final = Pattern(
    r"\b[وف]?(?:تحلق|تحليق\w*|حلق|حلقت|يحلق|طاير\w*|مسير\w*|الهويه|استطلاع)(?: \w+){0,3}? فوق"
    r"(?: \w+)? ?$"
    r"|\b(?:fl(?:y|ew|ies|ying)|hover(?:ed|ing)|circl(?:ed|ing)|buzzing)(?: \w+){0,3}? over $"
)
# Where somebody sits who speaks or is spoken of ("a war monitor based in Britain").
BASED_IN: Final = Pattern(
    r"\b(?:ومقره|ومقرها|مقره|مقرها|يتخذ من|تتخذ من|المتمركز\w*)(?: في)?(?: \w+)? ?$"
    r"|\b(?:based|headquartered|seated) (?:in|at|near) $"
)
# Where something else happened that the clause only recalls or compares ("since the fall of X").
RECALLED_AT: Final = Pattern(
    r"\b(?:منذ|بعد|قبل|عقب) (?:سقوط|هزيمه|انهيار|استعاده|طرد\w*|اخراج\w*|خساره|خسارت\w+|"
    r"دحر\w*|معركه|معارك)"
    r"[^،.:؛]{0,30}$"
    r"|\b(?:علي غرار|مثلما|اسوه|مقارنه|شبيه\w*|كما (?:حدث|جري|حصل|هو الحال|كان الحال))"
    r"[^،.:؛]{0,20}$"
    r"|\b(?:since|after|before) (?:the )?(?:fall|defeat|collapse|recapture|loss|battles?|capture)"
    r"[^,.:;]{0,25}$"
    r"|\b(?:like|as|unlike|similar to(?: \w+){0,3}?) (?:in|at|happened in) $"
)
# Where the dead and wounded were brought.
TAKEN_TO: Final = Pattern(
    r"\b(?:نقل\w*|اسعف\w*|شيع\w*|تشييع\w*|دفن\w*|ووري\w*|اجلي\w*)(?: \w+){0,4}? (?:الي|في)"
    r"(?: (?:ال)?(?:مستشفي|مشفي|مستشفيات|مشافي|مقبره)\w*)?(?: \w+){0,2} ?$"
    r"|\bو?(?:وصول|وصل\w{0,2}|استقبل\w{0,2})(?: \w+){0,6}? (?:مستشفي|مشفي|مستشفيات|مشافي)\w*"
    r"(?: \w+){0,3} ?(?:في )?$"
    r"|\b(?:taken|rushed|moved|transferred|evacuated|airlifted|flown|buried)(?: \w+){0,4}? "
    r"(?:to|in|at)(?: a| the)?(?: hospitals?| clinics?)?(?: in| at)? $"
)
# Where troops advance to. Not where drones head for.
MOVED_TO: Final = Pattern(
    r"\b[وف]?(?:ال)?(?:تقدم|يتقدم|تتقدم|تقدما|زحف|يزحف|تزحف)\w{0,2}"
    r"(?: \w+){0,5}? (?:باتجاه|في اتجاه|نحو|صوب|تجاه|الي)(?: مدينه| مطار| ميناء| محافظه| مركز)? ?$"
    r"|\b(?:advanc(?:e|es|ed|ing)|march(?:ed|ing)?|push(?:ed|ing)?)"
    r"(?: \w+){0,4}? (?:to|towards?|into) (?:the )?$"
    r"|\b[وف]?(?:اقتاد|قطر|سحب|جر|حول مسار)(?:ت|وا)?\w{0,3}(?: \w+){0,4}? (?:الي|نحو|صوب|باتجاه)"
    r"(?: (?:ال)?(?:ميناء|مدينه|سواحل|ساحل|شواطي|مياه|مرسي|قاعده))? ?(?:ال)?$"
    r"|\b(?:steer|divert|escort|tow|tak(?:e|es|ing)|took|led|forc)\w*"
    r" (?:it|her|them|the (?:\w+ )?(?:ship|vessel|tanker|boat|crew)s?)"
    r"(?: and its crew)? (?:to|towards?|into) (?:the )?(?:(?:port|coast|waters) (?:city )?of )?$"
)
# Where those were beaten or driven out for whose sake somebody strikes elsewhere.
BEATEN_IN: Final = Pattern(
    r"\b(?:ال)?(?:مهزوم|منهزم|مندحر|منهار|متقهقر)\w{0,2} (?:في|من)(?: \w+){0,2} ?$"
    r"|\b(?:defeated|beaten|routed) (?:\w+ )?in (?:\w+ and )?$"
)
# What goods and ships pass through on their way. Not "abducted on their way through X".
THROUGH: Final = Pattern(
    r"\b\w*(?:صادر\w+|تصدير\w*|شحن\w*|نفط\w*|ملاح\w*|سفن|سفينه|ناقلات|بضايع|تجار\w+|امدادات|تمر|يمر|المار\w*)\b"
    r"[^.،؛\n]{0,40} (?:عبر|من خلال)(?: مضيق| قناه| ميناء| ممر)? ?$"
    r"|\b(?:pass\w*|transit\w*|shipments?|shipping|sail\w*|exports?|cargo|oil) "
    r"(?:\w+ ){0,2}(?:via|through)(?: the)? $"
)
# The place of an attack that somebody is linked to or tried for ("على صلة بهجوم الإسكندرية").
LINKED_TO: Final = Pattern(
    r"\b\w{0,3}(?:صل[هت]\w{0,3}|علاق[هت]\w{0,3}|متورط\w*|تورط\w*|ضالع\w*|ضلوع\w*|منفذ\w*|مدبر\w*|مشتبه\w*|متهم\w*|"
    r"محاكمه)(?: \w+){0,2} (?:ب|ال|في |عن )?"
    r"(?:هجوم|هجمات|تفجير\w*|اعتداء\w*|حادث|عمليه|انفجار|مجزره)(?: \w+)? ?$"
    r"|\b(?:linked|tied|connected|suspects?|charged|tried|convicted|wanted) (?:\w+ ){0,3}"
    r"(?:to|in|with|over|for|of) (?:the |a )?$"
)
# Where something was signed or talks are held, of which an attack is said to break the terms; where
# somebody has an office; what is quiet.
NAMED_AFTER: Final = Pattern(
    r"\b\w{0,3}(?:اتفاقي(?:ه|ات|تي)|معاهد(?:ه|ات)|محادثات|مفاوضات|مباحثات|مسار|موتمر|بروتوكول|قمه)"
    r"(?: (?:السلام|الامن|الهدنه))? (?:في |ب)?$"
    r"|\b(?:مع|قبيل|عشيه|لحضور|حضور|انعقاد|عقد|هامش) (?:ال)?(?:اجتماع\w*|جلسه|موتمر|قمه|منتدي)"
    r"(?: [^\s.،؛]+){0,4} (?:في |ب)$"
    r"|\b[يت]شغل (?:\w+ )?منصب (?:[^\s،.؛]+ ){1,6}في $"
    r"|\b(?:هدوء|الهدوء)(?: \w+){0,2} (?:علي|في) $"
    r"|\b(?:conventions?|accords?|treat(?:y|ies)|talks|conference|summit|protocols?) (?:of|in|at) $"
)
# The hospital of a town where somebody counts the dead: the attack was elsewhere. Not "the
# hospital of the town was shelled".
OF_HOSPITAL: Final = Pattern(
    r"\b(?:مدير\w*|طبيب\w*|اطباء|ممرض\w*|مصدر طبي|مصادر طبيه|طاقم|كوادر|استقبل\w*|وصل\w*|وصول)"
    r"(?: \w+){0,4}? (?:مستشفي|مشفي|مستشفيات|مشافي)\w*(?: \w+){0,4}? ?(?:في |ب)?$"
    r"|\bالي (?:ال)?(?:مستشفيات|مشافي)(?: \w+){0,3}? ?(?:في |ب)?$"
    r"|\b(?:doctors?|nurses?|medics?|directors?|sources?|officials?|surgeons?) (?:at|in|from|of) "
    r"(?:\w+ ){0,4}?(?:hospitals?|clinics?|morgue) (?:in|of) (?:\w+ )?$"
    r"|\b(?:arriv\w+ (?:at|in)|(?:brought|taken|rushed|moved|transferred|evacuated) to|reached|"
    r"flooded(?: into)?|overwhelmed) (?:\w+ ){0,2}?hospitals (?:in|of|across) (?:the (?:\w+ )?)?$"
)
# Where an official sits who tells of it: the attack was mostly elsewhere.
TOLD_IN: Final = Pattern(
    r"\b(?:قال\w?|ذكر\w?|افاد\w?|صرح\w?|اوضح\w?|اكد\w?|اعلن\w?|بحسب|وفق|حسب|لفت|اضاف\w?|ابلغ\w?)"
    r"(?: \w+){0,2}? (?:ال)?(?:مسوول\w*|نايب|ضابط|متحدث|ناطق|حاكم|قايد|طبيب|قايمقام|عمده|والي)"
    r"(?: (?!ان |عن )\w+){0,3}? (?:في |ب)(?:مدينه |بلده )?$"
    r"|\b(?:said|told (?:reporters|journalists|\w+)|messages? to (?:reporters|journalists)"
    r"|according to (?:\w+ ){1,4}) ?in $"
)
# The same before "said".
SPEAKER_IN: Final = Pattern(
    r"\b(?:officials?|officers?|lawmakers?|spokes\w+|commanders?|governors?|mayors?|chiefs?|sources?|"
    r"doctors?|medics?|elders?|envoys?|diplomats?|commands?|missions?|authorities|offices?|police|"
    r"residents|villagers|volunteers|activists|witnesses|rescuers|locals) "
    r"(?:\w+ )?in (?:the (?:town|city) of )?$"
)
SAID: Final = re.compile(r",? (?:later )?(?:said|told|confirmed|reported|added|put)\b")
# A place told before: its noun, and a word that says so. Not "the same source", "the said
# minister".
SAME_PLACE: Final = Pattern(
    r"\b(?:القاعده|قاعده|القريه|البلده|المدينه|الموقع|المطار|المعسكر|الحقل|المنطقه|المنشاه|"
    r"المكان|الحي|المخيم|السوق|الثكنه|الهجوم|الضربه|الغاره|العمليه|التفجير|القصف|الانفجار) "
    r"(?:العسكريه |الجويه |العسكري )?(?:ذاتها|نفسها|ذاته|نفسه|المذكوره|المذكور|عينها|عينه)\b"
    r"|\b(?:في|ب|علي) ?(?:ذات|نفس) (?:القاعده|القريه|البلده|المدينه|الموقع|المطار|المعسكر|الحقل|"
    r"المنطقه|المكان|الحي|المخيم|السوق|الثكنه|المديريه|المحافظه|الجبهه)\b"
    r"|\bthe same (?:military |air )?(?:base|village|town|city|airport|"
    r"airfield|camp|field|area|site|place|compound|market|district|attack|strike|raid|blast)\b"
)
# Another attack than the one told before. Not "another source", "a second time".
ANOTHER: Final = Pattern(
    r"\b[وف]?(?:في|ب)?\s?(?:حادث|حادثه|هجوم|اعتداء|غاره|عمليه|واقعه|ضربه|قصف|كمين|انفجار|تفجير|"
    r"استهداف|اشتباك|خبر|تطور|سياق)"
    r"(?: \w+){0,2} (?:اخر|اخري|منفصل|منفصله|مماثل|مماثله|مشابه|مشابهه|مستقل|مستقله)\b"
    r"|\b(?:هجوما|قصفا|انفجارا|تفجيرا|اعتداء|كمينا|استهدافا)(?: \w+){0,2} (?:اخر|منفصلا|مماثلا|"
    r"مشابها)\b"
    r"|\b(?:in|to) (?:a|another) (?:separate|different|similar|unrelated) (?:\w+ )?"
    r"(?:attack|incident|strike|raid|ambush|bombing|shooting|case|explosion|blast|assault|"
    r"clash)\b"
    r"|\bin another (?:\w+ )?(?:attack|incident|strike|raid|ambush|bombing|shooting|explosion|"
    r"blast|assault|clash)\b"
    r"|\bin other (?:news|developments|incidents|violence)\b"
    r"|\banother (?:\w+ )?(?:attack|strike|raid|ambush|bombing|shooting) (?:\w+ )?"
    r"(?:hit|struck|targeted|killed|wounded|in|on|near|at)\b"
)
# One more attack, at a place of its own. Not the second bomb at the same gate.
ONE_MORE: Final = Pattern(
    r"\b(?:a|an|the)? ?(?:second|third|fourth|another) (?:\w+ )?(?:attack|blast|bomb|bombing|"
    r"explosion|strike|raid|ambush|assault|missile|rocket|drone|barrage|salvo)\b"
    r"|\b(?:صاروخ|صاروخا|مسيره|طايره|قذيفه|رشقه|عبوه|سياره|انتحاري|هجوم|غاره|انفجار)(?: \w+){0,2} "
    r"(?:اخر|اخري|ثان|ثانيا|ثانيه|ثالث|ثالثا|ثالثه|رابع|رابعه)\b"
    r"|\b(?:مجددا|من جديد|مره اخري|once again|once more|anew)\b"
)
# Words that open the telling of what came before or after the attack just told, on its day. Not
# "hours later the group said that it had fired": that speaks of the one told.
IN_SEQUENCE: Final = Pattern(
    r"\W{0,2}[وف]?(?:قبل ذلك|قبلها|بعد ذلك|بعدها|سبق ذلك|سبقه|سبقها|تلا ذلك|عقب ذلك|اعقب ذلك) ?"
    r"(?:ب(?:ساعه|ساعات|ساعتين|دقايق|وقت قصير|قليل|نصف ساعه|نحو ساعه)|مباشره)\b"
    r"|\W{0,2}[وف]?(?:قبل|بعد) (?:اقل من |اكثر من |نحو |قرابه |حوالي |زهاء )?"
    r"(?:(?:\d+|ثلاث|اربع|خمس|ست|سبع|ثماني|تسع|عشر|بضع|عده) )?"
    r"(?:ساعات|ساعه|ساعتين|دقايق|نصف ساعه|ربع ساعه)"
    r"(?: (?:قليله|فقط|من ذلك|معدوده|تقريبا))?\b(?! من| علي)"
    r"|\W{0,2}[وف]?(?:(?:لم|لا) (?:تمض|تمضي|تكد تمضي|تمر)|ما هي) (?:سوي |الا )?(?:بضع |عده )?"
    r"(?:ساعات|ساعه|ساعتان|دقايق|لحظات)\b[^.؛\n]{0,40}? حتي\b"
    r"|\W{0,2}[وف]?في وقت (?:سابق|لاحق|مبكر|متاخر)(?: من)?(?: (?:ال)?(?:يوم|نهار|ليل|صباح)\w*)?\b"
    r"|\W{0,2}(?:(?:about|some|nearly|roughly|around|just|barely|less than|a few) )?(?:\w+ )?"
    r"(?:an hour|hours|minutes|half an hour) (?:earlier|later|before that|afterwards)\b"
    r"|\W{0,2}(?:earlier|later) (?:in the day|that (?:day|morning|night)|(?:on )?\w+day)\b"
)
# A sentence that goes on about somebody told before ("it killed him", "he was shot"): what it tells
# is as old as the sentence before it.
OF_ONE_TOLD: Final = Pattern(
    r"\W{0,2}(?:وقد |ولقد |و|ف)?(?:قتل|اغتال|استهدف|قصف|اعدم|هاجم|اختطف|خطف|اصاب|اردت|صفت)"
    r"(?:ت|وا|ا)?(?:ه|ها|هم|هن|هما)\b"
    r"|\W{0,2}(?:he|she|they) (?:was|were|had been) (?:\w+ )?"
    r"(?:killed|shot|assassinated|slain|hit|abducted|wounded)\b"
)
# A clause about "the dead" or "the victims": they are those of the attack told.
OF_THE_DEAD: Final = Pattern(
    r"\b(?:القتلي|الضحايا|القتيلين|القتيل|الجرحي) (?:ال\w+ )?"
    r"(?:سقط|سقطوا|قتلوا|قتل|قضوا|قضي|لقوا|لقي|هم|كانوا|كان)\b"
    r"|\bمن (?:بين )?(?:القتلي|الضحايا)\b"
    r"|\b(?:of|among) the (?:dead|victims|casualties)\b|\bthe (?:dead|victims) (?:were|had|died)\b"
)
# What is told from the attack before: its reply, the day before or after it.
COUNTS_ON: Final = Pattern(
    r"\b[وف]?(?:اعقب|اعقبت|تلا|تلت|سبق|سبقت) (?:تلك|هذه|ذلك|هذا) ال\w+ (?:ب\w+ )?(?!ب)"
    r"|"
    r"\b(?:سبقتها|سبقته|سبقها|سبقه|تلتها|تلته|تلاها|تلاه|قبلها|قبله|بعدها|بعده|اعقبتها|اعقبته|اعقبها|"
    r"اعقبه) (?:ب(?:يوم|يومين|ليله|ساعات|ايام|اسبوع|اسبوعين|شهر)\b)"
    r"|\bو?(?:ردت|رد|ردا|وردا) (?:\w+ ){0,4}?(?:علي ذلك|عليه|عليها|عليهم|يومها|حينها|انذاك)\b"
    r"|\b(?:answered|avenged) (?:it|that|this)\b"
    r"|\bin (?:retaliation|response|reply),? (?!for\b|to\b)"
    r"|\b(?:the )?(?:day|night|week) before that\b"
)
# Attacks counted over a time: a campaign's figures, not an attack. "3 strikes within an hour" is
# none.
TALLY: Final = Pattern(
    r"\b[لبو]?(?:\d+|عشرات|مئات|مييات|(?:ثلاث|اربع|"
    r"خمس|ست|سبع|ثماني|تسع|عشر|عشرين|ثلاثين|اربعين|خمسين)\w{0,2}(?: عشر\w?)?) "
    r"(?:هجوم|هجمات|عمليه|عمليات|غاره|غارات|ضربه|ضربات|تفجير|اعتداء|خرق|استهداف)\w{0,3}\b.{0,60}?"
    r"\b(?:خلال|في غضون|منذ|علي مدي|علي مدار) (?:ال)?(?:اسبوع|اسابيع|شهر|اشهر|عام|"
    r"سنه|سنوات|فتره|ايام|بدايه|مطلع|بدء|اندلاع|\w+ اسابيع|\w+ اشهر)"
    r"|\b(?:\d+|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|thirteen|dozens of|scores of|hundreds of) "
    r"(?:\w+ ){0,2}?(?:attacks|strikes|raids|bombings|incidents|assaults)\b.{0,60}?"
    r"\b(?:(?:in|over|during|within|since|for) (?:the |a |one )?(?:past |last |recent )?(?:\w+ )?"
    r"(?:weeks?|months?|years?|period|beginning|start)|(?:last|this) (?:week|month|year))\b"
    r"|\b(?:attacks|strikes|raids|bombings|ambushes|killings) have (?:\w+ )?(?:risen|increased|"
    r"multiplied|doubled|tripled|surged|grown|intensified|become)\b"
    r"|\b(?:ارتفع|ازداد|تزايد|تضاعف|تراجع|انخفض)(?:ت)? (?:عدد |وتيره |نسبه )?(?:ال)?"
    r"(?:هجمات|غارات|عمليات|تفجيرات|ضربات|اغتيالات)\b"
    r"|\b(?:has|have) been (?:\w+ )?(?:fighting|battling|waging|attacking|targeting|shelling|"
    r"bombing|besieging)\b(?![^.;\n]{0,80}\b(?:since (?:early |late )?(?:dawn|morning|midnight|"
    r"\w+day)|for hours|overnight|all (?:day|night)))"
    r"|\b(?:has|have) (?:killed|left|displaced|claimed (?:\w+ ){1,4}lives)\b[^.;\n]{3,90}\bsince\b"
    # The same, with the time first ("since the year began ... killed in 38 strikes").
    r"|\b(?:منذ|خلال|طوال|طيله|علي مدي|علي مدار) (?:بدايه |مطلع |بدء |اول )?(?:ال)?"
    r"(?:عام|سنه|شهر|اسبوع|اشهر|اسابيع|سنوات|\w+ اشهر|\w+ اسابيع)\b[^.؛\n]{0,90}?"
    r"\b(?:في|عبر|ب|ل|بلغ\w*|نفذ\w*|شن\w*|سجل\w*|وثق\w*|احصي\w*|رصد\w*|تعرض\w* ل?) ?"
    r"(?:اكثر من |نحو |ما لا يقل عن |حوالي )?\d+ (?:ضربه|هجوم|هجوما|هجمات|غاره|غارات|عمليه|"
    r"استهداف|استهدافا|تفجير|تفجيرا|خرقا)\b"
)
_LONG = (
    r"منذ (?:نحو |حوالي |قرابه |اكثر من |عده |بضعه |\d+ )?"
    r"(?:شهرين|اشهر|شهور|عام|عامين|اعوام|سنه|سنتين|سنوات)\b"
)
# What goes on for months and years: a campaign. Not "killed in a town that has seen fighting for
# months".
GOING_ON_OPENS: Final = Pattern(r"\W{0,2}و?" + _LONG + r" [تي]\w+")
GOING_ON: Final = Pattern(
    r"(?<!التي )(?<!الذي )(?<!حيث )\b[وف]?[تي]"
    r"(?:شن|نفذ|قصف|قود|خوض|واصل|تواصل|حاصر|هاجم|ستهدف|تعرض|دور)\w{0,3} (?:[^\s،.؛]+ ){0,5}?"
    + _LONG
    + r"[^،.؛\n]{0,30}?\b(?:ل|ب)?(?:ال)?"
    r"(?:هجوم|هجمات|عمليه|عمليات|حمله|غارات|قصف|معارك|حرب|ضربات)"
)
# A war that is only named ("the fighting that has raged there for months").
RAGING: Final = Pattern(
    r"\b(?:ال)?(?:معارك|مواجهات|اشتباكات|قتال|حرب|قصف|غارات|هجمات|نزاع|صراع)\w{0,2} (?:\w+ )?"
    r"(?:ال)?(?:مشتعل|داير|مستمر|متواصل|مندلع|محتدم|جاري)\w{0,2} (?:[^\s،.؛]+ ){0,5}?" + _LONG
)
# Words that turn from the attack told to another one. Not "on the other hand, he said".
TURN: Final = Pattern(
    r"\W{0,2}[وف]?(?:(?:في|علي) (?:ال)?(?:سياق|صعيد|اطار|شان)(?: (?:متصل|اخر|ذاته|نفسه|الميداني|"
    r"ميداني|منفصل|مواز))?|من (?:جهه|ناحيه|جانب)(?: \w+)? (?:اخري|ثانيه|اخر)|"
    r"من (?:جهته|جهتها|جانبه|جانبها)|"
    r"الي ذلك|اما|كما|كذلك|ايضا|هذا و|في غضون ذلك|في الاثناء|في هذه الاثناء|في المقابل|بالمقابل|"
    r"في موازاه ذلك|بموازاه ذلك|بالتوازي|بالتزامن|بالتزامن مع ذلك|تزامنا|في الوقت (?:نفسه|ذاته)|"
    r"في تطور \w+|من ثم|علي الارض|ميدانيا|(?:علي|في) الجانب ال\w+)\b"
    r"|\W{0,2}(?:[01]?\d|2[0-3])[:.][0-5]\d\b"
    r"|\W{0,2}(?:meanwhile|separately|elsewhere|in (?:the )?meantime|in a separate|in another|also|"
    r"at the same time|on another front|in parallel|further (?:north|south|east|west)|"
    r"in neighbou?ring|across the (?:border|frontier|country)|over the border|"
    r"in other (?:violence|incidents|attacks|unrest|fighting))\b"
    r"|\W{0,2}(?:the )?[\w'-]+(?: [\w'-]+)?, (?:meanwhile|for its part|in turn)\b"
)
# What a clause says of an attack that came after the one told.
THEN: Final = Pattern(
    r"\b(?:عقب|اثر|بعد) ذلك\b|\b(?:عقبها|بعدها|لاحقا)\b|(?:^|[،.] ?)و?ثم (?:قامت |قام )?"
    r"(?:ضرب|قصف|استهدف|اغار|شن|دمر)\w*|\b(?:then|later|afterwards|subsequently)\b"
)
# What the attack has nothing to do with ("unrelated to Homs").
UNRELATED: Final = Pattern(
    r"\b(?:unrelated to|no link to|nothing to do with) $"
    r"|\b(?:لا علاقه له ب|لا صله له ب|بمعزل عن) ?$"
)
# What an attack that was told is the worst of ("it was the deadliest in the city").
WORST_OF: Final = Pattern(
    r"\b(?:is|was|were|been|among|as|marks?|marked) (?:one of )?(?:the |its )?"
    r"(?:(?:second|third|fourth|fifth|single) )?"
    r"(?:deadliest|bloodiest|worst|biggest|largest|heaviest|boldest|most \w+)"
    r"(?: (?!since|after)[\w'’-]+){0,4} (?:in|on|against) (?:the )?$"
    r"|\b(?:هو|هي|هذا|هذه|يعد|تعد|يعتبر|تعتبر|كان|كانت)(?: [^\s.،؛]+){0,3} (?:من )?(?:بين )?(?:ال)?"
    r"(?:اكثر\w*|اعنف\w*|اسوا\w*|اكبر\w*|اشد\w*|اضخم\w*)"
    r"(?: (?!منذ)[^\s.،؛]+){0,3} (?:في|علي) (?:ال)?$"
)
NOT_STRUCK = (
    LAUNCHED_FROM, FLYING_OVER, BASED_IN, RECALLED_AT, TAKEN_TO, MOVED_TO, BEATEN_IN, THROUGH,
    NAMED_AFTER, LINKED_TO, UNRELATED, WORST_OF,
)  # fmt: skip
"""What stands right before a place that the attack of its clause did not hit."""
# For whose sake or in answer to what an attack was made: places named behind are the cause's. Not
# "a raid in response to the shelling of X", which tells of two attacks.
CAUSED_BY: Final = Pattern(
    r"\b(?:ردا علي|انتقاما|ثارا|نصره|اسنادا|دعما|تضامنا|انتصارا|احتجاجا|تنديدا)\b"
    r"|\b(?:in (?:response|retaliation|reply|solidarity|revenge|support|protest)|unrelated to)\b"
)
# Somebody's past, told of him who was hit or spoke: no news of the battles that he fought in.
# Troops that fought "fierce battles", jets that took part are the news.
HIS_PAST: Final = Pattern(
    r"\b(?:قتل|قتلت|قتلوا|استشهد|قضي|قضت|سقط|لقي حتفه) وه[ويم] (?:كان )?[يت]\w+\b"
    r"|\b[وف]?(?:شارك|شاركت|شاركوا|قاتل|قاتلت|قاتلوا|مشاركته|مشاركتها|مشاركتهم) "
    r"(?!(?:ال)?(?:طاير\w*|مقاتلات|مروحي\w*|قوات|قوه|مدفعي\w*|وحدات|الويه|بوارج|سفن)\b)"
    r"(?:\w+ ){0,5}?(?:في |ب)?(?:ال)?(?:معارك|معركه|حرب|حروب|جبهات|عمليات|القتال)\b"
    r"|\b[وف]?(?:خاض|خاضت|خاضوا) (?:\w+ ){0,5}?(?:في |ب)?(?:ال)?"
    r"(?:معارك|معركه|حرب|حروب|جبهات|عمليات|القتال)\b"
    r"(?! (?:مع|ضد|(?:عنيف|شرس|ضاري|طاحن|قوي|دامي|حامي|متقطع|متفرق|كر)\w*)\b)"
    r"|\b(?:took part|participated|fought|served|had fought|veteran|veterans) "
    r"(?:\w+ ){0,4}?(?:in|of|at) the (?:\w+ ){0,2}?(?:battles?|wars?|fighting|campaigns?|siege)\b"
)
# What compares the attack told with others: days behind it are theirs ("the second in a week").
COMPARES: Final = Pattern(
    r"\b[وف]?(?:هو|هي|هذا هو|هذه هي|يعد|تعد|يعتبر|تعتبر)(?: (?:هذا|هذه))?(?: (?:ال\w+|\w+))?? "
    r"(?:ال)?(?:ثاني|ثانيه|ثالث|ثالثه|رابع|رابعه|خامس|خامسه|اول|اولي|اكبر|اعنف|اسوا|احدث|اخر)\b"
    r"|\b(?:اول|اعنف|اسوا|اكبر|ثاني|ثالث|اخطر) [^.،؛\n]{3,50} منذ (?:انطلاق|بدء|بدايه|اندلاع|اطلاق|"
    r"توقيع|اعلان|تولي|سقوط|انتخاب|تحرير|رحيل)\b[^.،؛\n]{0,40} "
    r"(?:في|مطلع|منتصف|اواخر|اوايل) (?:منتصف |مطلع |اواخر |اوايل )?$"
    r"|\b(?:the|its|their) (?:first|second|third|fourth|fifth|latest|deadliest|worst|biggest|"
    r"largest|bloodiest)\b(?! (?:of|day|night|hours?|floor|time zone))"
)
# What people, police and states do after an attack, on a day that need not be its own (English).
REACTED: Final = Pattern(
    r"\b(?:declar\w+|impos\w+|clos(?:ed|es)|shut|deploy\w*|tighten\w*|step(?:ped|s) up|order\w*|"
    r"mourn\w*|bur(?:ied|ies|ying)|summon\w*|recall(?:ed|s)|suspend\w*|cancel\w*|evacuat\w+|"
    r"put|raised|alert|hunt\w*|search\w*|comb(?:ed|ing)|arrest\w*|detain\w*|rall(?:y|ied|ies)|"
    r"march\w*|protest\w*|gather\w*|vow\w*|urged|called|fled|funerals?|curfew|mourning)\b"
)
BEHIND: Final = Pattern(
    r"(?<!\bday )(?<!\bdays )(?<!\bnight )(?<!\bweek )(?<!\bhours )\b(?:after|following)\b"
)
# What became of the town then, behind an attack on it ("in Mosul, which IS seized in 2014").
OF_THE_TOWN: Final = Pattern(
    r"\b(?:التي|الذي) (?:كان\w* )?(?:قد )?(?:استعاد|سيطر|حرر|احتل|خضع|انسحب|استول|[تي]خضع)"
    r"[^.،؛\n]{0,50}$"
    r"|\b(?:which|that|where)\b[^.,;\n]{0,30}\b(?:seized|captured|recaptured|retook|retaken|"
    r"liberated|annexed|overran|took control)\b[^.,;\n]{0,40}$"
)
# What points to a day told before: "that night", "في تلك الليلة".
SAME_DAY: Final = Pattern(
    r"\b(?:that|(?:the|that) same) (?:day|night|morning|afternoon|evening)\b"
    r"|(?:ال)?(?:يوم|ليله|صباح|مساء)\w* (?:ذات|نفس)\w*|يومها|"
    r"ليلتها|(?:ذات|نفس) ال(?:يوم|ليله)"
)
TOLD_DAY: Final = Pattern(r"\b(?:that|تلك|ذلك|ذاك) $")
# What lasts since a day began on it. Not "quiet since Friday", "displaced since Friday".
LASTING: Final = Pattern(
    r"\b(?:ال)?(?:داير|مستمر|متواصل|مندلع|محتدم|جاري)\w{0,2} (?:\w+ ){0,3}?منذ(?: \w+)?\s*$"
    r"|\b(?:raging|ongoing|under way|underway|fighting|clashes|battles?) (?:\w+ ){0,4}?since "
    r"(?:\w+ )?$"
)
# How long after, where it is left open how many days.
SOME_DAYS: Final = Pattern(
    r" (?:عده |بضعه )?(?:ايام|اسبوع|اسابيع|شهر|اشهر|عام|سنوات)(?: قليله| معدوده| فقط)? (?:من|علي)\b"
    r"| (?:\w+ )?(?:days|weeks|months|a week|a month|a year) after\b"
)
# What opens a sentence that puts the news after an older attack ("it comes two days after a raid").
# Not "the talks come two days after": what is told there is no attack that came after another.
COMES_AFTER: Final = Pattern(
    r"\W{0,2}و?(?:ياتي|تاتي|اتي|اتت|جاء|جاءت|يجيء|تجيء|وقع|وقعت) (?:هذا |هذه |ذلك |تلك )?"
    r"(?:ال(?:هجوم|هجمات|تفجير|تفجيرات|قصف|عمليه|حادث|حادثه|اعتداء|استهداف|غاره|غارات|ضربه|ضربات|"
    r"انفجار|تصعيد|تطور|تطورات|اشتباكات|مجزره|اغتيال|كمين|محاول[هت]|محاولات|اطلاق|صاروخ|صواريخ|"
    r"خرق|انتهاك|جريمه|تفجيرات|معارك|مواجهات|عمليات)\w{0,2} (?:ال\w+ ){0,3})?"
    r"(?:وذلك )?(?:بعد|غداه|عقب|اثر|في اعقاب)\b"
    r"|\W{0,2}(?:it|this|that|the (?:\w+ )?(?:attacks?|strikes?|raids?|blasts?|bombings?|killings?|"
    r"shootings?|ambush|assault|shelling|violence|clashes|explosions?|incident)) "
    r"(?:comes?|came|follows?|followed|happened|occurred|took place)\b"
)
# The same right before the number of days.
CAME: Final = Pattern(
    r"\bو?(?:ياتي|تاتي|اتي|اتت|جاء|جاءت|وقع|وقعت) (?:\w+ ){0,2}?(?:ال\w+ )?$"
    r"|\b(?:comes?|came|happened|occurred|follows?|followed) $"
)


SAYING_SO: Final = Pattern(
    r"\b(?:saying|adding|confirming|explaining|telling \w+|claiming|acknowledging|admitting)\b"
    r"|\b(?:قايلا|قايله|قايلين|مضيفا|مضيفه|موكدا|موكده|موضحا|موضحه|مشيرا|مشيره|معلنا|معلنه|كاشفا|كاشفه|"
    r"معترفا|معترفه|مقرا|مقره|مدعيا|مدعيه|زاعما|زاعمه)\b"
)
"""Between a day and an attack: then somebody said so ("broke its silence on Monday, saying")."""
TOLD_OF_IT: Final = Pattern(
    r"\w*(?: [^ .،,؛;]+){0,2} (?:الذي|التي|اللذان|اللذين|اللتين|الذين)\b[^.؛;]*$"
    r"|\w*(?: [^ .,;]+){0,2} (?:that|which)\b[^.;]*$"
)
"""From an attack noun to a day: it is that of the attack ("the attack that hit the town on")."""
