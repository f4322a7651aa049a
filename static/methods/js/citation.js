/**
 * Citing a reference in the editor: chosen with Wagtail's own page chooser, kept in the text as an
 * entity of type CITATION. Not a module: Wagtail loads the scripts of its editor in order.
 */
(() => {
  const { ModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;
  const { EditorState, Modifier } = window.DraftJS;

  class CitationSource extends ModalWorkflowSource {
    getChooserConfig() {
      const { chooserUrl, pageType } = this.props.entityType;
      return {
        url: chooserUrl,
        urlParams: { page_type: pageType },
        onload: window.PAGE_CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { pageChosen: this.onChosen },
      };
    }

    /** The call of the note goes after what is selected, and replaces only another call. */
    onChosen({ id, title }) {
      const { editorState, entity, entityKey, entityType, onComplete } = this.props;
      const known = entity?.getData().locator ?? "";
      const locator = (window.prompt(entityType.locatorLabel, known) ?? known).trim().slice(0, 60);
      let selection = editorState.getSelection();
      if (!entityKey) {
        const place = { key: selection.getEndKey(), offset: selection.getEndOffset() };
        selection = selection.merge({
          anchorKey: place.key, anchorOffset: place.offset,
          focusKey: place.key, focusOffset: place.offset, isBackward: false,
        });
      }
      const content = editorState.getCurrentContent()
        .createEntity(entityType.type, "IMMUTABLE", { id, title, locator });
      const words = `[${title}${locator ? `, ${locator}` : ""}]`;
      const changed = Modifier.replaceText(
        content, selection, words, null, content.getLastCreatedEntityKey(),
      );
      this.workflow.close();
      onComplete(EditorState.push(editorState, changed, "insert-characters"));
    }
  }

  const Citation = (props) => {
    const { title } = props.contentState.getEntity(props.entityKey).getData();
    const icon = window.React.createElement(window.wagtail.components.Icon, { name: "openquote" });
    return window.React.createElement(TooltipEntity, { ...props, icon, label: title });
  };

  registerPlugin({ type: "CITATION", source: CitationSource, decorator: Citation }, "entityTypes");
})();
