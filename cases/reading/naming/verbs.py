"""Verbs of saying and suffering whose subject is a person, by stem, in six languages (pure)."""

from config.records.text import fold

SAYING = frozenset(
    fold(word)
    for word in """
    said says say told tells tell added adds recalled recalls recounted explained explains stated
    states insisted insists wrote writes asked asks replied answered denied denies claimed claims
    argued argues believes believed thinks fears feared hopes remembers remembered noted notes
    warned warns confirmed testified declared announced complained describes described continued
    joked joking admits admitted tweeted posted learned knows knew fled escaped disappeared vanished
    died wept cried
    сказал сказала говорит говорил говорила рассказал рассказала рассказывает добавил добавила
    добавляет заявил заявила заявляет сообщил сообщила сообщает отметил отметила считает пояснил
    пояснила объяснил объяснила вспоминает вспомнил написал написала пишет утверждает утверждал
    утверждала подчеркнул подчеркнула спросил ответил ответила призвал призвала надеется боится
    уверен уверена умер умерла скончался скончалась пропал пропала исчез исчезла родился родилась
    сагте sagt sagte sagen erzählt erzählte erklärt erklärte berichtet berichtete schreibt schrieb
    fügte betont betonte meint meinte glaubt fragt fragte antwortete behauptet starb verschwand floh
    sier sa sagt forteller fortalte forklarer forklarte skriver skrev mener mente tror svarer svarte
    spør spurte husker hevder hevdet legger døde forsvant flyktet
    dijo dice decía contó cuenta explicó explica añadió añade afirmó afirma aseguró asegura señaló
    señala declaró declara escribió escribe recordó recuerda preguntó respondió denunció denuncia
    cree teme espera murió desapareció huyó nació relató relata
    powiedział powiedziała mówi mówił mówiła dodał dodała dodaje opowiada opowiedział opowiedziała
    wyjaśnił wyjaśniła wyjaśnia twierdzi twierdził twierdziła napisał napisała pisze oświadczył
    oświadczyła podkreślił podkreśliła wspomina zapytał odpowiedział uważa zmarł zmarła zniknął
    zniknęła uciekł uciekła relacjonuje przyznał przyznała
    """.split()
)
