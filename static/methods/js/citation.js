/**
 * Citing a reference in the editor: chosen with Wagtail's own page chooser, kept in the text as an
 * entity of type CITATION. Not a module: Wagtail loads the scripts of its editor in order.
 */
(() => {
  const { ModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;
  const { EditorState, Modifier } = window.DraftJS;

  const element = (name, properties) => Object.assign(document.createElement(name), properties);

  class CitationSource extends ModalWorkflowSource {
    getChooserConfig() {
      const { chooserUrl, pageType } = this.props.entityType;
      return {
        url: chooserUrl,
        urlParams: { page_type: pageType },
        onload: window.PAGE_CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { pageChosen: (page) => this.ask(page) },
      };
    }

    /** The second step of the same window: where in the reference, if anywhere. */
    ask(page) {
      const { entity, entityType } = this.props;
      const field = element("input", { id: "locator", type: "text", maxLength: 60 });
      field.value = entity?.getData().locator ?? "";
      const label = element("label", { htmlFor: "locator", className: "w-field__label" });
      label.textContent = entityType.locatorLabel;
      const button = element("button", { type: "submit", className: "button" });
      button.textContent = entityType.citeLabel;
      const heading = element("h2", { textContent: page.title });
      const wrapper = element("div", { className: "w-field__wrapper" });
      wrapper.append(label, field);
      const form = element("form", { className: "nice-padding" });
      form.append(heading, wrapper, button);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.cite(page, field.value.trim());
      });
      this.workflow.loadBody({ html: form });
      field.focus();
      // The window takes the focus once it has faded in: whoever was faster gets it back.
      this.workflow.container.one("shown.bs.modal", () => field.focus());
      // Wagtail's chooser closes the window once a page is chosen: not this time.
      const { close } = this.workflow;
      this.workflow.close = () => Object.assign(this.workflow, { close });
    }

    /** The call of the note goes after what is selected, and replaces only another call. */
    cite({ id, title }, locator) {
      const { editorState, entityKey, entityType, onComplete } = this.props;
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
