"""Clauses, documents, feedback, health and the description of it all."""

import asyncio
import json

import pytest

from bot.api.examples import ANSWERED
from bot.asking.errors import AskingError
from tests.bot.api.served import served

QUESTION = "Vem ansvarar när hemsjukvården avslutas?"


@pytest.fixture
def get(model_service, tmp_path, model_index):
    """The response to a request."""

    def requested(path, method="GET", headers=None, settings=None, **given):
        async def whole():
            async with served(model_service, tmp_path, model_index, **(settings or {})) as (
                client,
                _,
            ):
                return await client.request(method, path, headers=headers, **given)

        return asyncio.run(whole())

    return requested


@pytest.mark.parametrize("reference", ["modell-huvudavtal/3.16", "modell-huvudavtal%233.16"])
def test_a_clause_is_given_word_for_word_with_its_standing(get, model_service, reference):
    found = get(f"/api/clauses/{reference}").json()
    [wording] = found["wordings"]
    document = next(d for d in model_service.documents if d.id == "modell-huvudavtal")
    assert found["reference"] == "modell-huvudavtal#3.16"
    assert wording["text"] == document.text[wording["start"] : wording["end"]]
    assert wording["status"] == "example"
    assert wording["answers"] is True
    assert wording["duties"]


@pytest.mark.parametrize(
    "reference",
    [
        "x",
        "modell-huvudavtal/99.9",
        "modell-huvudavtal%23",
        "%00",
        "a/b/c",
        "..%2F..%2Fetc",
        "å ä ö",
    ],
)
def test_an_unknown_clause_is_told_how_to_be_written(get, reference):
    found = get(f"/api/clauses/{reference}")
    assert (found.status_code, found.json()["error"]) == (404, "unknown_clause")


def test_a_clause_on_a_day_that_is_no_day_is_refused(get):
    found = get("/api/clauses/modell-huvudavtal/3.16?on=igår")
    assert (found.status_code, found.json()["error"]) == (422, "invalid_date")


def test_the_documents_are_listed_with_status_and_number_of_clauses(get, model_service):
    found = get("/api/documents").json()
    assert len(found["documents"]) == len(model_service.documents)
    assert sum(each["clauses"] for each in found["documents"]) == len(model_service.clauses)
    assert {each["status"] for each in found["documents"]} == {"example"}
    assert found["answers"] == ["example"]


@pytest.mark.parametrize(
    ("given", "status", "key"),
    [
        ({"id": "gone", "verdict": "up"}, 404, "unknown_answer"),
        ({"id": "x" * 201, "verdict": "up"}, 422, "invalid_field"),
        ({"id": "x", "verdict": "sideways"}, 422, "invalid_field"),
        ({"id": "x", "verdict": "down", "reasons": ["ugly"]}, 422, "invalid_field"),
        ({"id": "x", "verdict": "down", "comment": "x" * 5_000}, 422, "invalid_field"),
        ({"verdict": "up"}, 422, "missing_field"),
    ],
)
def test_feedback_that_cannot_be_kept_is_refused_by_key(get, given, status, key):
    found = get("/api/feedback", "POST", json=given)
    assert (found.status_code, found.json()["error"]) == (status, key)


def test_the_same_persons_second_verdict_replaces_the_first(model_service, tmp_path, model_index):
    async def whole():
        async with served(model_service, tmp_path, model_index) as (client, _):
            asked = await client.post("/api/ask", json={"question": QUESTION, "user": "a"})
            given = {"id": asked.json()["id"], "user": "a"}
            for verdict in ("up", "down"):
                said = await client.post("/api/feedback", json={**given, "verdict": verdict})
                assert said.status_code == 204
            return (await client.get("/metrics")).text

    metrics = asyncio.run(whole())
    assert 'ansvarslots_feedback_total{surface="api",verdict="down"} 1.0' in metrics


def test_it_lives_and_is_ready(get):
    assert get("/healthz").json() == {"status": "live"}
    ready = get("/readyz")
    assert (ready.status_code, ready.json()["status"]) == (200, "ready")


@pytest.mark.parametrize(
    ("path", "method", "status", "key"),
    [
        ("/api/nothing", "GET", 404, "not_found"),
        ("/api/ask", "GET", 405, "method_not_allowed"),
        ("/api/ask", "DELETE", 405, "method_not_allowed"),
    ],
)
def test_wrong_addresses_and_methods_are_told_in_the_same_form(get, path, method, status, key):
    found = get(path, method)
    assert (found.status_code, found.json()["error"]) == (status, key)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "127.0.0.1.evil.example",
        "evil127.0.0.1",
        "127.0.0.1@evil.example",
        "127.0.0.1:8440@evil.example",
        "[127.0.0.1]",
        "127.0.0.1:http",
        "",
    ],
)
def test_a_foreign_host_name_is_refused(get, host):
    found = get("/healthz", headers={"Host": host})
    assert (found.status_code, found.json()["error"]) == (400, "wrong_host")


@pytest.mark.parametrize("host", ["127.0.0.1", "LOCALHOST:8440", "a.ansvar.se", "[::1]:8440"])
def test_its_own_host_names_are_answered_to(get, host):
    hosts = {"allowed_hosts": "127.0.0.1,localhost,*.ansvar.se,::1"}
    assert get("/healthz", headers={"Host": host}, settings=hosts).status_code == 200


def test_a_wildcard_takes_in_names_below_and_not_the_name_itself(get):
    hosts = {"allowed_hosts": "*.ansvar.se"}
    for host in ("ansvar.se", "onansvar.se"):
        assert get("/healthz", headers={"Host": host}, settings=hosts).status_code == 400


def test_the_description_has_every_route_with_examples_and_error_bodies(get):
    described = get("/openapi.json").json()
    assert set(described["paths"]) >= {
        "/api/ask",
        "/api/feedback",
        "/api/clauses/{reference}",
        "/api/documents",
        "/healthz",
        "/readyz",
        "/metrics",
    }
    ask = described["paths"]["/api/ask"]["post"]
    assert ask["responses"]["200"]["content"]["application/json"]["example"]["citations"]
    example = ANSWERED["content"]["application/json"]["example"]
    real = get("/api/ask", "POST", json={"question": QUESTION}).json()
    assert set(example) == set(real)
    assert set(example["citations"][0]) == set(real["citations"][0])
    body = ask["responses"]["429"]["content"]["application/json"]["schema"]["$ref"]
    assert set(described["components"]["schemas"][body.rsplit("/", 1)[1]]["properties"]) == {
        "error",
        "message",
    }
    assert described["components"]["schemas"]["AskRequest"]["examples"]
    assert "http://" not in json.dumps(described).replace("http://127.0.0.1", "")


def test_every_asking_error_has_a_status_and_both_languages():
    for kind in AskingError.__subclasses__():
        assert kind.status >= 400
        assert len(set(kind._texts)) == 2
