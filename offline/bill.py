"""What is in a zip as a bill of materials: CycloneDX, JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License, LicenseAcknowledgement
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.metadata import Metadata
from packaging.utils import canonicalize_name

from offline.embedded import Embedded
from offline.hashes import sha256
from offline.systems import System

CARRIED = [("arrangement", "documents")]
SAID = {"MIT License": "MIT", "Apache License, Version 2.0": "Apache-2.0"}


def bill(
    system: System,
    wheels: Mapping[str, Sequence[Path]],
    own: Path,
    moment: int,
    embedded: Embedded | None,
) -> bytes:
    """The bill of the zip for a system, with these wheels for each Python; ``own`` is the app's.

    Every wheel is a component, with its digest, what it needs of the others, and what it says is
    compiled into it. The same contents give the same bytes.
    """
    files = {path.name: path for paths in wheels.values() for path in paths}
    said = {name: _metadata(path) for name, path in sorted(files.items())}
    components = {name: _component(files[name], about) for name, about in said.items()}
    app = components[own.name]
    app.type = ComponentType.APPLICATION
    bom = Bom(
        components=[one for one in components.values() if one is not app],
        metadata=BomMetaData(
            component=app,
            timestamp=datetime.fromtimestamp(moment, UTC),
            properties=[Property(name="arrangement:system", value=system.name)],
        ),
    )
    for python, paths in wheels.items():
        beside = {path.name: said[path.name] for path in paths}
        for name, needs in _needs(beside, system.environment(python)):
            bom.register_dependency(components[name], [components[need] for need in needs])
    if embedded:
        bom.components.add(_python(embedded))
    contents = [f"{name} {sha256(path)}" for name, path in sorted(files.items())]
    bom.serial_number = uuid5(NAMESPACE_URL, "\n".join([system.name, str(moment), *contents]))
    return JsonV1Dot6(bom).output_as_string(indent=1).encode()


def _metadata(path: Path) -> Metadata:
    with ZipFile(path) as wheel:
        (name,) = (one for one in wheel.namelist() if one.endswith(".dist-info/METADATA"))
        return Metadata.from_email(wheel.read(name), validate=False)


def _component(path: Path, about: Metadata) -> Component:
    return Component(
        name=about.name,
        version=str(about.version),
        bom_ref=path.name,
        description=about.summary,
        licenses=list(_licences(about)),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=sha256(path))],
        purl=PackageURL(
            "pypi", None, canonicalize_name(about.name), str(about.version),
            {"file_name": path.name},
        ),
        components=_inside(path),
    )  # fmt: skip


def _licences(about: Metadata) -> Iterator[License]:
    """As the wheel declares them: by an expression, in words, or by a classifier."""
    classed = (one.split(" :: ")[-1] for one in about.classifiers or () if "License ::" in one)
    said = about.license_expression or about.license or next(classed, None)
    if said:
        yield LicenseFactory().make_from_string(
            SAID.get(said, said), license_acknowledgement=LicenseAcknowledgement.DECLARED
        )


def _inside(path: Path) -> Iterator[Component]:
    """What was compiled into a wheel, by the bills that it brings."""
    with ZipFile(path) as wheel:
        for name in wheel.namelist():
            if ".dist-info/sboms/" in name and name.endswith(".json"):
                for part in json.loads(wheel.read(name)).get("components", ()):
                    part["bom-ref"] = f"{path.name}#{part['bom-ref']}"
                    if author := part.pop("author", None):  # as it was said before 1.6
                        part["authors"] = [{"name": author}]
                    yield Component.from_json(part)  # type: ignore[attr-defined]


def _needs(
    said: Mapping[str, Metadata], environment: Mapping[str, str]
) -> Iterator[tuple[str, list[str]]]:
    """Which of these wheels each needs of the others, with the extras that one asks of another."""
    named = {canonicalize_name(about.name): wheel for wheel, about in said.items()}
    extras = {canonicalize_name(name): {extra} for name, extra in CARRIED}
    requirements = {wheel: about.requires_dist or [] for wheel, about in said.items()}
    for requirement in chain(*requirements.values()):
        extras.setdefault(canonicalize_name(requirement.name), set()).update(requirement.extras)
    for name, wheel in named.items():
        asked = [{**environment, "extra": extra} for extra in ("", *extras.get(name, ()))]
        yield (
            wheel,
            [
                named[canonicalize_name(one.name)]
                for one in requirements[wheel]
                if one.marker is None or any(one.marker.evaluate(each) for each in asked)
            ],
        )


def _python(embedded: Embedded) -> Component:
    return Component(
        name="cpython",
        version=embedded.version,
        type=ComponentType.PLATFORM,
        bom_ref=embedded.path.name,
        licenses=[LicenseFactory().make_from_string("PSF-2.0")],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=embedded.digest)],
        purl=PackageURL("generic", None, "cpython", embedded.version),
    )
