"""`python -m tests.docs` writes every generated page and schema anew."""

from tests.docs.pages import PAGES, ROOT


def main() -> None:
    for path, make in PAGES.items():
        data = make().encode()
        target = ROOT / path
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            print(f"wrote {path}")


if __name__ == "__main__":
    main()
