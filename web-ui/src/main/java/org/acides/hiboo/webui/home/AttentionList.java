package org.acides.hiboo.webui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.acides.hiboo.webui.i18n.Words;

/** What needs a look; or that nothing does. */
final class AttentionList extends Section {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 8;

    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing = new Paragraph(Words.of("attention.nothing"));
    private final Paragraph more = new Paragraph();
    private List<Attention> shown = List.of();

    AttentionList() {
        addClassNames("tile", "attention");
        nothing.addClassName("all-well");
        more.addClassName("second-line");
        more.setVisible(false);
        add(new H2(Words.of("attention.title")), list, nothing, more);
    }

    /** Draws anew only what changed, so that nobody loses the focus. */
    void show(List<Attention> all) {
        nothing.setVisible(all.isEmpty());
        if (all.equals(shown)) return;
        shown = all;
        list.removeAll();
        all.stream()
                .limit(SHOWN)
                .map(each -> new ListItem(new Anchor(each.address(), Words.of(each.key(), each.argument()))))
                .forEach(list::add);
        more.setVisible(all.size() > SHOWN);
        more.setText(Words.of("attention.more", all.size() - SHOWN));
    }
}
