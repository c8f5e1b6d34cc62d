package org.acides.hiboo.webui.identity.migration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import org.acides.hiboo.identity.api.OldAccountLists;
import org.acides.hiboo.identity.api.Role;
import org.acides.hiboo.identity.api.ServiceRef;
import org.acides.hiboo.infrastructure.api.Actor;
import org.acides.hiboo.infrastructure.api.Refused;
import org.acides.hiboo.webui.i18n.Words;
import org.acides.hiboo.webui.security.Me;
import org.acides.hiboo.webui.shell.Notices;

/** Takes a file and hands it on as it comes, so that its size costs no memory. */
final class ListField extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 64 << 20;

    private final transient ServiceRef service;
    private final transient OldAccountLists lists;
    private final Runnable read;
    private final PasswordField pepper = new PasswordField(Words.of("old.pepper"));
    private final Upload upload = new Upload(this::take);

    ListField(ServiceRef service, OldAccountLists lists, Runnable read) {
        this.service = service;
        this.lists = lists;
        this.read = read;
        addClassName("list-field");
        pepper.setHelperText(Words.of("old.pepper.help"));
        pepper.setMaxLength(200);
        pepper.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".jsonl", ".json", ".txt");
        upload.setUploadButton(new Button(Words.of("old.choose")));
        upload.setDropLabel(new Span(Words.of("old.drop")));
        upload.addFileRejectedListener(rejected -> Notices.refused(Words.of("old.rejected")));
        add(upload, pepper);
    }

    /** On the upload's own thread, for as long as the file takes to come. */
    private void take(UploadEvent uploaded) throws IOException {
        UI ui = uploaded.getUI();
        Actor admin = Me.now().as(Role.ADMIN);
        try (InputStream file = uploaded.getInputStream()) {
            lists.read(service, file, pepper.getValue(), admin);
            ui.access(() -> {
                upload.clearFileList();
                pepper.clear();
                Notices.done("old.read");
                read.run();
            });
        } catch (Refused no) {
            ui.access(() -> {
                upload.clearFileList();
                Notices.refused(Words.of(no));
            });
        }
    }
}
