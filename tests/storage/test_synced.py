"""Folders that another program copies, told by the names in and around them."""

from pathlib import Path

import pytest

from storage.files.cloud_folders import synced_by

BY_NAME = {
    "OneDrive/Documenten": "OneDrive",
    "OneDrive - Provincie Gelderland/arrangement": "OneDrive",
    "Library/CloudStorage/OneDrive-Provincie": "OneDrive",
    "Dropbox (Persoonlijk)": "Dropbox",
    "Library/CloudStorage/GoogleDrive-jan@example.org/Mijn Drive": "Google Drive",
    "Google Drive/werk": "Google Drive",
    "Library/Mobile Documents/com~apple~CloudDocs": "iCloud",
    "iCloudDrive": "iCloud",
    "documenten/onedriven": None,
    "Mijn documenten": None,
}


@pytest.mark.parametrize("folder", BY_NAME)
def test_by_the_name_of_a_folder(tmp_path: Path, folder: str) -> None:
    made = tmp_path / folder
    made.mkdir(parents=True)
    assert synced_by(made / "oost.db", {}) == BY_NAME[folder]


BY_MARK = {
    ".dropbox": "Dropbox",
    ".dropbox.cache/": "Dropbox",
    ".stfolder/": "Syncthing",
    ".sync_0a1b2c3d4e5f.db": "Nextcloud",
    "._sync_0a1b2c3d4e5f.db": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload/": "Google Drive",
    ".oost.db.icloud": "iCloud",
    ".git/": None,
    ".dropbox/": None,  # its settings, in every user's home
    "sync_0a.db": None,
}


@pytest.mark.parametrize("mark", BY_MARK)
@pytest.mark.parametrize("below", ["", "a/b c"])
def test_by_what_is_kept_in_a_folder_above(tmp_path: Path, mark: str, below: str) -> None:
    made = tmp_path / "werk" / below
    made.mkdir(parents=True)
    there = tmp_path / "werk" / mark
    if mark.endswith("/"):
        there.mkdir()
    else:
        there.touch()
    assert synced_by(made / "oost.db", {}) == BY_MARK[mark]


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_by_what_windows_says(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "wolk"
    (folder / "werk").mkdir(parents=True)
    environment = {name: str(folder)}
    assert synced_by(folder / "werk" / "oost.db", environment) == "OneDrive"
    assert synced_by(tmp_path / "oost.db", environment) is None
    assert synced_by(tmp_path / "wolkje" / "oost.db", environment) is None
    assert synced_by(folder / "oost.db", {name: ""}) is None


def test_a_link_counts_for_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "gewoon").symlink_to(tmp_path / "Dropbox")
    assert synced_by(tmp_path / "gewoon" / "oost.db", {}) == "Dropbox"


def test_a_file_in_no_folder_at_all() -> None:
    assert synced_by(Path("/nergens/te/vinden/x.db"), {}) is None
