package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.acides.hiboo.webui.i18n.Words;

/** A value that people paste elsewhere, with a button that copies it. */
public final class CopyableValue extends Div {

    /** The clipboard is missing on plain http away from localhost: then a selection is copied the old way. */
    private static final String COPY = """
            const text = this.querySelector('code').textContent;
            if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text).then(() => true);
            const range = document.createRange();
            range.selectNodeContents(this.querySelector('code'));
            const selection = window.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            return document.execCommand('copy');
            """;

    public CopyableValue(String label, String value) {
        addClassName("copyable");
        Span name = new Span(label);
        name.addClassName("copyable-label");
        com.vaadin.flow.component.html.Code code = new com.vaadin.flow.component.html.Code(value);
        Button copy = new Button(VaadinIcon.COPY_O.create());
        copy.addThemeVariants(ButtonVariant.TERTIARY);
        copy.setAriaLabel(Words.of("copy.label", label));
        copy.setTooltipText(Words.of("copy"));
        copy.addClickListener(click -> getElement().executeJs(COPY).then(Boolean.class, copied -> {
            copy.setIcon(VaadinIcon.CHECK.create());
            copy.setTooltipText(Words.of("copied"));
        }));
        Div box = new Div(code, copy);
        box.addClassName("copyable-box");
        add(name, box);
    }
}
