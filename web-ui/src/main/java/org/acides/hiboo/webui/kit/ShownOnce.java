package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.acides.hiboo.webui.i18n.Words;

/** Shows a secret that nobody will see again; closes only when told that it is kept. */
public final class ShownOnce extends Dialog {

    /**
     * @param key the words under {@code <key>.title} and {@code <key>.text}
     * @param values what to copy, by label, in order
     */
    public ShownOnce(String key, Map<String, String> values) {
        setHeaderTitle(Words.of(key + ".title"));
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setWidth("min(40rem, 95vw)");
        addClassName("shown-once");
        add(new Paragraph(Words.of(key + ".text")));
        values.forEach((label, value) -> add(new CopyableValue(label, value)));
        Button kept = new Button(Words.of("once.kept"), click -> close());
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(kept);
    }
}
