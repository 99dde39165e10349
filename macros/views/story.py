"""The whole story in ten minutes: the plain versions of the chapters' overviews, one after the other."""

from __future__ import annotations

import dataclasses

from markupsafe import Markup

from ..site import chapter_pages
from . import Page


def whole_story(page: Page) -> Markup:
    """Each chapter in plain words, drawn from its overview, with the way on to its sections.

        {{ whole_story() }}
    """
    told = []
    for chapter in page.library.chapters:
        overview = f"{chapter.id}/index.md"
        meta = page.site.pages[overview].meta if overview in page.site.pages else None
        if meta is None or not meta.plain:  # reported as a fault of that page
            continue
        paths = chapter_pages(chapter, page.site)
        of_its_time = dataclasses.replace(page, source=dataclasses.replace(page.source, meta=meta))  # orders names
        told.append((chapter, page.href(overview), [of_its_time.text(one) for one in meta.plain],
                     [(page.href(path), page.site.pages[path].meta.title) for path in paths[1:]]))
    return page.render("whole-story", chapters=told)
