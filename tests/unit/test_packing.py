"""Packed files depend on the file and its name in the site, not on the folder in which the site is built."""

import brotli

from legal_site.packing import pack, packable


def test_a_folder_called_assets_changes_nothing(tmp_path):
    packed = []
    for folder in (tmp_path / "site", tmp_path / "assets/site"):
        (folder / "law").mkdir(parents=True)
        (folder / "law/index.html").write_text(
            "".join(f"<p>Члан {number} закона.</p>" for number in range(900)), "utf-8"
        )
        pack(folder, packable(folder))
        packed.append((folder / "law/index.html.br").read_bytes())
    assert packed[0] == packed[1]
    assert brotli.decompress(packed[0]) == (tmp_path / "site/law/index.html").read_bytes()
