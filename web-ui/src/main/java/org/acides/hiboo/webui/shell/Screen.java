package org.acides.hiboo.webui.shell;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.acides.hiboo.webui.i18n.Words;

/**
 * A view in the shell: its heading, which is the page's title too and takes the focus when one arrives from another
 * view, and below it whatever the view adds.
 */
public abstract class Screen extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 heading;

    /**
     * @param heading message key
     * @param lead message key of a sentence that says what this view is for, or empty for none
     */
    protected Screen(String heading, String lead) {
        this.heading = new H1(Words.of(heading));
        this.heading.getElement().setAttribute("tabindex", "-1");
        addClassName("screen");
        setId("content");
        add(this.heading);
        if (!lead.isEmpty()) {
            Paragraph sentence = new Paragraph(Words.of(lead));
            sentence.addClassName("lead");
            add(sentence);
        }
    }

    /** Names the view after what it shows, such as a service. */
    protected final void setHeading(String text) {
        heading.setText(text);
    }

    @Override
    public String getPageTitle() {
        return heading.getText() + " · Hiboo";
    }

    final void greet() {
        heading.getElement().callJsFunction("focus");
    }
}
