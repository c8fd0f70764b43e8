"""Claims, blame and suspicion: whose deed a sentence says that it was."""

import pytest

from tests.unit.extraction.reading_of import event_of, reading_of
from workers.extraction.actors.mentions import ActorFinder
from workers.extraction.fields.claims import claims_of
from workers.model import Attribution


def told(body: str) -> set[tuple[str, str]]:
    reading = reading_of(body)
    mentions = ActorFinder().find(reading.text.folded.text)
    return {(claim.kind, claim.mention.name) for claim in claims_of(reading, mentions)}


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("أعلنت حركة الشباب المرتبطة بالقاعدة مسؤوليتها.", "claim", "al-Shabaab"),
        ("تبنى تنظيم داعش مساء الأحد الهجوم على القافلة.", "claim", "Islamic State"),
        ("Islamic State claimed the strike on the base.", "claim", "Islamic State"),
        ("قالت جماعة الحوثي إنها هاجمت مطار أبها بمسيرة.", "deed", "Houthis"),
        ("The Houthis said on Monday that they had fired a missile at Abha.", "deed", "Houthis"),
        ("قالت حركة الشباب إنها وراء التفجير في الفندق.", "claim", "al-Shabaab"),
        ("اتهمت دمشق إسرائيل بقصف المطار.", "blame", "Israel"),
        ("Turkey has been accused of shelling the resort.", "blame", "Turkey"),
        ("الأسلوب يحمل بصمات تنظيم داعش في التفجير.", "suspect", "Islamic State"),
        ("The blast looked like the work of al-Shabaab.", "suspect", "al-Shabaab"),
        ("The Syrian army was behind the shelling, he said.", "suspect", "Syrian military"),
        ("قال الناطق إن قوات حفتر تقف وراء القصف.", "suspect", "Libyan National Army"),
        ("Boko Haram is suspected.", "suspect", "Boko Haram"),
        ("Early findings pointed to al-Shabaab.", "suspect", "al-Shabaab"),
        (
            "وحمل المتحدث باسم الجيش الإسرائيلي حركة الجهاد الإسلامي المسؤولية عن إطلاق القذيفتين.",
            "blame",
            "Palestinian Islamic Jihad",
        ),
        (
            "Suspicion fell on the Islamic State in the Greater Sahara.",
            "suspect",
            "Islamic State Sahel Province",
        ),
        (
            "Hezbollah answered.\nIt said it had fired dozens of rockets at Haifa.",
            "deed",
            "Hezbollah",
        ),
        ("The minister said he belonged to Islamic State.", "suspect", "Islamic State"),
        ("وأشارت التحقيقات إلى ارتباطه بتنظيم داعش.", "suspect", "Islamic State"),
        ("Officials suggested that the Houthis had a hand in it.", "blame", "Houthis"),
        ("وقال الصيادون إن اللغم من نوع قديم وإن الحوثيين زرعوه.", "blame", "Houthis"),
        ("ووصفت البلدية القصف بأنه جريمة ارتكبتها مليشيا الحوثي.", "blame", "Houthis"),
        ("القذائف أطلقت من تلة يتمركز فيها مسلحو جماعة الحوثي.", "blame", "Houthis"),
        ("وقال الحارس إن القذيفة أطلقت من مواقع الحوثيين في الجبل.", "blame", "Houthis"),
        ("The mayor said the drone was Turkish.", "nation", "Turkish"),
        ("وأكد شاهد أن المسيرة تركية.", "nation", "Turkish military"),
        ("وأعلن تنظيم داعش وقوفه وراء التفجير.", "claim", "Islamic State"),
        ("وأعلنت حركة الشباب أن مقاتليها داخل الفندق.", "claim", "al-Shabaab"),
        ("Islamic State said that four of its men were behind it.", "claim", "Islamic State"),
        (
            "واتهمت بلدية أنطاكية التركية وحدات حماية الشعب بقصف السوق.",
            "blame",
            "People's Protection Units (YPG)",
        ),
        ("The spokesman, Rahim, said the Taliban were behind it.", "suspect", "Taliban"),
    ],
)
def test_who_claims_is_blamed_or_suspected(body: str, kind: str, name: str) -> None:
    assert (kind, name) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "The army blamed terrorist groups and no rebel group has claimed it.",
        "واتهم الجيش السوري في بيان تنظيمات إرهابية بالهجوم.",
        "ولم تتبن حركة الشباب الهجوم.",
        "وتتبنى حركة الشباب عادة مثل هذه الهجمات.",
        "Police were following a suspected truck bomb.",
        "The coalition struck suspected launch sites.",
        "ولم تصدر عن حركة الشباب أي إشارة إلى مسؤوليتها.",
        "Boko Haram is suspected of hiding in the forest.",
        "The soldiers fired on a base where US troops are housed.",
    ],
)
def test_accusers_police_and_habits_are_no_attackers(body: str) -> None:
    assert told(body) == set()


def test_a_claim_leaves_no_room_for_an_attacker_of_another_side() -> None:
    event = event_of(
        "Somali forces attacked gunmen in a hotel in Mogadishu after a car bomb killed five on "
        "Tuesday.\nAl-Shabaab claimed responsibility for the attack."
    )
    assert {actor.name for actor in event.actors if actor.attribution is Attribution.CLAIMED} == {
        "al-Shabaab"
    }
    assert "Somali military" not in {actor.name for actor in event.actors}


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("خرجت القذائف من مناطق سيطرة الميليشيات الإيرانية.", "blame", "Iran-backed militias"),
        ("The shells came from areas controlled by the Houthis.", "blame", "Houthis"),
        ("قالت جماعة الحوثي المتحالفة مع إيران إنها قصفت المطار.", "deed", "Houthis"),
        ("قال الناطق باسم الحوثيين إن طائرات من طراز قاصف أغارت على المطار.", "deed", "Houthis"),
        (
            "The Islamic State group issued a statement. Bombers, it said, attacked a market.",
            "claim",
            "Islamic State",
        ),
    ],
)
def test_a_statement_and_the_place_of_firing_tell_whose_deed_it_was(
    body: str, kind: str, name: str
) -> None:
    assert (kind, name) in told(body)


def test_jets_of_another_are_no_deed_of_who_speaks() -> None:
    claimed = told("قالت حركة حماس إن طائرات الاحتلال الإسرائيلي قصفت منزلا في غزة.")
    assert ("deed", "Hamas") not in claimed


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("ونسبه مسؤولون إلى تنظيم القاعدة.", "blame", "al-Qaeda"),
        ("قال القائد إن عناصر من حركة الشباب زرعوا اللغم ليلا.", "blame", "al-Shabaab"),
        ("أقر الجيش الأميركي بأن ضربته على المزرعة قتلت أربعة مدنيين.", "deed", "US military"),
        ("قال الجيش التركي إن غاراته أصابت مخازن سلاح.", "deed", "Turkish military"),
        ("ونشرت وكالة أعماق التابعة لتنظيم داعش بيانا عن الهجوم.", "claim", "Islamic State"),
        (
            "وقالت جماعة تسمي نفسها «سرايا أولياء الدم» إنها نفذت الهجوم.",
            "claim",
            "Saraya Awliya al-Dam",
        ),
        ("ووزع الحوثيون بيانا قالوا فيه إن مسيرة ضربت المطار.", "deed", "Houthis"),
        ("قال القائممقام إن المدفعية التركية هي مصدر النيران.", "blame", "Turkish military"),
        ("يعتقد أن المسلحين عضوان في تنظيم داعش.", "suspect", "Islamic State"),
        ("The attackers were linked to al-Shabaab.", "suspect", "al-Shabaab"),
        ("The Houthis took credit for the launch.", "claim", "Houthis"),
        ("Hamas's armed wing said it had fired rockets at the town.", "deed", "Hamas"),
        ("ولم يتبن أحد القصف، لكن واشنطن تتهم حركة الشباب به.", "blame", "al-Shabaab"),
    ],
)
def test_whole_phrases_tell_whose_deed_it_was(body: str, kind: str, name: str) -> None:
    assert (kind, name) in told(body)


def test_no_sign_of_responsibility_is_no_claim() -> None:
    assert not told("ولم تصدر عن هيئة تحرير الشام أي إشارة إلى مسؤوليتها عن الهجوم.")


@pytest.mark.parametrize(
    ("body", "blamed"),
    [
        (
            (
                "قتل ثلاثة في قصف على سوق بمدينة تعز أمس.\nوحمّلت «الحكومة اليمنية» جماعة الحوثي "
                "المسؤولية عن القصف."
            ),
            "Houthis",
        ),
        (
            "قتل ثلاثة مقاتلين بمسيّرة قرب الحسكة أمس.\nوحمّلت «قسد» تركيا المسؤولية.",
            "Turkey",
        ),
        (
            "قتل ثلاثة مقاتلين بمسيّرة قرب الحسكة أمس.\nوحملت قسد كامل المسؤولية عن الهجوم لتركيا.",
            "Turkish military",
        ),
        (
            (
                "انفجرت عبوة ناسفة في سوق بعفرين أمس وقتلت اثنين.\nوحُمّلت وحدات حماية الشعب "
                "المسؤولية."
            ),
            "People's Protection Units (YPG)",
        ),
        (
            (
                "قتل سبعة بقذائف على حي في الفاشر أمس.\nولم تعلق قوات الدعم السريع التي يتهمها "
                "السكان بالقصف."
            ),
            "Rapid Support Forces",
        ),
        (
            (
                "Shells killed three people at a market in El Fasher on Monday.\nThe army held the "
                "Rapid Support Forces responsible for the shelling."
            ),
            "Rapid Support Forces",
        ),
        (
            (
                "A bomb killed four in Maiduguri on Monday.\nThe governor laid the blame on Boko "
                "Haram."
            ),
            "Boko Haram",
        ),
        (
            "A bomb killed four in Mogadishu on Monday.\nIt was blamed on al-Shabaab.",
            "al-Shabaab",
        ),
        (
            (
                "A drone killed four in El Obeid on Monday.\nThe Rapid Support Forces, whom "
                "residents blamed, did not comment."
            ),
            "Rapid Support Forces",
        ),
    ],
)
def test_the_blamed_attacked_never_who_blames(body: str, blamed: str) -> None:
    event = event_of(body)
    assert {(a.name, a.attribution) for a in event.actors} == {(blamed, Attribution.ATTRIBUTED)}


@pytest.mark.parametrize(
    "body",
    [
        "The army accused Turkey of backing the gunmen who killed three soldiers.",
        "اتهمت الحكومة إيران بدعم المسلحين الذين هاجموا الموقع.",
        "نفت قوات الدعم السريع أمس مسؤوليتها عن قصف السوق.",
        "Al-Shabaab did not claim the attack on the market.",
    ],
)
def test_backers_and_deniers_are_no_attackers(body: str) -> None:
    assert told(body) == set()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            (
                "The Islamic Resistance in Iraq, a label shared by several factions, said in a "
                "message that its fighters had carried it out."
            ),
            "Islamic Resistance in Iraq",
        ),
        (
            "JNIM, which is tied to al-Qaeda, said its men had stormed the post.",
            "JNIM",
        ),
        (
            (
                "The Pakistani Taliban said one of its suicide bombers carried out Sunday's attack "
                "on a checkpoint."
            ),
            "Tehrik-i-Taliban Pakistan",
        ),
        ("Islamic State said two suicide bombers had done it.", "Islamic State"),
        ("وأعلن الحوثيون أنهم من أصابوها في عرض البحر.", "Houthis"),
        (
            "وتحدثت عن الحادث المقاومة الإسلامية في العراق.\nوتبنت في بيان مقتضب استهداف القاعدة.",
            "Islamic Resistance in Iraq",
        ),
    ],
)
def test_a_claim_is_heard_past_descriptions_pronouns_and_missing_subjects(
    body: str, name: str
) -> None:
    assert name in {claimed for _, claimed in told(body)}


def test_police_without_a_toll_do_not_make_a_claim_unclaimed() -> None:
    body = "وتبنت حركة الشباب القصف، ولم تصدر عن الشرطة أي حصيلة."
    assert ("claim", "al-Shabaab") in told(body)


def test_a_group_that_another_is_an_affiliate_of_is_not_the_group() -> None:
    event = event_of(
        "Gunmen raided an army camp near Djibo in Burkina Faso on Tuesday, killing four soldiers.\n"
        "JNIM, an al Qaeda affiliate, claimed the attack. The group has besieged the town."
    )
    assert {a.name for a in event.actors if a.attribution is Attribution.CLAIMED} == {"JNIM"}


def test_who_denies_does_not_claim() -> None:
    event = event_of(
        "The Rapid Support Forces denied on Tuesday that they had shelled a market in El Fasher, "
        "where rockets killed nine people on Monday. Doctors blamed the Rapid Support Forces."
    )
    assert {a.attribution for a in event.actors} <= {Attribution.ATTRIBUTED}


def test_who_speaks_for_an_army_does_not_blame_it() -> None:
    body = "وحمل المتحدث باسم الجيش الإسرائيلي حركة الجهاد الإسلامي المسؤولية عن إطلاق القذيفتين."
    assert "Israeli military" not in {name for _, name in told(body)}


@pytest.mark.parametrize(
    ("body", "blamed"),
    [
        ("وتتهم إسرائيل حركة حماس التي تحكم القطاع، باستخدام المسيرات ذريعة للعنف.", False),
        ("واتهم التحالف الحوثيين باستخدام المدنيين دروعا بشرية.", False),
        ("واتهم ناشطون الحوثيين باستخدام صاروخ في القصف على السوق.", True),
    ],
)
def test_who_uses_a_crowd_as_cover_is_not_blamed_for_the_attack(body: str, blamed: bool) -> None:  # noqa: FBT001
    assert any(kind == "blame" for kind, _ in told(body)) is blamed


@pytest.mark.parametrize(
    ("body", "attackers"),
    [
        (
            (
                "An Israeli strike on Khan Younis killed 90 people on Tuesday.\nIsrael said it had "
                "targeted Mohammed Deif, the Hamas military chief."
            ),
            {"il-mil"},
        ),
        (
            "قال الحشد الشعبي إن طائرة مسيرة مجهولة استهدفت الثلاثاء سيارة قيادي في القائم فقتلته.",
            set(),
        ),
        (
            (
                "قتل 16 عنصرا من الأمن الثلاثاء في كمائن نصبها مسلحون موالون لنظام الأسد "
                "السابق في ريف جبلة."
            ),
            {"assad-remnants"},
        ),
    ],
)
def test_whom_it_targeted_or_who_only_told_did_not_do_it(body: str, attackers: set[str]) -> None:
    assert {actor.actor_id for actor in event_of(body).actors} == attackers


@pytest.mark.parametrize(
    "body",
    [
        "قتل أربعة في قصف سوق بتعز الإثنين.\nواتهمت الوزارة جماعة الحوثي بتعمد استهداف المدنيين.",
        "قتل أربعة في قصف سوق بتعز الإثنين.\nواتهم المحافظ جماعة الحوثي بمواصلة قصف الأحياء.",
    ],
)
def test_who_is_accused_of_more_than_one_attack_claims_none(body: str) -> None:
    event = event_of(body)
    assert {(a.name, a.attribution) for a in event.actors} == {("Houthis", Attribution.ATTRIBUTED)}


def test_an_army_behind_its_lines_is_behind_no_attack() -> None:
    assert told("The troops were behind the lines when a bomb went off in Kirkuk.") == set()


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("أعلن جهاز الأمن الأوكراني مسؤوليته عن تفجير السيارة.", "claim", "Ukrainian intelligence"),
        ("أعلنت تل أبيب مسؤوليتها عن العملية.", "claim", "Israel"),
        ("تركيا تعلن مسؤوليتها عن الغارة.", "claim", "Turkey"),
        ("أعلنت كتائب القسام وسرايا القدس مسؤوليتهما عن العملية.", "claim", "al-Quds Brigades"),
        ("Kyiv has claimed responsibility for the blast.", "claim", "Ukraine"),
        ("Turkey's military took responsibility for the raid.", "claim", "Turkish military"),
        ("قالت حركة حماس إن المنفذين من عناصرها.", "claim", "Hamas"),
        ("Hamas said the gunmen were its members.", "claim", "Hamas"),
        (
            "قالت المقاومة الإسلامية في العراق إن مجاهديها أصابوا أهدافهم بدقة.",
            "claim",
            "Islamic Resistance in Iraq",
        ),
        (
            "وقال متحدث باسم جيش تحرير بلوشستان في اتصال هاتفي: نحن من نفذ الهجوم.",
            "deed",
            "Baloch Liberation Army",
        ),
        (
            "نفذت الغارة طائرات يعتقد أنها تابعة للنظام السوري.",
            "suspect",
            "Syrian regime",
        ),
        ("استهدفته طائرة مسيرة يرجح أنها أمريكية.", "nation", "US"),
        (
            "The Pentagon confirmed that American forces had carried it out.",
            "deed",
            "US military",
        ),
        ("Al-Shabaab said it had seized the camp.", "claim", "al-Shabaab"),
    ],
)
def test_states_and_men_claim_too(body: str, kind: str, name: str) -> None:
    assert (kind, name) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "لم تعلن إسرائيل مسؤوليتها عن الغارة.",
        "أعلنت إسرائيل عدم مسؤوليتها عن الانفجار.",
        "Ukraine has not claimed responsibility for the blast.",
        "Turkey took responsibility for the safety of the pilgrims.",
        "الحكومة يعتقد أنها تابعة للنظام السوري.",
    ],
)
def test_a_state_that_does_not_claim_claims_nothing(body: str) -> None:
    assert not {kind for kind, _ in told(body)} & {"claim", "suspect"}


@pytest.mark.parametrize(
    ("body", "kind", "name"),
    [
        ("وأعلن داعش على تلغرام أن مفرزة تابعة له نفذت الكمين.", "claim", "Islamic State"),
        ("لكن تنظيم داعش أعلن لاحقا أن اثنين من عناصره فجرا حزاميهما.", "claim", "Islamic State"),
        (
            "وأعلن قيادي في جماعة الأحرار المنشقة عن طالبان أن انتحاريا تابعا لها نفذ العملية.",
            "claim",
            "Jamaat-ul-Ahrar",
        ),
        (
            "وقال مصدر في جهاز الأمن الأوكراني إن الجهاز يقف وراء العملية.",
            "claim",
            "Ukrainian intelligence",
        ),
        (
            "A source in Ukraine's SBU said the agency was behind the blast.",
            "claim",
            "Ukrainian intelligence",
        ),
        ("وقال محللون إن النمط يحيل إلى تنظيم داعش.", "suspect", "Islamic State"),
        ("ورجح دبلوماسيون أن تكون حركة الشباب وراء الهجوم.", "suspect", "al-Shabaab"),
        ("والطائرة المسيرة تركية، كما يقول الأهالي.", "nation", "Turkish military"),
        (
            "Boko Haram said in an audio message that the group had abducted them.",
            "deed",
            "Boko Haram",
        ),
    ],
)
def test_who_tells_of_his_men_or_is_recognised_is_named(body: str, kind: str, name: str) -> None:
    assert (kind, name) in told(body)


@pytest.mark.parametrize(
    "body",
    [
        "وقال الحوثيون إن خمسة من مقاتليهم قتلوا.",
        "قالت حركة حماس إن ثلاثة من عناصرها أصيبوا في الغارة.",
        "وقال مصدر في الجيش العراقي إن القوات تحقق في الحادث.",
    ],
)
def test_who_tells_of_his_dead_claims_nothing(body: str) -> None:
    assert not {kind for kind, _ in told(body)} & {"claim"}


@pytest.mark.parametrize(
    "body",
    [
        "أعلن المتحدث العسكري باسم الحوثيين يحيى سريع، الثلاثاء، استهداف سفينة في خليج عدن بصاروخ.",
        "أعلن المتحدث باسم الحوثيين، يحيى سريع، الثلاثاء، إغراق سفينة في خليج عدن بصاروخ.",
        "قال المتحدث باسم الحوثيين إن مقاتلي الحوثيين هاجموا سفينة في خليج عدن الثلاثاء بصاروخ.",
    ],
)
def test_a_spokesman_claims_for_his_group(body: str) -> None:
    (actor,) = event_of(body).actors
    assert (actor.actor_id, actor.attribution) == ("houthis", Attribution.CLAIMED)


def test_whose_tank_was_destroyed_did_not_destroy_it() -> None:
    event = event_of(
        "أعلن الناطق باسم كتائب القسام أبو عبيدة، الثلاثاء، تدمير دبابة إسرائيلية في جباليا بقذيفة."
    )
    assert [actor.name for actor in event.actors] == ["al-Qassam Brigades"]
    assert "Israeli military" in {recipient.name for recipient in event.recipients}


@pytest.mark.parametrize(
    "body",
    [
        "Residents blamed the RSF. The RSF denied it and accused the army of shelling the market.",
        "واتهم سكان قوات الدعم السريع بقصف السوق، فيما نفت القوات مسؤوليتها واتهمت الجيش بقصفه.",
    ],
)
def test_whom_the_accused_blames_is_not_blamed(body: str) -> None:
    assert {name for kind, name in told(body) if kind == "blame"} == {"Rapid Support Forces"}
