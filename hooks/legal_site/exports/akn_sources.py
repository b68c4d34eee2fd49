"""From laws, articles and statements to what the metadata of their Akoma Ntoso documents say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legal_site import frbr, permalink
from legal_site.content import Law
from legal_site.exports.akn_subject import Origin, Remark, Subject
from legal_site.exports.every_version import plain_text
from legal_site.model.base import Note, Provenance
from legal_site.model.law import Article, Paragraph
from legal_site.model.statement import Statement
from legal_site.permalink import Provision, number_in_address
from legal_site.relations import paragraph_of
from legal_site.view.labels import long_date, wording_line
from legal_site.view.provenance import provenance_view
from legal_site.view.reader import Reader


def law_subject(reader: Reader, law: Law, articles: Sequence[Subject], site_url: str) -> Subject:
    """A law as published; `articles` are its published articles, whose notes and origins it takes over."""
    newest = max(articles, key=lambda article: str(article.as_of))
    provenance = law.info.provenance
    remarks = [Remark(None, reader.ui("not_whole_law")), _status(reader, provenance[reader.written], None)]
    remarks += [_remark(reader, note, None) for note in law.info.notes]
    remarks += [remark for article in articles for remark in article.remarks]
    return Subject(
        reader=reader,
        site_url=site_url,
        work=newest.work,
        work_date=newest.work_date,
        number=law.id,
        author=newest.author,
        is_prescriptive=True,
        page=permalink.law(law.id),
        lasting=permalink.law(law.id),
        provenance=provenance,
        verified_on=max(article.verified_on for article in articles),
        as_of=newest.as_of,
        basis=newest.basis,
        wordings=sorted({day for article in articles for day in article.wordings}),
        gazette=newest.gazette,
        amended_by=law.info.gazette[1:],
        remarks=remarks,
        origins=[origin for article in articles for origin in article.origins],
    )


def article_subject(reader: Reader, law: Law, article: Article, page: str, site_url: str) -> Subject:
    """An article in its wording; `page` is the address of the page that shows it."""
    here = Provision(law.id, number_in_address(article.number))
    provenance = {
        locale: article.provenance.get(locale, Provenance()).over(own) for locale, own in law.info.provenance.items()
    }
    own = provenance[reader.written]
    assert own.verified_on is not None
    wording = article.wording
    return Subject(
        reader=reader,
        site_url=site_url,
        work=frbr.law_work(reader.content, law),
        work_date=frbr.law_date(law),
        number=law.id,
        author=reader.text(law.info.passed_by or reader.content.site.jurisdiction),
        is_prescriptive=True,
        page=page,
        lasting=permalink.wording(law.id, article.number, wording.as_of),
        provenance=provenance,
        verified_on=own.verified_on,
        as_of=wording.as_of,
        basis=wording.basis,
        portion=frbr.eid(here),
        wordings=sorted({wording.as_of, *(earlier.wording.as_of for earlier in article.earlier_wordings)}),
        gazette=next(iter(law.info.gazette), None),
        amended_by=[number for number in wording.amended_by if number not in law.info.gazette[:1]],
        remarks=list(_remarks(reader, article, here, own)),
        origins=list(_origins(reader, law, article, here, own)),
    )


def statement_subject(reader: Reader, statement: Statement, site_url: str) -> Subject:
    """A statement, which has one wording for ever."""
    own = statement.provenance[reader.written]
    assert own.verified_on is not None
    remarks = [_status(reader, own, None)]
    if statement.date_note:
        dated = f"{reader.ui('date')}: {long_date(reader, statement.date)}"
        remarks.append(Remark(None, f"{dated} ({reader.text(statement.date_note)})."))
    for part in statement.paragraphs:
        for note in part.notes:
            words = note.words.get(reader.written)
            about = f" {reader.ui('on_words')} {reader.ui('in_quotes', words=reader.plain(words))}:" if words else ""
            text = f"{reader.ui('editor_note')}.{about} {plain_text(reader.rich(note.text))}"
            remarks.append(Remark(f"para_{part.number}", text))
    remarks += [_remark(reader, note, None) for note in (*statement.notes, *statement.still_valid)]
    return Subject(
        reader=reader,
        site_url=site_url,
        work=frbr.statement_work(reader.content, statement),
        work_date=(statement.date.isoformat(), "published"),
        number=statement.id,
        author=reader.text(statement.author),
        is_prescriptive=False,
        page=permalink.statement(statement.id),
        lasting=permalink.statement(statement.id),
        provenance=statement.provenance,
        verified_on=own.verified_on,
        remarks=remarks,
        origins=[Origin(None, own)],
    )


def _origins(reader: Reader, law: Law, article: Article, here: Provision, own: Provenance) -> Iterator[Origin]:
    yield Origin(frbr.eid(here), own, article.wording.as_of, article.wording.basis)
    for part in article.paragraphs:
        if isinstance(part, Paragraph) and (special := part.provenance.get(reader.written)):
            yield Origin(frbr.eid(paragraph_of(law.id, article, part)), special.over(own))


def _remarks(reader: Reader, article: Article, here: Provision, own: Provenance) -> Iterator[Remark]:
    status = _status(reader, own, frbr.eid(here))
    yield Remark(status.about, f"{status.text}\n{wording_line(reader, article.wording)}")
    whole = provenance_view(reader, own).status
    for part in article.paragraphs:
        if isinstance(part, Paragraph) and (special := part.provenance.get(reader.written)):
            view = provenance_view(reader, special.over(own))
            if view.status != whole:
                yield Remark(frbr.eid(paragraph_of(here.law, article, part)), view.sentence)
    for sic in article.sic:
        notice = plain_text(str(reader.ui("sic", words=reader.original(sic.words))))
        yield Remark(_place(reader, here, sic.about), f"{notice} {reader.text(sic.text)}")
    for note in article.notes:
        yield _remark(reader, note, _place(reader, here, note.about))


def _status(reader: Reader, own: Provenance, about: str | None) -> Remark:
    view = provenance_view(reader, own)
    return Remark(about, f"{view.sentence}\n{plain_text(view.note)}" if view.note else view.sentence)


def _remark(reader: Reader, note: Note, about: str | None) -> Remark:
    return Remark(about, f"{reader.ui(f'note_{note.kind}')}. {plain_text(reader.rich(note.text))}")


def _place(reader: Reader, here: Provision, anchor: str | None) -> str:
    """The eId of a place on the article's page; of the paragraph around an item that is not published."""
    place = Provision.parse(f"{here}/{anchor}" if anchor else str(here))
    around = (place, place.whole_paragraph, here)
    return frbr.eid(next(each for each in around if reader.content.is_published(each)))
