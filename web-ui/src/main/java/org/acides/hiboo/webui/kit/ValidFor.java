package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.select.Select;
import java.time.Duration;
import org.acides.hiboo.webui.i18n.Words;

/** How long something that is handed out serves. */
public final class ValidFor extends Select<Duration> {

    private static final long serialVersionUID = 1L;
    private static final Duration[] CHOICES = {
        Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90)
    };

    /** @param usual one of an hour, a day, 7, 30 and 90 days */
    public ValidFor(Duration usual) {
        setLabel(Words.of("handout.valid-for"));
        setItems(CHOICES);
        setItemLabelGenerator(Moments::amount);
        setValue(usual);
    }
}
