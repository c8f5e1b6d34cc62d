package org.acides.hiboo.webui.kit;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import org.acides.hiboo.webui.i18n.Words;

/** Asks before an act that follows people around, and says what follows. */
public final class Confirm {

    /** The dialog gives its focus to the act: Enter, pressed too early, would do what cannot be undone. */
    private static final String SAFE_FIRST = """
            this.updateComplete.then(() => this.shadowRoot.querySelector('vaadin-confirm-dialog-overlay')
                .addEventListener('vaadin-overlay-open', () => this.querySelector('[slot=cancel-button]').focus()));
            """;

    private Confirm() {}

    /**
     * Asks with the words under {@code <key>.title}, {@code <key>.text} and {@code <key>.do}.
     *
     * @param grave whether it cannot be taken back, or shuts somebody out
     */
    public static void ask(String key, boolean grave, Runnable act, Object... arguments) {
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(Words.of(key + ".title", arguments));
        dialog.setText(Words.of(key + ".text", arguments));
        dialog.setCancelable(true);
        dialog.setCancelText(Words.of("cancel"));
        if (grave) dialog.getElement().executeJs(SAFE_FIRST);
        dialog.setConfirmText(Words.of(key + ".do", arguments));
        dialog.setConfirmButtonTheme(grave ? "primary error" : "primary");
        dialog.addConfirmListener(yes -> act.run());
        dialog.open();
    }
}
