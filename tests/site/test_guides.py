"""A guide's page, picture, list and file say the same in every version, and the page is complete without scripts."""

from conftest import words
from legal_site import graph, permalink
from legal_site.view.quotation import quotation


def guides(site):
    for name, flow in site.content.flows.items():
        for version in site.versions:
            yield name, flow, version, site.at(version, permalink.guide(name))


def beside(site, address):
    """The pages of one kind that stand beside the guides: flow, version and page."""
    for name, flow in site.content.flows.items():
        for version in site.versions:
            if address is not permalink.guide_letters or graph.letters(flow):
                yield flow, version, site.at(version, address(name))


def expected_edges(flow):
    return sorted((edge.source, edge.answer, edge.target) for edge in graph.edges(flow))


def picture(page):
    """The SVG of the guide; its elements have names of their own namespace."""
    (drawn,) = (element for element in page.elements() if element.get("class") == "flowchart")
    return drawn


def nodes_of(page):
    return {element.get("data-node"): element for element in page.with_attribute("data-node")}


def test_page_picture_and_list_have_the_arrows_of_the_file(site):
    assert site.content.flows
    for _, flow, _, page in guides(site):
        on_page = sorted(
            (node, link.get("data-answer"), link.get("href")[1:])
            for node, element in nodes_of(page).items()
            for link in element.iter("a")
            if "data-answer" in link.attrib
        )
        assert on_page == expected_edges(flow), page.path
    for flow, _, page in beside(site, permalink.guide_flowchart):
        (listed,) = page.with_attribute("data-flow-list")
        for holder in (picture(page), listed):
            drawn = sorted(
                (link.get("data-from"), link.get("data-choice"), link.get("data-ref"))
                for link in holder.iter()
                if "data-choice" in link.attrib
            )
            assert drawn == expected_edges(flow), page.path
            links = [link for link in holder.iter() if "data-ref" in link.attrib]
            assert {link.get("href") for link in links} == {f"../#{node}" for node in graph.in_order(flow)}, page.path
            assert all(link.get("href") == f"../#{link.get('data-ref')}" for link in links), page.path


def test_each_node_stands_once_with_its_id_and_its_words(site):
    for name, flow, version, page in guides(site):
        (box,) = page.with_attribute("data-flow")
        assert box.get("data-flow") == name
        found = nodes_of(page)
        assert len(page.with_attribute("data-node")) == len(found)
        outcomes = {outcome.id: outcome for outcome in flow.outcomes}
        assert found.keys() == {*graph.questions(flow), *outcomes}
        locale = site.locale(version)
        for node, element in found.items():
            assert element.get("id") == node
            assert ("data-outcome" in element.attrib) == (node in outcomes)
            text = outcomes[node].title[locale] if node in outcomes else graph.questions(flow)[node].question[locale]
            if not version.made_from:
                assert text in " ".join(words(element).split()), (page.path, node)


def test_answers_read_as_the_file_says_in_the_picture_too(site):
    for flow, version, page in beside(site, permalink.guide_flowchart):
        if version.made_from:
            continue
        texts = {question.id: question for question in flow.questions}
        for link in picture(page).iter():
            if "data-choice" in link.attrib:
                answers = {answer.id: answer for answer in texts[link.get("data-from")].answers}
                expected = answers[link.get("data-choice")].text[site.locale(version)]
                assert "".join(words(link).split()) == "".join(expected.split())


def test_without_scripts_every_outcome_is_reached_by_links(site):
    for _, flow, _, page in guides(site):
        found = nodes_of(page)
        first = next(iter(found))
        assert first == flow.start
        seen, ahead = set(), [first]
        while ahead:
            node = ahead.pop()
            if node not in seen:
                seen.add(node)
                ahead += [link.get("href")[1:] for link in found[node].iter("a") if "data-answer" in link.attrib]
        assert seen == found.keys(), page.path


def parts_in(element):
    """What is opened in place there, in order."""
    links = (link.get("href", "") for link in element.iter("a"))
    return [link.removeprefix("#part.") for link in links if link.startswith("#part.")]


def test_an_outcome_says_what_an_outcome_says(site):
    for _, flow, version, page in guides(site):
        found = nodes_of(page)
        for outcome in flow.outcomes:
            element = found[outcome.id]
            relied_on = next(e for e in element.iter() if "data-relied-on" in e.attrib)
            assert parts_in(relied_on) == [provision.replace("/", "-") for provision in outcome.provisions]
            years = {rule.id for rule in site.content.deadlines.deadlines if rule.years is not None}
            limits = [e.get("data-deadline") for e in element.iter() if "data-deadline" in e.attrib]
            assert limits == sorted(outcome.deadlines, key=lambda name: name in years), "those of months come first"
            links = [e for e in element.iter() if "data-letter-link" in e.attrib]
            assert [link.get("data-letter-link") for link in links] == outcome.letters
            assert [link.get("href") for link in links] == [f"letters/#letter-{letter}" for letter in outcome.letters]
            assert set(outcome.authorities) <= set(parts_in(element))
            text = words(element)
            for key in ("not_advice", "not_guilty"):
                if not version.made_from:
                    assert site.content.interface.texts[key][site.locale(version)] in text
            assert outcome.reviewed_on.isoformat() in [e.get("datetime") for e in element.iter("time")]


def test_whose_own_act_it_is_reads_what_to_do_first_and_is_sent_to_nobody(site):
    for _, flow, version, page in guides(site):
        if version.made_from:
            continue
        found, say = nodes_of(page), site.content.interface.texts
        for outcome in flow.outcomes:
            locale, text = site.locale(version), words(found[outcome.id])
            assert (say["own_act_caution"][locale] in text) == outcome.own_act, outcome.id
            headings = {words(heading) for heading in found[outcome.id].iter("h3")}
            assert (say["outcome_authorities"][locale] in headings) != outcome.own_act, outcome.id
            if outcome.deadlines:
                steps_first = text.index(say["outcome_steps"][locale]) < text.index(say["deadlines"][locale])
                assert steps_first == outcome.own_act, outcome.id


def test_the_words_quoted_are_those_of_the_law(site):
    for name, _, version, page in guides(site):
        quoted = page.with_attribute("data-quotes")
        assert quoted
        for element in quoted:
            reader_words = ["".join(words(line).split()) for line in element.iter("p")]
            expected = quotation(_reader(site, version, name), element.get("data-quotes"))
            assert reader_words == ["".join(f"{line.label}{line.words}".split()) for line in expected.lines]


def _reader(site, version, name):
    from legal_site.view.reader import Reader

    return Reader(site.content, version, permalink.guide(name))


def test_under_a_paragraph_a_link_leads_to_the_question_it_concerns(site):
    for name, flow in site.content.flows.items():
        for question in flow.questions:
            for provision in question.concerns:
                law, article, anchor = provision.split("/")
                for version in site.versions:
                    page = site.at(version, permalink.article(law, article))
                    paragraph = anchor.partition("-")[0]
                    (holder,) = (e for e in page.with_attribute("data-provision") if e.get("id") == paragraph)
                    target = f"{site.address(version, permalink.guide(name))}#{question.id}"
                    links = {page.target(link.get("href")) for link in holder.iter("a")}
                    assert f"http://site{target}" in links, (page.path, provision)


def test_a_mistake_is_reported_with_the_node_alone(site):
    for name, _, _, page in guides(site):
        for node, element in nodes_of(page).items():
            mails = [link.get("href") for link in element.iter("a") if link.get("href", "").startswith("mailto:")]
            contact = site.content.site.contact
            expected = [f"mailto:{contact}?subject=%2Fguide%2F{name}%2F%23{node}"] if contact else []
            assert mails == expected, page.path


def test_letters_stand_in_every_version_with_the_same_blanks(site):
    assert any(graph.letters(flow) for flow in site.content.flows.values())
    for flow, _, page in beside(site, permalink.guide_letters):
        names = graph.letters(flow)
        sections = {e.get("data-letter"): e for e in page.with_attribute("data-letter")}
        assert list(sections) == names
        for name, section in sections.items():
            texts = {e.get("data-letter-text"): e for e in section.iter() if "data-letter-text" in e.attrib}
            assert texts.keys() == {version.locale for version in site.versions}
            blanks = {
                locale: [e.get("data-field") for e in text.iter() if "data-field" in e.attrib]
                for locale, text in texts.items()
            }
            fields = {field.id for field in site.content.letters[name].fields}
            for found in blanks.values():
                assert set(found) == fields


def test_a_guide_lists_its_letters_where_they_once_stood(site):
    """Old links lead to `/guide/<flow>/#letter-<letter>`."""
    for _, flow, _, page in guides(site):
        listed = [e for e in page.elements("li") if e.get("id", "").startswith("letter-")]
        assert [(e.get("id"), next(e.iter("a")).get("href")) for e in listed] == [
            (f"letter-{letter}", f"letters/#letter-{letter}") for letter in graph.letters(flow)
        ]
        (whole,) = (e for e in page.elements("p") if e.get("id") == "whole-guide")
        assert [link.get("href") for link in whole.iter("a")] == ["flowchart/"]
