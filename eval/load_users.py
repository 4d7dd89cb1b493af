"""How people ask under load, as Locust reads it: one question a second each, some in threads."""

import json
import os
import random
from pathlib import Path

from locust import HttpUser, constant_throughput, task

_SET = Path(__file__).parent / "questions" / "modellavtal.jsonl"
QUESTIONS = [json.loads(line)["question"] for line in _SET.read_text("utf-8").splitlines()]
FOLLOW_UPS = ("och om det är ett barn?", "vem betalar?", "men på natten då?", "and who pays?")
SHARE_OF_FOLLOW_UPS = 0.2


class Nurse(HttpUser):
    """Asks once a second, about what was asked before or about something new."""

    wait_time = constant_throughput(1)

    def on_start(self) -> None:
        """Everybody has a thread of their own."""
        self.thread = os.urandom(8).hex()

    @task
    def ask(self) -> None:
        """One question; an answer that is no answer value is a failure."""
        again = random.random() < SHARE_OF_FOLLOW_UPS
        question = random.choice(FOLLOW_UPS if again else QUESTIONS)
        body = {"question": question, "thread": self.thread}
        with self.client.post("/api/ask", json=body, catch_response=True) as found:
            if found.status_code != 200 or "headline" not in found.json():
                found.failure(f"status {found.status_code}")
