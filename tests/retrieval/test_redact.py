"""What the door masks and what it leaves, example by example."""

import pytest

from retrieval.redact import PersonalKind, redact

MASKED = [
    ("pat 19450101-1234 hem", "pat [personnummer] hem"),
    ("450101-1234", "[personnummer]"),
    ("4501011234", "[personnummer]"),
    ("194501011234", "[personnummer]"),
    ("19450101 1234", "[personnummer]"),
    ("1945-01-01-1234", "[personnummer]"),
    ("1945 01 01 1234", "[personnummer]"),
    ("45 01 01 - 12 34", "[personnummer]"),
    ("450101+1234 är hundra år", "[personnummer] är hundra år"),
    ("450161-1234", "[personnummer]"),
    ("19450101-A123", "[personnummer]"),
    ("450101-XXXX", "[personnummer]"),
    ("991945010112", "[personnummer]"),
    ("99194501-0112", "[personnummer]"),
    ("tel:070-1234567", "tel:[telefon]"),
    ("pnr:450101-1234.", "pnr:[personnummer]."),
    ("född 450101, bor hemma", "född [födelsedatum], bor hemma"),
    ("f. 1945-01-01", "f. [födelsedatum]"),
    ("１９４５０１０１－１２３４", "[personnummer]"),
    ("450101‑1234", "[personnummer]"),
    ("450101–1234", "[personnummer]"),
    ("45\u200b01\u200b01-12\u200b34", "[personnummer]"),
    ("450101\u00a0-\u00a01234", "[personnummer]"),
    ("٤٥٠١٠١-١٢٣٤", "[personnummer]"),
    ("4\u03365\u03360\u03361\u03360\u03361\u0336-1\u03362\u03363\u03364", "[personnummer]"),
    ("ring 070-123 45 67 nu", "ring [telefon] nu"),
    ("0701234567", "[telefon]"),
    ("+46 70 123 45 67", "[telefon]"),
    ("+46(0)70-1234567", "[telefon]"),
    ("0046701234567", "[telefon]"),
    ("08-123 45 67", "[telefon]"),
    ("0521-276 00", "[telefon]"),
    ("tel 12 34 56", "tel [telefon]"),
    ("+47 22 12 34 56", "[telefon]"),
    ("skriv till anna.svensson@vgregion.se!", "skriv till [e-post]!"),
    ("anna.svensson(at)kommun.se", "[e-post]"),
    ("patienten Anna Svensson ska hem", "patienten [namn] ska hem"),
    ("pat Kalle", "pat [namn]"),
    ("pat kalle vill hem", "pat [namn] vill hem"),
    ("min brukare Lisa", "min brukare [namn]"),
    ("Berit 84 år ligger kvar", "[namn] 84 år ligger kvar"),
    ("BERIT 84 ÅR LIGGER KVAR PÅ AVD", "[namn] 84 ÅR LIGGER KVAR PÅ AVD"),
    ("fru Andersson får inte hem", "fru [namn] får inte hem"),
    ("Sven på rum 4 ramlade", "[namn] på rum 4 ramlade"),
    ("brukaren Xiomara Gonzalez de la Cruz", "brukaren [namn]"),
    ("Vem tar över Kalles insulin?", "Vem tar över [namn] insulin?"),
    ("Vi har Karl-Erik Lund hemma", "Vi har [namn] hemma"),
    ("Mvh Greger Fjällman, ssk", "Mvh [namn], ssk"),
    ("mamma Siv behöver hjälp", "mamma [namn] behöver hjälp"),
    ("Who cares for patient John Smith?", "Who cares for patient [namn]?"),
    ("Patienten Sjo\u0308berg vill hem", "Patienten [namn] vill hem"),
]

LEFT = [
    "Enligt SFS 2017:612 och HSL 12:1, punkt 3.16, 4 kap. 3 § och 9 g §",
    "Mötet är 2026-11-22 kl. 14.30–16.00, 01-12-2026 eller 22/11 2026",
    "Öppet 08:00-16:30 och 0800-1630",
    "Avgiften är 1 500 000 kr, 15 000–1 500 000 kronor",
    "Vid livsfara ring 112, annars 1177 eller 113 13",
    "Dnr 2024-00123 och prop. 2016/17:106",
    "Organisationsnummer 212000-1355",
    "lex Maria, Lex Sarah och Sankt Görans sjukhus",
    "Vem ansvarar för patienten Region Skåne eller Region Stockholm?",
    "Per patient och dygn, högst två. Max 65 år. Över 80 år.",
    "Ska patienten SIP:as enligt SoL och Sol 4 kap?",
    "Är det Hemtjänsten eller Vårdcentralen som tar Patienten?",
    "Kvinna 84 år på Sahlgrenska, Man 91 år från Borås",
    "Vad gör distriktssköterskan på Närhälsan Mölndal?",
    "Who pays when the Municipality and the Region disagree?",
    "Ansvar För Patienten Enligt Avtalet Mellan Kommun Och Region",
    "",
]


@pytest.mark.parametrize(("text", "masked"), MASKED)
def test_personal_data_is_replaced_by_a_mark(text, masked):
    assert redact(text).text == masked


@pytest.mark.parametrize("text", LEFT)
def test_text_without_personal_data_is_left_as_it_stands(text):
    redacted = redact(text)
    assert (redacted.text, redacted.count, redacted.kinds) == (text, 0, ())


def test_the_kinds_are_told_in_the_order_of_the_text():
    redacted = redact("Pat Lisa 450101-1234, dotter 070-123 45 67, lisa@exempel.se")
    assert redacted.kinds == (
        PersonalKind.NAME,
        PersonalKind.IDENTITY_NUMBER,
        PersonalKind.PHONE,
        PersonalKind.EMAIL,
    )
    assert redacted.count == 4


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("19900101-1234: vem ansvarar?", "[personnummer]: vem ansvarar?"),
        ("9001011234: vem ansvarar?", "[personnummer]: vem ansvarar?"),
        ("Pat 900101-1234:vem?", "Pat [personnummer]:vem?"),
        ("rum 12,900101-1234", "rum 12,[personnummer]"),
        ("kl 12:30:19900101+1234", "kl 12:30:[personnummer]"),
        ("900101-1234,2 gånger", "[personnummer],2 gånger"),
        ("900101-1234.5", "[personnummer].5"),
    ],
)
def test_a_sign_beside_a_number_does_not_hide_it(text, masked):
    assert redact(text).text == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("070-123 45 67 19900101-1234", "[telefon] [personnummer]"),
        ("070-123 45 67/19900101-1234", "[telefon]/[personnummer]"),
        ("08-123 45 67,19900101-1234", "[telefon],[personnummer]"),
        ("a@b.se:900101-1234 undrar", "[e-post]:[personnummer] undrar"),
    ],
)
def test_a_number_behind_another_number_is_masked_too(text, masked):
    found = redact(text)
    assert found.text == masked
    assert found.count == len(found.kinds) == 2


def test_a_masked_text_is_not_masked_again():
    once = redact("Pat Lisa Ek 450101-1234 nås på 070-123 45 67, f. 450101, lisa@exempel.se").text
    assert redact(once).text == once
