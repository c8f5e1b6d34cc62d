package org.acides.hiboo.webui.captcha;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import org.acides.hiboo.webui.i18n.Words;

/** The numbers of a chart as a table, which screen readers walk through. */
final class Numbers extends NativeTable {

    private static final long serialVersionUID = 1L;

    /** One row: what it is about, in words, and its numbers. */
    record Row(List<String> words, List<Long> numbers) {}

    private transient List<Row> last = List.of();

    /** @param columns message keys */
    Numbers(String caption, String... columns) {
        addClassName("numbers");
        setCaptionText(Words.of(caption));
        NativeTableRow head = getHead().addRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(Words.of(column));
            cell.getElement().setAttribute("scope", "col");
        }
    }

    /** Nothing moves under a reader while nothing changed. */
    void show(List<Row> rows) {
        if (rows.equals(last)) return;
        last = rows;
        getBody().removeAllRows();
        for (Row row : rows) {
            NativeTableRow line = getBody().addRow();
            for (String text : row.words()) {
                NativeTableHeaderCell cell = line.addHeaderCell();
                cell.setText(text);
                cell.addClassName("words");
                cell.getElement().setAttribute("scope", "row");
            }
            for (Long number : row.numbers()) line.addDataCell().setText(Words.of("number", number));
        }
    }
}
