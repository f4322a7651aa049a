"""Words of the administration that editors read in our own French, not in Wagtail's.

The catalogue of the project wins over those of the packages, and holds what makemessages finds
in our code: this list makes it find them. A test sees to it that Wagtail still says each of them.
"""

from django.utils.translation import gettext_noop as _

WORDS = (
    # The content of this site has languages, not "régions".
    _("Locale"),
    _("Locales"),
    _("locale"),
    _("Locale: "),
    _("Switch locales"),
    _("Available in %(translations_total)s locales"),
    _("{} locales"),
    _("Add a locale"),
    _("Add locale"),
    _("Locale '%(object)s' created."),
    _("Locale '%(object)s' updated."),
    _("Locale '%(object)s' deleted."),
    _("The locale could not be saved due to errors."),
    _("Delete locale"),
    _("Are you sure you want to delete this locale?"),
    _("This locale cannot be deleted because there are no other locales."),
    _("This locale cannot be deleted because there are pages and/or other objects using it."),
    _("This locale's language code is not supported"),
    _(
        "This locale's current language code is not supported. Please choose a new language or "
        "delete this locale."
    ),
    _("Synchronise content from another locale"),
    _(
        "Choose a locale to synchronise content from. Any existing and future content authored "
        "in the selected locale will be automatically copied to this one."
    ),
    _("This locale cannot be synced into itself."),
    # What Wagtail calls "fragments" stands in our directories.
    _("Snippets"),
    _("1 snippet selected"),
    _("%(objects)s snippets selected"),
    _("All %(objects)s snippets on this screen selected"),
    _("All snippets in listing selected"),
    _("Select all snippets in listing"),
    _("Delete selected snippets"),
    _('Sorry, no snippets match "<em>%(search_query)s</em>"'),
    _("Your pages and snippets in a workflow"),
    _("Page/Snippet"),
    _("Page/Snippet ID"),
    _("Page/Snippet Type"),
    _("Page/Snippet Title"),
    _("No pages/snippets have been submitted for moderation yet"),
    _("Sync translated snippets"),
    _("Assign your workflow to snippets"),
    # Translating a page: what the words of wagtail-localize do, said plainly.
    _("Sync translated %(model_name)s"),
    _("Sync translated pages"),
    _("Sync translations of '%(title)s'"),
    _("Start Synced translation"),
    _("Translation has been stopped."),
    _("Translation has been restarted."),
    _("Convert to alias page"),
    _("Convert to alias"),
    _(
        "Are you sure you want to convert this page into an alias? This will overwrite the "
        "content of the page with the content of '%(source_page_title)s' (%(source_page_locale)s)"
    ),
    _("Publish immediately"),
    _(
        "Apply the updates and publish immediately. The changes will use the original language "
        "until translated."
    ),
    _(
        "Apply the updates and publish immediately. The changes will use the original language "
        'until translated unless you also select "Use machine translation".'
    ),
    _("Why would I sync my page?"),
    _(
        "Changes are not automatically applied between translated pages. Syncing will add new "
        "content for translation and remove deleted content."
    ),
    _("The last sync date was %(last_sync_date)s. You are about to sync the following:"),
    _("Published '{object}' in {locale} with missing translations - see below."),
    _("Please upload a valid PO file."),
    _("Cannot import PO file that was created for a different translation."),
    _("Successfully imported translations from PO File."),
    _("Translate {model_name}"),
    _("Source title"),
    _("Target"),
    # Wrong or clumsy in the French of Wagtail.
    _("The page '%(page_title)s' is not currently awaiting moderation."),
    _("%(model_name)s '%(object)s' has been submitted for moderation."),
    _("%(model_name)s '%(object)s' created and submitted for moderation."),
    _("Page '%(page_title)s' has been submitted for moderation."),
    _("Page '%(page_title)s' created and submitted for moderation."),
    _("Submit for moderation"),
    _("Saving will overwrite a newer version."),
    _("Explore subpages of '%(title)s'"),
    _('You cannot create a page of type "%(page_type)s" under "%(page_title)s".'),
    _("You haven't created any tasks."),
    _("Hello %(username)s,"),
    _("Any"),
    _("Add %(label)s"),
    _("Add %(model_name)s"),
    _("New: %(model_name)s"),
    _("The %(model_name)s could not be created due to errors."),
    _("The %(model_name)s could not be saved due to errors."),
    _("The page could not be created due to validation errors."),
    _("The page could not be saved due to validation errors."),
    _("The page title as you'd like it to be seen by the public"),
    _("slug"),
    _("The name of the page as it will appear in URLs e.g http://domain.com/blog/[my-slug]/"),
    _("title tag"),
    _("The name of the page displayed on search engine results as the clickable headline."),
    _("meta description"),
    _("The descriptive text displayed underneath a headline in search engine results."),
    _("Skip to main content"),
    _("Current page status:"),
    _("Site summary"),
    _("Save"),
    _("Editor Guide"),
    _("Text editing"),
    _("Timeline"),
    _("Owner"),
    _("Submit to %(workflow_name)s"),
    _("Awaiting your review"),
    _("Awaiting my review"),
    _("%(label)s and Publish"),
    _("Are you sure you want to delete this %(model_name)s?"),
    _("Are you sure you want to delete this %(snippet_type_name)s?"),
    _("Create a new %(model_name)s"),
    _("Choose %(object)s"),
    _("Choose another %(object)s"),
    _("Edit this %(object)s"),
    _("Search all pages…"),
    _("Oldest"),
    # Promoted results: any order of the words will do here, in the singular or in the plural.
    _("Promoted search results"),
    _("Promoted results"),
    _("Promoted search result"),
    _("Recommended search result"),
    _("Add new promoted result"),
    _("Add a recommended result"),
    _("External link URL"),
    _("Search term(s)/phrase"),
    _("Search term(s)"),
    _(
        "Enter the full search string to match. An exact match is required for your Promoted "
        "Results to be displayed, wildcards are NOT allowed."
    ),
    _("Applies to internal page or external link"),
    _("Choose an internal page for this promotion"),
    _("Alternatively, use an external link for this promotion"),
    _("Editor's picks for '%(query)s' created."),
    _("Editor's picks for '%(query)s' updated."),
    _("Editor's picks deleted."),
    _("Recommendations have not been created due to errors."),
    _("Recommendations have not been saved due to errors."),
    _("Please specify at least one recommendation for this search term."),
    _("Are you sure you want to delete all promoted results for this search term?"),
    _("search promotion"),
    _(
        "No promoted results have been created. Why not "
        '<a href="%(wagtailsearchpromotions_add_url)s">add one</a>?'
    ),
    _('Sorry, no promoted results match "<em>%(query_string)s</em>"'),
)
