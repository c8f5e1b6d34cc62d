package org.acides.hiboo.webui.identity.migration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import org.acides.hiboo.identity.api.queries.FindImportProblems;
import org.acides.hiboo.identity.api.queries.ImportProblem;
import org.acides.hiboo.identity.api.queries.ImportRow;
import org.acides.hiboo.webui.asking.Answers;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.kit.Lists;

/** The lines that are not imported, and why. */
final class ProblemsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    ProblemsDialog(ImportRow row, Answers answers) {
        setHeaderTitle(Words.of("old.problems.title", row.problems()));
        setWidth("52rem");
        setHeight("40rem");
        Grid<ImportProblem> grid = Lists.lazy(
                (offset, limit) ->
                        answers.all(new FindImportProblems(row.importId(), offset, limit), ImportProblem.class),
                row::problems);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(ImportProblem::line)
                .setHeader(Words.of("old.problems.line"))
                .setWidth("6rem")
                .setFlexGrow(0);
        grid.addColumn(ImportProblem::handle)
                .setHeader(Words.of("old.problems.handle"))
                .setWidth("12rem")
                .setFlexGrow(0)
                .setTooltipGenerator(ImportProblem::handle);
        grid.addColumn(ProblemsDialog::why)
                .setHeader(Words.of("old.problems.why"))
                .setTooltipGenerator(ProblemsDialog::why);
        add(grid);
        getFooter().add(new Button(Words.of("shell.close"), click -> close()));
    }

    private static String why(ImportProblem problem) {
        return Words.of("old.problem." + problem.code(), problem.other());
    }
}
