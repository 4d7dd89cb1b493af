"""What the load run prints; the run itself is `make load`."""

import pytest

from eval.load import main, table

FOUND = {
    "Request Count": "1200",
    "Requests/s": "19.96",
    "Failure Count": "0",
    "50%": "31",
    "95%": "60",
    "99%": "95",
}


def test_the_encoders_share_is_of_the_time_spent_answering():
    drawn = table(FOUND, {"encode": 15.0, "retrieve": 5.0, "total": 24.0})
    assert "| 95th percentile | 60 ms |" in drawn
    assert "| answering one, mean | 20 ms |" in drawn  # 24 s / 1200
    assert "| the encoder's share of answering | 62% |" in drawn


@pytest.mark.parametrize("beyond", [["--users", "500"], ["--seconds", "86400"]])
def test_the_load_is_bounded(beyond, capsys):
    with pytest.raises(SystemExit):
        main(beyond)
    assert "invalid choice" in capsys.readouterr().err
