"""Keyed hashes in place of people's ids, and the key they are made with."""

import hashlib
import hmac
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.asking.values import Surface
from bot.settings import BotSettings
from bot.store import Identity, UnusableKey, load_identity

KEY = b"k" * 32


@pytest.fixture
def settings(tmp_path) -> BotSettings:
    return BotSettings(data=tmp_path / "data")


def test_the_hash_is_the_keyed_hash_of_kind_surface_and_id():
    by_hand = hmac.new(KEY, b"user\0slack\0U0123", hashlib.sha256).hexdigest()
    assert Identity(KEY).user(Surface.SLACK, "U0123") == by_hand
    assert len(by_hand) == 64


def test_users_threads_surfaces_and_keys_never_share_a_hash():
    identity, other = Identity(KEY), Identity(b"x" * 32)
    hashes = {
        identity.user(Surface.SLACK, "1"),
        identity.user(Surface.TEAMS, "1"),
        identity.user(Surface.SLACK, "2"),
        identity.thread(Surface.SLACK, "1"),
        other.user(Surface.SLACK, "1"),
    }
    assert len(hashes) == 5


def test_nobody_has_no_hash():
    assert Identity(KEY).user(Surface.WEB, None) is None
    assert Identity(KEY).thread(Surface.WEB, None) is None


@pytest.mark.parametrize("id", ["", "å ä ö", "\ud800", "x" * 100_000])
def test_any_id_has_a_hash(id):
    assert len(Identity(KEY).user(Surface.API, id) or "") == 64


def test_a_key_is_made_once_for_its_owner_alone(settings):
    first = load_identity(settings).user(Surface.WEB, "a")
    file = settings.data / "hash.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert load_identity(settings).user(Surface.WEB, "a") == first
    assert [path.name for path in settings.data.iterdir()] == ["hash.key"]


def test_two_folders_have_two_keys(settings, tmp_path):
    other = BotSettings(data=tmp_path / "other")
    assert load_identity(settings).user(Surface.WEB, "a") != load_identity(other).user(
        Surface.WEB, "a"
    )


def test_those_that_start_at_once_agree_on_one_key(settings):
    with ThreadPoolExecutor(8) as pool:
        made = pool.map(lambda _: load_identity(settings).user(Surface.WEB, "a"), range(32))
    assert len(set(made)) == 1


def test_a_key_that_is_set_is_used_and_none_is_made(tmp_path):
    settings = BotSettings(data=tmp_path, hash_key="k" * 32)
    assert load_identity(settings).user(Surface.WEB, "a") == Identity(KEY).user(Surface.WEB, "a")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"00ff\n", b"not hexadecimal", b"\xff\xfe", b"00" * 64])
def test_a_damaged_key_is_told_and_left_alone(settings, content):
    settings.data.mkdir()
    file = settings.data / "hash.key"
    file.write_bytes(content)
    with pytest.raises(UnusableKey) as refused:
        load_identity(settings)
    assert "den är skadad" in refused.value.text("sv")
    assert "ANSVARSLOTS_HASH_KEY" in refused.value.text("en")
    assert file.read_bytes() == content


def test_a_folder_that_cannot_hold_the_key_is_told(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(UnusableKey) as refused:
        load_identity(BotSettings(data=tmp_path / "data"))
    assert "hash.key" in refused.value.text("sv")
