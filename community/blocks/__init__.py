"""The blocks that page bodies are made of."""

from .body import (
    BodyBlock,
    CalloutBlock,
    DocumentBlock,
    FigureImageBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    body_field,
)
from .chart import ChartBlock
from .fields import ContentField
from .lists import StatementBlock, list_field
from .rich_text import rich_text_features

__all__ = [
    "BodyBlock",
    "CalloutBlock",
    "ChartBlock",
    "ContentField",
    "DocumentBlock",
    "FigureImageBlock",
    "HeadingBlock",
    "ParagraphBlock",
    "QuoteBlock",
    "StatementBlock",
    "body_field",
    "list_field",
    "rich_text_features",
]
