"""Own: what all parts of the exhibit's own file share."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Own(BaseModel):
    """A part of the exhibit's own file: it claims nothing, and unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")
