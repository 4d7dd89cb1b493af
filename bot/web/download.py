"""Files that a page gives to be kept."""

from starlette.responses import Response

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_file(content: bytes, name: str) -> Response:
    """A workbook, to be kept as ``name`` with its ending."""
    return _file(content, _XLSX, f"{name}.xlsx")


def csv_file(content: bytes, name: str) -> Response:
    """CSV, to be kept as ``name`` with its ending."""
    return _file(content, "text/csv; charset=utf-8", f"{name}.csv")


def _file(content: bytes, kind: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kind, headers=headers)
