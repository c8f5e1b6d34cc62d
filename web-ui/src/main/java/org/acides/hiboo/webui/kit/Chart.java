package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time, for eyes: whoever shows it shows the same numbers in a table too. It follows light and dark, keeps still
 * for whoever asked for less motion, and is drawn in the browser by files of ours.
 */
public final class Chart extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * What is drawn.
     *
     * @param step whether a value holds until the next
     * @param most of the scale; null for what is needed
     */
    public record Picture(
            List<Line> lines, boolean step, @Nullable Integer most) {}

    /**
     * One line.
     *
     * @param tone {@code calm}, {@code good} or {@code bad}; each has a dash of its own too
     */
    public record Line(String name, String tone, List<Point> points) {}

    /**
     * @param at milliseconds since 1970
     * @param marked with a sign of its own
     */
    public record Point(long at, long value, boolean marked) {}

    private @Nullable Picture last;

    /** @param label what it shows, for whoever does not see it */
    public Chart(String label) {
        addClassName("chart");
        getElement().setAttribute("role", "img").setAttribute("aria-label", label);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://webui/echarts.js");
        attached.getUI().getPage().addJavaScript("context://webui/chart.js");
        if (last != null) draw(last);
    }

    /** Draws it, or what has changed. */
    public void show(Picture picture) {
        if (picture.equals(last)) return;
        last = picture;
        if (isAttached()) draw(picture);
    }

    private void draw(Picture picture) {
        getElement().executeJs("window.hibooChart(this, $0)", JacksonUtils.beanToJson(picture));
    }
}
