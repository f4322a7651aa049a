"""How static files are stored."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's, where scripts import one another by names that may be cached for ever."""

    support_js_module_import_aggregation = True
