"""Long texts as their pages print them: the blocks of a story or a page, read in few queries."""

from movingcities.website.body.parts import Body
from movingcities.website.body.reading import body_of, read_body

__all__ = ["Body", "body_of", "read_body"]
