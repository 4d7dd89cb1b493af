"""An answer as it stands in /openapi.json."""

from typing import Any

_QUOTE = "Kommunen får avsluta först när enheten som tar emot har kvitterat."

ANSWERED: dict[str, Any] = {
    "description": "The answer, from the texts' own words",
    "content": {
        "application/json": {
            "example": {
                "id": "kX3o5m1cQ9aV7tS2bN8w4A",
                "followed": None,
                "stored": True,
                "status": "answered",
                "question": "Vem ansvarar när hemsjukvården avslutas?",
                "headline": "Kommunen ansvarar.",
                "principals": ["municipality"],
                "parties": [
                    {
                        "party": {"principal": "municipality", "role": None},
                        "modality": "får",
                        "what": "avsluta först när enheten som tar emot har kvitterat",
                        "phase": "end",
                        "condition": None,
                        "citation": 0,
                        "negated": False,
                        "called": None,
                    }
                ],
                "citations": [
                    {
                        "reference": "modell-huvudavtal#3.16",
                        "document": "modell-huvudavtal",
                        "document_title": "Modellavtal",
                        "kind": "agreement",
                        "clause": "3.16",
                        "label": "3.16",
                        "title": "Kommunen avslutar först när mottagaren har kvitterat",
                        "headings": ["3 Vård i hemmet"],
                        "status": "example",
                        "valid_from": None,
                        "valid_to": None,
                        "quote": _QUOTE,
                        "start": 0,
                        "end": len(_QUOTE),
                        "decisive": [0, len(_QUOTE)],
                        "page": None,
                        "url": None,
                    }
                ],
                "related": [],
                "overview": None,
                "notes": [],
                "on": "2026-11-22",
                "lang": "sv",
                "probability": 0.93,
                "redactions": 0,
                "index_fingerprint": "afd9925190275b6b",
            }
        }
    },
}
