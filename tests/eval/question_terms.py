"""The values that the fields of the known questions may have."""

STYLES = {"formal", "colloquial", "abbreviation", "misspelt", "long", "english"}
TYPES = {"who", "when", "what", "payment", "process", "boundary", "takeover", "children"}
PRINCIPALS = {"municipality", "region", "individual", "other"}
PHASES = {
    "start",
    "under_way",
    "deterioration",
    "end",
    "takeover",
    "transfer",
    "payment",
    "dispute",
    "always",
}
